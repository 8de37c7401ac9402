package site

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// picture is a PNG file, 2 pixels wide and 1 high.
var picture = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 1))); err != nil {
		panic(err)
	}
	return b.Bytes()
}()

func TestWhatIsPublicChangesAtTheMoment(t *testing.T) {
	noon := "2026-06-15 12:00" // now
	for _, c := range []struct {
		name               string
		draft              bool
		published, expires string // "" for none
		want               State
	}{
		{name: "no dates", want: Public},
		{name: "published at this moment", published: noon, want: Public},
		{name: "published in a minute", published: "2026-06-15 12:01", want: Embargoed},
		{name: "published a second ago", published: "2026-06-15 11:59:59", want: Public},
		{name: "published today", published: "2026-06-15", want: Public},
		{name: "published tomorrow", published: "2026-06-16", want: Embargoed},
		{name: "the same moment in another zone", published: "2026-06-15T10:00:00Z", want: Public},
		{name: "a minute later in another zone", published: "2026-06-15T10:01:00Z", want: Embargoed},
		{name: "expires at this moment", published: "2026-06-01", expires: noon, want: Expired},
		{name: "expires in a minute", published: "2026-06-01", expires: "2026-06-15 12:01", want: Public},
		{name: "expires today", published: "2026-06-01", expires: "2026-06-15", want: Expired},
		{name: "expires tomorrow", published: "2026-06-01", expires: "2026-06-16", want: Public},
		{name: "a draft that would be public", draft: true, published: "2026-06-01", want: Draft},
		{name: "a draft that would be under embargo", draft: true, published: "2026-07-01", want: Draft},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := &linker{now: now}
			if got := l.stateOf(&content.Item{Draft: c.draft}, dayOrNone(c.published), dayOrNone(c.expires)); got != c.want {
				t.Errorf("got state %d, want %d", got, c.want)
			}
		})
	}
}

func dayOrNone(text string) locale.Date {
	if text == "" {
		return locale.Date{}
	}
	return day(text)
}

func TestWithheldItemsAreShownOnlyToThoseWhoAsk(t *testing.T) {
	for _, c := range []struct {
		drafts, future bool
		want           []State
	}{
		{false, false, []State{Public}},
		{true, false, []State{Public, Draft}},
		{false, true, []State{Public, Embargoed}},
		{true, true, []State{Public, Draft, Embargoed}},
	} {
		l := &linker{options: Options{Drafts: c.drafts, Future: c.future}}
		var got []State
		for s := Public; s <= Expired; s++ {
			if l.isShown(s) {
				got = append(got, s)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("drafts %v, future %v: states %v are shown, want %v", c.drafts, c.future, got, c.want)
		}
	}
}

func TestAMeetingIsOverWhenItsDayOrHourIs(t *testing.T) {
	for _, c := range []struct{ name, start, end, want string }{
		{"no start", "", "", ""},
		{"an hour without an end lasts the day", "2026-06-15 18:00", "", "2026-06-16 00:00"},
		{"a day", "2026-06-15", "", "2026-06-16 00:00"},
		{"several days", "2026-06-15", "2026-06-17", "2026-06-18 00:00"},
		{"from hour to hour", "2026-06-15 18:00", "2026-06-15 20:00", "2026-06-15 20:00"},
		{"from an hour to a day", "2026-06-15 18:00", "2026-06-16", "2026-06-17 00:00"},
		{"the day when clocks go forward has 23 hours", "2026-03-29", "", "2026-03-30 00:00"},
		{"the day when clocks go back has 25 hours", "2026-10-25", "", "2026-10-26 00:00"},
		{"the last day of a month", "2026-06-30", "", "2026-07-01 00:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, want := over(dayOrNone(c.start), dayOrNone(c.end)), dayOrNone(c.want).Time; !got.Equal(want) {
				t.Errorf("over at %v, want %v", got, want)
			}
		})
	}
}

