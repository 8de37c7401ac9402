package markdown

import (
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestOnlySafeDestinationsBecomeLinks(t *testing.T) {
	for _, test := range []struct {
		destination string
		safe        bool
	}{
		{"https://a.se", true},
		{"http://a.se/x?y=1#z", true},
		{"HTTPS://A.SE", true},
		{"mailto:a@b.se", true},
		{"tel:+46322616122", true},
		{"../meetings/traff.md", true},
		{"bilaga.pdf", true},
		{"/om/", true},
		{"?q=1", true},
		{"#rubrik", true},
		{"sida/a:b", true},
		{"javascript%3Aalert(1)", true}, // a relative path to browsers
		{"https:", false},
		{"https://", false},
		{"https:///a.se", false},
		{"https:a.se", false},
		{"https://@a.se", false},
		{"mailto:", false},
		{"//evil.se", false},
		{`/\\evil.se`, false},
		{`\\\\evil.se`, false},
		{"javascript:alert(1)", false},
		{"JaVaScRiPt:alert(1)", false},
		{"&#106;avascript:alert(1)", false},
		{"javascript&colon;alert(1)", false},
		{"javascript&#58;alert(1)", false},
		{`java\script:alert(1)`, false},
		{`javascript\:alert(1)`, false},
		{"<java&#9;script:alert(1)>", false},
		{"<java&NewLine;script:alert(1)>", false},
		{"<&#1;javascript:alert(1)>", false},
		{"< javascript:alert(1)>", false},
		{"<&nbsp;javascript:alert(1)>", false},
		{"<javascript :alert(1)>", false},
		{"data:text/html;base64,PHNjcmlwdD4", false},
		{"data:image/png;base64,iVBORw0", false},
		{"vbscript:msgbox(1)", false},
		{"file:///etc/passwd", false},
		{"ftp://a.se", false},
		{"blob:https://a.se/1", false},
		{"C:/fil.pdf", false},
		{"", false},
	} {
		t.Run(test.destination, func(t *testing.T) {
			body := "före [text](" + test.destination + ") efter"
			doc, faults := Parse(Source{Data: []byte(body), Lang: "sv"})
			html := string(doc.HTML(Resolver{}))
			if got := strings.Contains(html, "<a href="); got != test.safe {
				t.Errorf("%s, want a link: %v", html, test.safe)
			}
			if got := len(doc.Links()) == 1; got != test.safe {
				t.Errorf("links %+v, want one: %v", doc.Links(), test.safe)
			}
			if got := len(faults) == 1 && faults[0].Code == diag.UnsafeLink; got == test.safe {
				t.Errorf("reports %v, want one: %v", faults, !test.safe)
			}
			if !strings.Contains(doc.Plain(), "text") {
				t.Errorf("the text is lost: %s", html)
			}
		})
	}
}

func TestLinksAreListedInOrderWithPositions(t *testing.T) {
	const file = "---\ntitle: x\n---\nSe [en *länk*](a.md) och ![bild](b.jpg),\r\nåäö www.c.se [^1]\n\n[^1]: Not <https://d.se>.\n"
	doc, _ := Parse(Source{File: "f.md", Data: []byte(file), Offset: len("---\ntitle: x\n---\n"), Lang: "sv"})
	at := func(line, column int) diag.Position { return diag.Position{File: "f.md", Line: line, Column: column} }
	want := []Link{
		{"a.md", "en länk", false, at(4, 4)},
		{"b.jpg", "bild", true, at(4, 26)},
		{"https://www.c.se", "www.c.se", false, at(5, 5)},
		{"https://d.se", "https://d.se", false, at(7, 12)},
	}
	got := doc.Links()
	if len(got) != len(want) {
		t.Fatalf("%d links: %+v", len(got), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("link %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

func TestPositionsCountFromTheFilesBeginning(t *testing.T) {
	const front = "---\ntitle: åäö\n---\n"
	const body = "Åäö <b>\n\r\n\u00a0- Ensam mening.\r\nmer \x00\xff<i>.\n\n  # Först\n\n[x]( javascript:y )"
	_, faults := Parse(Source{File: "f.md", Data: []byte(front + body), Offset: len(front), Lang: "sv"})
	want := "f.md:4:5 raw-html <b>\nf.md:6:2 doubtful-hyphen \nf.md:7:7 raw-html <i>\n" +
		"f.md:9:3 first-level-heading \nf.md:11:1 unsafe-link javascript:y\n"
	var got strings.Builder
	for _, f := range faults {
		got.WriteString(f.Position.String() + " " + string(f.Code) + " " + f.Arg("html") + f.Arg("target") + "\n")
	}
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestLocatorAgreesWithDiag(t *testing.T) {
	data := []byte("ett\ntvå åäö\n\n– fyra")
	l := newLocator(data[2:], diag.At("f", data, 2))
	for _, offset := range []int{0, 1, 9, 9, 14, 3, len(data), -1, 12, len(data) * 2} {
		inFile := 2 + min(max(offset, 0), len(data)-2)
		if got, want := l.position(offset), diag.At("f", data, inFile); got != want {
			t.Errorf("offset %d: %v, want %v", offset, got, want)
		}
	}
}

func TestTextWithinAValueIsReportedAtTheValue(t *testing.T) {
	at := diag.Position{File: "f.md", Line: 7, Column: 11}
	doc, faults := Parse(Source{Data: []byte("x\n\n[a](b.md) <b>"), Lang: "sv", Within: at})
	if len(faults) != 1 || faults[0].Position != at || len(doc.Links()) != 1 || doc.Links()[0].Position != at {
		t.Errorf("faults %v and links %+v, want all at %v", faults, doc.Links(), at)
	}
}
