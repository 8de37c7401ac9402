package markdown

import (
	"strings"
	"testing"
)

func TestFirstParagraph(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"at once", "Ett *stycke*\nmed \"text\".\n\nTvå.", "Ett stycke med ”text”."},
		{"after empty lines", "\n \n\u00a0\nEtt.\n", "Ett."},
		{"after a heading", "## Rubrik\n\nEtt.", "Ett."},
		{"directly after a heading", "## Rubrik\nEtt.", "Ett."},
		{"after an underlined heading", "Rubrik\n---\n\nEtt.", "Ett."},
		{"after a list", "* a\n\n  stycke i listan\n\n* b\n\nEtt.", "Ett."},
		{"after a table", "| a |\n|---|\n| b |\n\nEtt.", "Ett."},
		{"after a figure", "![a](b.jpg)\n\nEtt.", "Ett."},
		{"after code", "```\na\n\nb\n```\n\nEtt.", "Ett."},
		{"after a comment", "<!-- a\n\nb -->\n\nEtt.", "Ett."},
		{"after a quotation", "> a\n\nEtt.", "Ett."},
		{"after a definition", "Term\n\n: Förklaring\n\nEtt.", "Ett."},
		{"a quote", "— Ja, säger Bo Ek.\n\nEtt.", "– Ja, säger Bo Ek."},
		{"a quote with a hyphen", "- Ja, säger Bo Ek.\n\nEtt.", "– Ja, säger Bo Ek."},
		{"a list that looks like quotes at first", "- Ja, säger Bo Ek.\n\n- nej\n\nEtt.", "Ett."},
		{"before a quote", "Ett.\n– Ja, säger Bo Ek.", "Ett."},
		{"with a footnote", "Ett[^1].\n\n[^1]: Not.", "Ett."},
		{"with a reference", "[Ett] [två][b].\n\nMer.\n\n[ett]: https://a.se\n[b]: https://b.se", "Ett två."},
		{"without what it refers to", "[Ett] [två][b].\n\nMer.", "[Ett] [två][b]."},
		{"an address", "Se www.a.se.", "Se www.a.se."},
		{"HTML", "<div>\nEtt", "<div> Ett"},
		{"a hard break", "Ett\\\ntvå", "Ett två"},
		{"none", "## Rubrik\n\n* a\n", ""},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := FirstParagraph([]byte(test.body), "sv"); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if got := firstOfAll(test.body); got != test.want {
				t.Errorf("parsed whole it is %q, want %q", got, test.want)
			}
		})
	}
}

// firstOfAll is the first paragraph of the whole parsed body, which FirstParagraph must agree with.
func firstOfAll(body string) string {
	d := dialectOf("sv")
	b, _ := withinLimits(clean([]byte(body)))
	root, _ := d.parse(b, new(stock))
	text, _ := d.firstParagraph(root, b)
	return text
}

func TestFirstParagraphReadsNoMoreThanItNeeds(t *testing.T) {
	long := []byte("Ett.\n\n" + strings.Repeat("Ett stycke till med *text*.\n\n", 20_000))
	short := []byte("Ett.\n\nTvå.\n")
	spent := func(body []byte) float64 {
		return testing.AllocsPerRun(5, func() { FirstParagraph(body, "sv") })
	}
	// A paragraph takes several: to read them all would be tens of thousands. A pool of memory may give some anew.
	if l, s := spent(long), spent(short); l > s+100 {
		t.Errorf("%v allocations for a long body, %v for a short one", l, s)
	}
}