func TestMeetingsAreSortedByTimeThenTitleThenAddress(t *testing.T) {
	meeting := func(start, title, url string) *Meeting {
		return &Meeting{Item: Item{Title: title, URL: url}, Start: dayOrNone(start)}
	}
	want := []*Meeting{
		meeting("2026-06-14", "Ö", "/o/"), meeting("2026-06-15", "A", "/a/"), meeting("2026-06-15", "B", "/a/"), meeting("2026-06-15", "B", "/b/"),
		meeting("2026-06-15 18:00", "A", "/a/"), meeting("", "A", "/a/"), meeting("", "B", "/a/"),
	}
	for i := range want {
		for j := range want {
			got := byStart(want[i], want[j])
			if (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("number %d against %d: %d", i, j, got)
			}
		}
	}
}

func TestAnExcerptEndsAtAWordAndKeepsTheLimit(t *testing.T) {
	for _, c := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"short enough", "Kommunen bjuder in", 18, "Kommunen bjuder in"},
		{"one too long", "Kommunen bjuder in.", 18, "Kommunen bjuder …"},
		{"a word that just fits", "Kommunen bjuder in till", 20, "Kommunen bjuder in …"},
		{"one character less", "Kommunen bjuder in till", 19, "Kommunen bjuder …"},
		{"marks before the cut are dropped", "Kommunen bjuder, – in nu", 20, "Kommunen bjuder …"},
		{"letters are counted, not bytes", "åäö åäö åäö åäö", 13, "åäö åäö åäö …"},
		{"a word that never ends", strings.Repeat("a", 30), 10, "aaaaaaaa …"},
		{"empty", "", 10, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := excerpt(c.text, c.limit)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if n := len([]rune(got)); n > c.limit {
				t.Errorf("%d characters, the limit is %d", n, c.limit)
			}
		})
	}
}

func TestTheNextMomentIsTheFirstThatComes(t *testing.T) {
	at := func(text string) time.Time { return day(text).Time }
	as := func(now time.Time) moments {
		m := moments{now: now}
		m.add(Publication, at("2026-06-01"))
		m.add(Publication, time.Time{})
		m.add(Passing, at("2026-06-15 12:00"))
		m.add(Passing, at("2026-06-15 12:01"))
		m.add(Expiry, at("2026-06-15 12:02"))
		m.add(Expiry, at("2026-06-15 12:01"))
		m.add(Passing, at("2026-06-15 12:01"))
		return m
	}
	if got := soonest(as(now).coming); !got.At.Equal(at("2026-06-15 12:01")) || !slices.Equal(got.Whys, []Why{Expiry, Passing}) {
		t.Errorf("the next is %v, want the one in a minute with both that happen then", got)
	}
	if got := soonest(as(now.Add(2 * time.Minute)).coming); !got.At.IsZero() || got.Whys != nil {
		t.Errorf("after the last comes %v, want none", got)
	}
}

func TestSecurityTxtHoldsForSixToTwelveMonths(t *testing.T) {
	for made, want := range map[string]string{
		"2026-01-01T00:00:00Z": "2027-01-01T00:00:00Z", "2026-06-30T23:59:59Z": "2027-01-01T00:00:00Z",
		"2026-07-01T00:00:00Z": "2027-07-01T00:00:00Z", "2026-12-31T23:59:59Z": "2027-07-01T00:00:00Z",
		"2027-01-01T00:30:00+01:00": "2027-07-01T00:00:00Z",
	} {
		at, err := time.Parse(time.RFC3339, made)
		if err != nil {
			t.Fatal(err)
		}
		if got := securityExpires(at).Format(time.RFC3339); got != want {
			t.Errorf("made at %s it holds until %s, want %s", made, got, want)
		}
	}
}

const anna = "---\nname: Anna Ek\nrole: ordförande\nphone: 0322-61 61 22\n---\n"

