package markdown

import "testing"

func TestHarmlessHTMLLeavesNoTraceInAValue(t *testing.T) {
	for _, c := range []struct{ text, plain, other string }{
		{"Rubrik", "Rubrik", ""},
		{"Rubrik<br>på <BR/> två <b>rader</B>", "Rubrik på två rader", ""},
		{"H<sub>2</sub>O och <strong><em>m<sup>2</sup></em></strong>", "H2O och m2", ""},
		{"<b>aldrig <i>stängd</i>", "<b>aldrig stängd", "<b>"},
		{"stängd</b>", "stängd</b>", "</b>"},
		{"<b><i>över</b> kors</i>", "<i>över kors</i>", "<i>"},
		{"<p>Stycke</p> och <span lang=en>x</span>", "<p>Stycke</p> och <span lang=en>x</span>", "<p>"},
		{"1 < 2 > 0, a<b, <https://a.se> och <anna@a.se>", "1 < 2 > 0, a<b, <https://a.se> och <anna@a.se>", ""},
	} {
		if plain, other := WithoutTags(c.text); plain != c.plain || other != c.other {
			t.Errorf("%q gives %q and %q, want %q and %q", c.text, plain, other, c.plain, c.other)
		}
	}
}
