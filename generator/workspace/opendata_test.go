package workspace_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/net/html"
)

// dataSites are the sites whose open data is read here by programs that did not write it.
var dataSites = []struct {
	name, content, base string
	hasLicence          bool
}{
	{"real", "../../content", base, false},
	{"invented", "../testdata/looks/content", "https://press.example.se", true},
}

// dataFiles gives what a site has in /data/ and what the host is told of it.
func dataFiles(t *testing.T, content string) map[string][]byte {
	t.Helper()
	_, table := newTimeMachine(t, content).at(time.Date(2026, 6, 15, 12, 0, 0, 0, sitetest.Zone("Europe/Stockholm")))
	files := map[string][]byte{}
	for _, r := range table {
		if strings.HasPrefix(r.URL, "/data/") || r.URL == "/en/data/" || r.URL == "/_headers" || r.URL == "/sitemap.xml" {
			files[r.URL] = render(t, r)
		}
	}
	return files
}

func validator(t *testing.T, files map[string][]byte, base, url string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.DefaultDraft(nil) // the schema has to say which it is of
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(files[url]))
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	if id := doc.(map[string]any)["$id"]; id != base+url {
		t.Errorf("%s calls itself %s", url, id)
	}
	if err := c.AddResource(base+url, doc); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	schema, err := c.Compile(base + url)
	if err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	return schema
}

func TestDataIsAsItsSchemaSays(t *testing.T) {
	for _, s := range dataSites {
		files := dataFiles(t, s.content)
		for _, name := range []string{"press", "meetings", "contacts"} {
			data := files["/data/"+name+".json"]
			for _, url := range []string{"/data/" + name + ".schema.json", "/data/" + name + ".schema.en.json"} {
				doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
				if err != nil {
					t.Fatalf("%s: %s: %v", s.name, name, err)
				}
				schema := validator(t, files, s.base, url)
				if err := schema.Validate(doc); err != nil {
					t.Errorf("%s: %v", s.name, err)
				}
				checkStrict(t, schema, doc.(map[string]any))
			}
		}
	}
}

// checkStrict tries documents that are wrong: a schema that takes everything would tell nothing.
func checkStrict(t *testing.T, schema *jsonschema.Schema, doc map[string]any) {
	t.Helper()
	first := doc["items"].([]any)[0].(map[string]any)
	for name, value := range map[string]any{"another": "x", "id": "", "url": "no address", "language": 1} {
		kept, isThere := first[name]
		first[name] = value
		if schema.Validate(doc) == nil {
			t.Errorf("%s: %v is taken for right", name, value)
		}
		delete(first, name)
		if isThere {
			if schema.Validate(doc) == nil {
				t.Errorf("a record without %s is taken for right", name)
			}
			first[name] = kept
		}
	}
	if _, isThere := first["published"]; isThere {
		kept := first["published"]
		first["published"] = "2012-03-27 18.00"
		if schema.Validate(doc) == nil {
			t.Error("a date as people write it is taken for right")
		}
		first["published"] = kept
	}
	if err := schema.Validate(doc); err != nil {
		t.Error("the document is not what it was: ", err)
	}
}

type dataFile struct {
	Schema    string           `json:"$schema"`
	Publisher string           `json:"publisher"`
	Licence   string           `json:"licence"`
	Items     []map[string]any `json:"items"`
}