func TestATranslationIsNotPublicBeforeItsOriginal(t *testing.T) {
	fsys := folderOf(t,
		"contacts/anna-ek.md", anna,
		"press/a/index.md", "---\ntitle: A\ndate: 2026-07-01\ncontacts: [anna-ek]\nattachments: [{file: plan.pdf}]\n---\n",
		"press/a/index.en.md", "---\ntitle: A\ndate: 2026-06-01\n---\n",
		"press/a/plan.pdf", "x")
	s, _ := link(t, fsys, Options{})
	if n := len(s.Edition("en").Releases); n != 0 || len(s.Files) != 0 {
		t.Errorf("%d releases and %d files are shown in English, want none", n, len(s.Files))
	}
	s, _ = link(t, fsys, Options{Now: day("2026-07-01").Time})
	if n := len(s.Edition("en").Releases); n != 1 || len(s.Files) != 1 || s.Files[0].URL != "/pressmeddelanden/a/plan.pdf" {
		t.Errorf("%d releases and the files %v are shown, want one of each, below the original", n, s.Files)
	}
}

func TestAContactIsListedWhileItsTranslationIsADraft(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"contacts/anna-ek.en.md", "---\nrole: chair\ndraft: true\n---\n"), Options{})
	en := s.Edition("en").Contacts
	if len(en) != 1 || en[0].Role != "ordförande" || en[0].TextLang != "sv" || en[0].URL != "/en/contact/anna-ek/" {
		t.Errorf("English has %d contacts, want Anna with her Swedish role", len(en))
	}
}

func TestListsHoldWhatIsInTheirLanguageOrInNoOther(t *testing.T) {
	s, diags := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"meetings/kvall.md", "---\ntitle: Kväll\n---\n",
		"press/old.md", "---\ntitle: Gammal\ndate: 2026-05-01\ncontacts: [anna-ek]\nreplaced_by: new\n---\nText.\n",
		"press/old.en.md", "---\ntitle: Old\n---\nText.\n",
		"press/new.md", "---\ntitle: Ny\ndate: 2026-06-01\ncontacts: [anna-ek]\nmeetings: [kvall]\n---\nText.\n",
		"press/a.md", "---\ntitle: A\ndate: 2026-06-02\ncontacts: [anna-ek]\nmeetings: [kvall]\n---\nText.\n",
		"press/a.en.md", "---\ntitle: A in English\n---\nText.\n"), Options{})
	if len(diags) > 0 {
		t.Fatalf("reported %v", diags)
	}
	sv, en := s.Edition("sv"), s.Edition("en")
	if got := titlesOf(sv.Meetings[0].Releases); got != "A, Ny" {
		t.Errorf("the meeting lists %q, want A, Ny", got)
	}
	if got := titlesOf(sv.Contacts[0].Releases); got != "A, Ny, Gammal" {
		t.Errorf("the Swedish contact lists %q, want A, Ny, Gammal", got)
	}
	if got := titlesOf(en.Contacts[0].Releases); got != "A in English, Ny, Old" {
		t.Errorf("the English contact lists %q, want A in English, Ny, Old", got)
	}
	if got := titlesOf(en.Meetings[0].Releases); got != "A in English, Ny" || en.Meetings[0].TextLang != "sv" {
		t.Errorf("the meeting lists %q in English, want A in English, Ny", got)
	}
	if got := titlesOf(en.Listed); got != "A in English, Ny, Old" || titlesOf(en.Releases) != "A in English, Old" {
		t.Errorf("English lists show %q, and %q are in English", got, titlesOf(en.Releases))
	}
	if got := titlesOf(sv.Listed); got != "A, Ny, Gammal" {
		t.Errorf("Swedish lists show %q", got)
	}
	if got := titlesOf(sv.Releases[1].Replaces); got != "Gammal" {
		t.Errorf("the new release replaces %q, want Gammal", got)
	}
	if got := en.Releases[1].ReplacedBy; got == nil || got.TextLang != "sv" {
		t.Errorf("the old English release is replaced by %v, want the Swedish one", got)
	}
}

func titlesOf(releases []*Release) string {
	var titles []string
	for _, r := range releases {
		titles = append(titles, r.Title)
	}
	return strings.Join(titles, ", ")
}

