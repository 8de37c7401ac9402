package formats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func jsonLD(nodes ...Node) string {
	var w bytes.Buffer
	JSONLD(&w, nodes...)
	return w.String()
}

func readGraph(t *testing.T, nodes ...Node) []any {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal([]byte(jsonLD(nodes...)), &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "context", doc["@context"], any("https://schema.org"))
	return doc["@graph"].([]any)
}

func TestEveryNodeSaysItsTypeAndNothingElseWhenEmpty(t *testing.T) {
	for want, node := range map[string]Node{
		"NewsArticle": NewsArticle{}, "CorrectionComment": CorrectionComment{}, "Event": EventNode{}, "Audience": Audience{},
		"Person": Person{}, "GovernmentOrganization": &Organization{}, "ContactPoint": ContactPoint{}, "Place": &Place{},
		"VirtualLocation": VirtualLocation{}, "PostalAddress": PostalAddress{}, "WebSite": WebSite{},
		"ImageObject": &ImageObject{},
	} {
		t.Run(want, func(t *testing.T) {
			if got := readGraph(t, node)[0]; !reflect.DeepEqual(got, map[string]any{"@type": want}) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestReleaseIsWrittenWithItsParts(t *testing.T) {
	publisher := &Organization{ID: "https://a.se/#org"}
	article := readGraph(t, NewsArticle{
		ID: "https://a.se/press/1/#article", Headline: "Dialog", DatePublished: "2012-03-27T09:00:00+02:00", InLanguage: "sv",
		Author: []Agent{publisher, &Person{Name: "Anna Ek"}}, Publisher: publisher, Keywords: []string{"möten"},
		Correction: []CorrectionComment{{Text: "Fel dag", DatePublished: "2012-03-28"}}, IsPartOf: &WebSite{ID: "https://a.se/#site"},
		About: []Node{EventNode{ID: "https://a.se/traffar/1/#event"}},
	})[0]
	want := map[string]any{
		"@type": "NewsArticle", "@id": "https://a.se/press/1/#article", "headline": "Dialog",
		"datePublished": "2012-03-27T09:00:00+02:00", "inLanguage": "sv", "keywords": []any{"möten"},
		"author": []any{
			map[string]any{"@type": "GovernmentOrganization", "@id": "https://a.se/#org"},
			map[string]any{"@type": "Person", "name": "Anna Ek"},
		},
		"publisher":  map[string]any{"@type": "GovernmentOrganization", "@id": "https://a.se/#org"},
		"correction": []any{map[string]any{"@type": "CorrectionComment", "text": "Fel dag", "datePublished": "2012-03-28"}},
		"isPartOf":   map[string]any{"@type": "WebSite", "@id": "https://a.se/#site"},
		"about":      []any{map[string]any{"@type": "Event", "@id": "https://a.se/traffar/1/#event"}},
	}
	if !reflect.DeepEqual(article, want) {
		t.Errorf("got  %v\nwant %v", article, want)
	}
}

func TestMeetingIsWrittenWithItsPlaces(t *testing.T) {
	event := readGraph(t, EventNode{
		Name: "Frukostmöte", StartDate: "2012-04-03", PreviousStartDate: "2012-04-02", EventStatus: EventRescheduled,
		EventAttendanceMode: AttendanceMixed, Organizer: &Organization{Name: "Alingsås kommun"},
		Location: []Venue{
			&Place{Name: "Palladium", Address: &PostalAddress{AddressLocality: "Alingsås"}, Geo: &GeoCoordinates{Latitude: 57.93}},
			&VirtualLocation{URL: "https://a.se/video"},
		},
		Attendee: []Agent{&Person{Name: "Åsa Öberg"}}, Audience: &Audience{AudienceType: "Företagare"},
	})[0].(map[string]any)
	want := map[string]any{
		"@type": "Event", "name": "Frukostmöte", "startDate": "2012-04-03", "previousStartDate": "2012-04-02",
		"eventStatus":         "https://schema.org/EventRescheduled",
		"eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
		"organizer":           map[string]any{"@type": "GovernmentOrganization", "name": "Alingsås kommun"},
		"location": []any{
			map[string]any{
				"@type": "Place", "name": "Palladium", "address": map[string]any{"@type": "PostalAddress", "addressLocality": "Alingsås"},
				"geo": map[string]any{"@type": "GeoCoordinates", "latitude": 57.93, "longitude": 0.0},
			},
			map[string]any{"@type": "VirtualLocation", "url": "https://a.se/video"},
		},
		"attendee": []any{map[string]any{"@type": "Person", "name": "Åsa Öberg"}},
		"audience": map[string]any{"@type": "Audience", "audienceType": "Företagare"},
	}
	if !reflect.DeepEqual(event, want) {
		t.Errorf("got  %v\nwant %v", event, want)
	}
}

func TestBreadcrumbsAreNumberedFromOne(t *testing.T) {
	list := readGraph(t, Breadcrumbs{[]ListItem{{1, "Hem", "https://a.se/"}, {2, "Press", ""}}})[0]
	want := map[string]any{"@type": "BreadcrumbList", "itemListElement": []any{
		map[string]any{"@type": "ListItem", "position": 1.0, "name": "Hem", "item": "https://a.se/"},
		map[string]any{"@type": "ListItem", "position": 2.0, "name": "Press"},
	}}
	if !reflect.DeepEqual(list, want) {
		t.Errorf("got  %v\nwant %v", list, want)
	}
}

func TestNoTextLeavesTheScriptElement(t *testing.T) {
	evil := "</script><!-- & \u2028\u2029\x00 \\\""
	text := jsonLD(Person{Name: evil})
	if strings.ContainsAny(text, "<>&\u2028\u2029\x00") {
		t.Errorf("unsafe: %s", text)
	}
	same(t, "text read back", readGraph(t, Person{Name: evil})[0].(map[string]any)["name"], any(evil))
}

// TestEveryFieldIsWritten guards against a field that was forgotten: each holds a text of its own, which must be there.
func TestEveryFieldIsWritten(t *testing.T) {
	for _, node := range []Node{
		&NewsArticle{}, &CorrectionComment{}, &EventNode{}, &Audience{}, &Person{}, &Organization{}, &Association{}, &ContactPoint{},
		&Place{}, &VirtualLocation{}, &PostalAddress{}, &GeoCoordinates{}, &WebSite{}, &Breadcrumbs{}, &ImageObject{},
	} {
		var want []string
		fill(reflect.ValueOf(node).Elem(), &want)
		text := jsonLD(node)
		for _, one := range want {
			if !strings.Contains(text, one) {
				t.Errorf("%T lacks %s: %s", node, one, text)
			}
		}
	}
}

// fill gives everything below a value a text or number of its own, and lists these.
func fill(v reflect.Value, given *[]string) {
	own := fmt.Sprint(len(*given) + 1001)
	switch v.Kind() {
	case reflect.String:
		v.SetString("text " + own)
		*given = append(*given, "text "+own)
	case reflect.Int:
		v.SetInt(int64(len(*given) + 1001))
		*given = append(*given, own)
	case reflect.Float64:
		v.SetFloat(float64(len(*given) + 1001))
		*given = append(*given, own)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), given)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0), given)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), given)
	case reflect.Interface:
		for _, agent := range []any{&Association{}, &VirtualLocation{}, &ImageObject{}} {
			if one := reflect.ValueOf(agent); one.Type().Implements(v.Type()) {
				fill(one.Elem(), given)
				v.Set(one)
				return
			}
		}
	}
}

func BenchmarkJSONLD(b *testing.B) {
	org := &Organization{ID: "https://a.se/#org", Name: "Alingsås kommun", Telephone: "+46322616000"}
	b.ReportAllocs()
	var w bytes.Buffer
	for b.Loop() {
		w.Reset()
		JSONLD(&w, NewsArticle{ID: "https://a.se/1", Headline: "Dialog", Author: []Agent{org}, Publisher: org, Keywords: []string{"a", "b"}},
			org, Breadcrumbs{[]ListItem{{1, "Hem", "https://a.se/"}, {2, "Press", "https://a.se/press/"}, {3, "Dialog", ""}}})
	}
}