func readData(t *testing.T, files map[string][]byte, name string) dataFile {
	t.Helper()
	var d dataFile
	if err := json.Unmarshal(files["/data/"+name+".json"], &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// An id that nothing has leads a program astray, and two records of one id and language are one too many.
func TestDataRefersToWhatIsThere(t *testing.T) {
	for _, s := range dataSites {
		files := dataFiles(t, s.content)
		ids := map[string]map[string]bool{}
		for _, name := range []string{"press", "meetings", "contacts"} {
			d, seen := readData(t, files, name), map[string]bool{}
			ids[name] = map[string]bool{}
			for _, item := range d.Items {
				key := item["id"].(string) + " " + item["language"].(string)
				if seen[key] {
					t.Errorf("%s: %s has %s twice", s.name, name, key)
				}
				seen[key], ids[name][item["id"].(string)] = true, true
			}
			if d.Schema != s.base+"/data/"+name+".schema.json" || d.Publisher == "" || (d.Licence != "") != s.hasLicence {
				t.Errorf("%s: %s begins with %s, %s, %s", s.name, name, d.Schema, d.Publisher, d.Licence)
			}
		}
		for name, fields := range map[string]map[string]string{"press": {"meetings": "meetings", "contacts": "contacts"}, "meetings": {"participants": "contacts", "contacts": "contacts"}} {
			for _, item := range readData(t, files, name).Items {
				for field, of := range fields {
					for _, id := range item[field].([]any) {
						if !ids[of][id.(string)] {
							t.Errorf("%s: %s %s names %s, which %s.json does not have", s.name, name, item["id"], id, of)
						}
					}
				}
			}
		}
	}
}

// The table has what the JSON file has.
func TestTablesSayWhatTheJSONSays(t *testing.T) {
	for _, s := range dataSites {
		files := dataFiles(t, s.content)
		for _, name := range []string{"press", "meetings"} {
			rows, err := csv.NewReader(bytes.NewReader(files["/data/"+name+".csv"])).ReadAll()
			items := readData(t, files, name).Items
			if err != nil || len(rows) != len(items)+1 || len(items) < 2 {
				t.Fatalf("%s: %s has %d rows and %d records: %v", s.name, name, len(rows), len(items), err)
			}
			for i, item := range items {
				for n, field := range rows[0] {
					if want, isText := item[field].(string); isText && strings.TrimPrefix(rows[i+1][n], "'") != want || item[field] == nil && rows[i+1][n] != "" {
						t.Errorf("%s: %s, row %d: %s is %q and %v", s.name, name, i+1, field, rows[i+1][n], item[field])
					}
				}
			}
		}
		if _, isThere := files["/data/contacts.csv"]; isThere {
			t.Errorf("%s: people are handed out as a table", s.name)
		}
	}
}

// The page, the schema and the file are made of one description.
func TestTheDataPageExplainsEveryField(t *testing.T) {
	for _, s := range dataSites {
		files := dataFiles(t, s.content)
		for _, url := range []string{"/data/", "/en/data/"} {
			told := textsOf(t, files[url], "dt")
			var fields []string
			for _, name := range []string{"press", "meetings", "contacts"} {
				rows, suffix := schemaFields(t, files["/data/"+name+".schema.json"]), map[string]string{"/data/": ".schema.json", "/en/data/": ".schema.en.json"}[url]
				for _, row := range rows {
					if !slices.Contains(told, row.name) {
						t.Errorf("%s: %s does not explain %s", s.name, url, row.name)
					}
				}
				fields = append(fields, make([]string, len(rows))...)
				for _, row := range schemaFields(t, files["/data/"+name+suffix]) {
					if row.help == "" || !strings.Contains(strings.Join(textsOf(t, files[url], "dd"), "\n"), row.help) {
						t.Errorf("%s: %s does not say of %s %q", s.name, url, row.name, row.help)
					}
				}
			}
			if len(told) != len(fields) {
				t.Errorf("%s: %s explains %d fields, the schemas have %d", s.name, url, len(told), len(fields))
			}
			if text := string(files[url]); strings.Contains(text, `rel="license"`) != s.hasLicence || strings.Contains(text, "/data/dcat.rdf") != s.hasLicence {
				t.Errorf("%s: what %s says of a licence is wrong", s.name, url)
			}
			if !strings.Contains(string(files["/sitemap.xml"]), "<loc>"+s.base+url+"</loc>") {
				t.Errorf("%s: search engines are not told of %s", s.name, url)
			}
		}
	}
}

type schemaField struct{ name, help string }

func schemaFields(t *testing.T, schema []byte) []schemaField {
	t.Helper()
	var s struct {
		Defs struct {
			Item struct {
				Properties map[string]struct{ Description string }
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema, &s); err != nil {
		t.Fatal(err)
	}
	var fields []schemaField
	for name, p := range s.Defs.Item.Properties {
		fields = append(fields, schemaField{name, p.Description})
	}
	return fields
}

// textsOf gives the texts of all elements of a kind.
func textsOf(t *testing.T, page []byte, element string) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != element {
			continue
		}
		var b strings.Builder
		for child := range n.Descendants() {
			if child.Type == html.TextNode {
				b.WriteString(child.Data)
			}
		}
		texts = append(texts, b.String())
	}
	return texts
}

func TestTheHostTellsWhatDataIs(t *testing.T) {
	for _, s := range dataSites {
		headers := string(dataFiles(t, s.content)["/_headers"])
		for _, want := range []string{
			"\n/data/*\n  Cache-Control: public, max-age=0, must-revalidate\n  Access-Control-Allow-Origin: *\n",
			"\n/data/press.csv\n  Content-Type: text/csv; charset=utf-8; header=present\n",
			"\n/data/press.schema.en.json\n  Content-Type: application/schema+json\n",
		} {
			if !strings.Contains(headers, want) {
				t.Errorf("%s: the headers lack %q", s.name, want)
			}
		}
		if strings.Contains(headers, "\n/data/dcat.rdf\n  Content-Type: application/rdf+xml\n") != s.hasLicence || strings.Count(headers, "Access-Control") != 1 {
			t.Errorf("%s: got\n%s", s.name, headers)
		}
	}
}