func TestWithdrawnReleasesStayWhereTheyStood(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"meetings/kvall.md", "---\ntitle: Kväll\n---\n",
		"press/a.md", "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\nmeetings: [kvall]\ntopics: [Bara där]\nwithdrawn: {date: 2026-06-02, reason: Fel.}\n---\nHemsk text.\n"), Options{})
	e := s.Edition("sv")
	if len(e.Releases) != 1 || len(e.Contacts[0].Releases) != 1 || len(e.Meetings[0].Releases) != 1 || len(e.Topics) != 1 || len(e.Topics[0].Releases) != 1 {
		t.Fatal("a withdrawn release is missing in a list")
	}
	if r := e.Releases[0]; r.Withdrawn == nil || r.Description() != "Fel." {
		t.Errorf("it is described by %q", r.Description())
	}
}

// What is dated by a day alone is told to whoever has read the text on that day, and each one of several.
func TestAChangeOfTheSameDayMovesTheLastChange(t *testing.T) {
	at := func(text string) locale.Date { return day(text) }
	first := at("2026-06-01 08:00").Time
	for _, c := range []struct {
		name  string
		dates []locale.Date
		want  string
	}{
		{"none", nil, "2026-06-01 08:00:00"},
		{"no date", []locale.Date{{}}, "2026-06-01 08:00:00"},
		{"with a time", []locale.Date{at("2026-06-01 09:30")}, "2026-06-01 09:30:00"},
		{"the day of publication", []locale.Date{at("2026-06-01")}, "2026-06-01 23:59:01"},
		{"twice that day", []locale.Date{at("2026-06-01"), at("2026-06-01")}, "2026-06-01 23:59:02"},
		{"that day and an hour of it", []locale.Date{at("2026-06-01"), at("2026-06-01 23:00")}, "2026-06-01 23:59:01"},
		{"a later day with a time", []locale.Date{at("2026-06-01"), at("2026-06-03 10:00"), at("2026-06-02")}, "2026-06-03 10:00:00"},
		{"a day of 23 hours", []locale.Date{at("2026-03-29"), at("2027-03-28")}, "2027-03-28 23:59:01"},
	} {
		if got := lastChange(first, c.dates...).Format(time.DateTime); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestFilesArePublishedThroughWhatIsShown(t *testing.T) {
	release := func(head, body string) string {
		return "---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\n" + head + "---\n" + body
	}
	for _, c := range []struct {
		name string
		fsys fstest.MapFS
		want string
	}{
		{"an attachment", folderOf(t, "press/a/index.md", release("attachments: [{file: plan.pdf}]\n", ""), "press/a/plan.pdf", "x"), "/pressmeddelanden/a/plan.pdf"},
		{"a link in the body", folderOf(t, "press/a/index.md", release("", "Se [planen](plan.pdf).\n"), "press/a/plan.pdf", "x"), "/pressmeddelanden/a/plan.pdf"},
		{"a name with spaces", folderOf(t, "press/a/index.md", release("", "Se [planen](<ny plan.pdf>).\n"), "press/a/ny plan.pdf", "x"), "/pressmeddelanden/a/ny%20plan.pdf"},
		{"an image in a folder below", folderOf(t, "press/a/index.md", release("", "![Torget](bilder/torg.png)\n"), "press/a/bilder/torg.png", "PNG"), "/pressmeddelanden/a/bilder/torg.png"},
		{"of a flat file", folderOf(t, "press/a.md", release("attachments: [{file: plan.pdf}]\n", ""), "press/plan.pdf", "x"), "/pressmeddelanden/a/plan.pdf"},
		{"with a slug", folderOf(t, "press/a/index.md", release("slug: b\nattachments: [{file: plan.pdf}]\n", ""), "press/a/plan.pdf", "x"), "/pressmeddelanden/b/plan.pdf"},
		{"once for all languages", folderOf(t, "press/a/index.md", release("attachments: [{file: plan.pdf}]\n", ""), "press/a/index.en.md", "---\ntitle: E\n---\n[p](plan.pdf)\n", "press/a/plan.pdf", "x"), "/pressmeddelanden/a/plan.pdf"},
		{"not where nothing names it", folderOf(t, "press/a/index.md", release("", "Text.\n"), "press/a/plan.pdf", "x"), ""},
		{"not where it is mentioned only", folderOf(t, "press/a/index.md", release("", "Filen plan.pdf finns hos oss.\n"), "press/a/plan.pdf", "x"), ""},
		{"not because its name ends another", folderOf(t, "press/a.md", release("", "Se [d](detaljplan.pdf).\n"), "press/plan.pdf", "x", "press/detaljplan.pdf", "x"), "/pressmeddelanden/a/detaljplan.pdf"},
		{"not of a draft", folderOf(t, "press/a/index.md", release("draft: true\nattachments: [{file: plan.pdf}]\n", "![x](b.png)\n"), "press/a/plan.pdf", "x", "press/a/b.png", "PNG"), ""},
		{"not of a draft's folder through another item", folderOf(t, "press/a/index.md", release("draft: true\n", ""), "press/a/plan.pdf", "x", "press/b.md", release("", "[p](a/plan.pdf)\n")), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.fsys["contacts/anna-ek.md"] = &fstest.MapFile{Data: []byte(anna)}
			s, _ := link(t, c.fsys, Options{})
			var got []string
			for _, f := range s.Files {
				got = append(got, f.URL)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("published %q, want %q", got, c.want)
			}
		})
	}
}

func TestPicturesKnowTheirSize(t *testing.T) {
	s, diags := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"press/a/index.md", "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\nimages: [{file: a.png, alt: Torget, credit: A, licence: B}]\n---\n![b](b.png)\n",
		"press/a/a.png", "PNG", "press/a/b.png", "PNG"), Options{})
	if len(diags) > 0 {
		t.Fatalf("reported %v", diags)
	}
	image := s.Edition("sv").Releases[0].Images[0]
	if image.Width != 2 || image.Height != 1 || image.Type != "image/png" || image.Extension() != "png" {
		t.Errorf("got %+v, want a PNG of 2 × 1", image.File)
	}
	html, _ := s.Edition("sv").Releases[0].Body.HTML()
	if want := `src="/pressmeddelanden/a/b.png"`; !strings.Contains(string(html), want) || !strings.Contains(string(html), `width="2"`) {
		t.Errorf("the body is %s, want %s and its size", html, want)
	}
}

