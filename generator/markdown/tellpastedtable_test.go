package markdown

import (
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestATableThatIsPastedIsShownInMarkdown(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"HTML", "<table><tr><th>Dag</th><th>Plats</th></tr><tr><td>1 maj</td><td>Torget</td></tr></table>",
			"| Dag | Plats |\n| --- | --- |\n| 1 maj | Torget |"},
		{"from Word, over several blocks", "<TABLE class=Mso border=1>\n <tr>\n  <td width=10 style='x'><p class=Mso><b>Dag</b></p></td>\n\n  <td><p>Plats&nbsp;</p></td></tr>\n\n     <tr><td>1<br>maj</td><td>A | B</td></tr>\n\n</TABLE>",
			"| <strong>Dag</strong> | Plats |\n| --- | --- |\n| 1<br>maj | A \\| B |"},
		{"links and marks", "<table><tr><td>A</td></tr><tr><td><a href=\"https://a.se/x y\">B</a> <span>och</span> H<sub>2</sub>O &amp; <i></i></td></tr></table>",
			"| A |\n| --- |\n| [B](<https://a.se/x y>) och H<sub>2</sub>O &amp; |"},
		{"cells that span", "<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>C</td><td>D</td></tr></table>",
			"| A | B | |\n| --- | --- | --- |\n| A | C | D |"},
		{"a table in a cell, no ends", "<table><thead><tr><td>A<tbody><tr><td>B<table><tr><td>C</td></tr></table></table>",
			"| A |\n| --- |\n| BC |"},
		{"nothing but lies", "<table><tr><td colspan=99999999 rowspan=99999999>A</td></tr></table>",
			"| A |\n| --- |"},
		{"tabs", "Dag\tTid\n1 maj\t9–10 | 12\n2 maj\t", "| Dag | Tid |\n| --- | --- |\n| 1 maj | 9–10 \\| 12 |\n| 2 maj | |"},
		{"tabs, an empty corner", "Text.\n\n\t1 maj\t2 maj\nkl. 9\tFrukost\tLunch\nkl. 12\tX\tY\n\nText.", "| | 1 maj | 2 maj |\n| --- | --- | --- |\n| kl. 9 | Frukost | Lunch |\n| kl. 12 | X | Y |"},
		{"several tabs", "Dag\t\tTid\n1 maj\t\t9–10", "| Dag | Tid |\n| --- | --- |\n| 1 maj | 9–10 |"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, faults := Parse(Source{File: "f.md", Data: []byte(c.body), Lang: "sv"})
			if len(faults) != 1 || faults[0].Arg("paste") != c.want || !strings.HasSuffix(faults[0].Hint("sv"), ":\n"+c.want) {
				t.Fatalf("told %+v\n%v, want one fault with\n%s", faults, pastes(faults), c.want)
			}
			doc, faults := Parse(Source{File: "f.md", Data: []byte(c.want), Lang: "sv"})
			if len(faults) > 0 || !strings.Contains(doc.HTML(Resolver{}), "<table>") {
				t.Errorf("what is to be pasted makes %s and %v", doc.HTML(Resolver{}), faults)
			}
		})
	}
}

func pastes(l diag.List) (all []string) {
	for _, d := range l {
		all = append(all, d.Arg("paste"))
	}
	return all
}

func TestWhatIsNoTableIsNoneToPaste(t *testing.T) {
	for _, body := range []string{
		"<table><tr><td>aldrig slut", "<table></table>", "Namn\tTelefon", "•\tett\n•\ttvå", "1)\tett\n2)\ttvå", "o\tett\no\ttvå",
		"ett\ttvå\nutan", "* a\tb\n* c\td", "    kod\n    mer", "\tkod\n\tmer", "– Hej\tdu.\n– Hej\tdu.",
		"<table>" + strings.Repeat("<tr><td>a</td><td>b</td></tr>", mostPastedCells) + "</table>",
	} {
		_, faults := Parse(Source{File: "f.md", Data: []byte(body), Lang: "sv"})
		for _, f := range faults {
			if f.Arg("paste") != "" {
				t.Errorf("%.40q is shown as %.60q", body, f.Arg("paste"))
			}
		}
	}
}

func TestHTMLIsToldOnceForEachBlock(t *testing.T) {
	body := "<p>En <span>text</span> <font>med</font></p>\n<div>taggar</div>\n\n| <u>a</u> | <u>b</u> |\n|---|---|\n| <s>c</s> | <s>d</s> |\n\n* <u>e</u> <s>f</s>\n* <u>g</u>\n"
	_, faults := Parse(Source{File: "f.md", Data: []byte(body), Lang: "sv"})
	var lines []int
	for _, f := range faults {
		if f.Code != diag.RawHTML {
			t.Errorf("told %v", f)
		}
		lines = append(lines, f.Line)
	}
	if len(lines) != 4 || lines[0] != 1 || lines[1] != 4 || lines[2] != 8 || lines[3] != 9 {
		t.Errorf("told at lines %v, want 1, 4, 8 and 9", lines)
	}
}