func TestContactsOfOneNameAreNobodysVoice(t *testing.T) {
	quote := "– Vi vill lyssna, säger Anna Ek.\n"
	release := "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n" + quote
	one, _ := link(t, folderOf(t, "contacts/anna-ek.md", anna, "press/a.md", release), Options{})
	if html, _ := one.Edition("sv").Releases[0].Body.HTML(); !strings.Contains(string(html), "/kontakt/anna-ek/") {
		t.Errorf("the speaker is not linked: %s", html)
	}
	two, _ := link(t, folderOf(t, "contacts/anna-ek.md", anna, "contacts/anna-ek-2.md", anna, "press/a.md", release), Options{})
	if html, _ := two.Edition("sv").Releases[0].Body.HTML(); strings.Contains(string(html), "/kontakt/") {
		t.Errorf("one of two is linked: %s", html)
	}
}

func TestTheModelIsTheSameEachTime(t *testing.T) {
	var pairs []string
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
		pairs = append(pairs,
			"contacts/"+id+".md", "---\nname: Namn\nrole: roll\n---\n",
			"meetings/"+id+".md", "---\ntitle: Träff\nparticipants: [a, b]\ntopics: [X, Y]\n---\n",
			"press/"+id+".md", "---\ntitle: Titel\ndate: 2026-06-01\ncontacts: [f, a]\nmeetings: [a]\ntopics: [Y, X]\n---\n",
			"press/"+id+".en.md", "---\ntitle: Title\ntopics: [Y2, X2]\n---\n")
	}
	first := ""
	for range 5 {
		s, _ := link(t, folderOf(t, pairs...), Options{})
		var b strings.Builder
		for _, e := range s.Editions {
			for _, i := range e.Items() {
				b.WriteString(i.URL + " ")
				for _, tr := range i.Translations {
					b.WriteString(tr.URL + " ")
				}
			}
			for _, topic := range e.Topics {
				b.WriteString(topic.URL + titlesOf(topic.Releases) + " ")
			}
		}
		if first == "" {
			first = b.String()
		}
		if b.String() != first {
			t.Fatalf("got  %s\nwant %s", b.String(), first)
		}
	}
}
