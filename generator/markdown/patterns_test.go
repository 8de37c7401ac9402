package markdown

import (
	"fmt"
	"strings"

	"alingsas.se/dialog/generator/limits"
)

// A pattern is a text that some Markdown parsers need the square of its length for, or that becomes a
// page of many times its size.
type pattern struct {
	name string
	text func(size int) string
}

// repeated gives as many of unit as make the size.
func repeated(unit string) func(int) string {
	return func(size int) string { return strings.Repeat(unit, size/len(unit)) }
}

// numbered gives lines that each hold their number where unit has %[1]d.
func numbered(unit string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for i := 1; b.Len() < size; i++ {
			fmt.Fprintf(&b, unit, i)
		}
		return b.String()
	}
}

// half gives half of the size of each.
func half(first, second func(int) string) func(int) string {
	return func(size int) string { return first(size/2) + second(size/2) }
}

func after(prefix string, rest func(int) string) func(int) string {
	return func(size int) string { return prefix + rest(size) }
}

// growing gives runs of a mark, each one longer than the one before.
func growing(mark, between string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for n := 1; b.Len() < size; n++ {
			b.WriteString(strings.Repeat(mark, n) + between)
		}
		return b.String()
	}
}

// stairs gives lines that are each indented by step more than the one before.
func stairs(step, line string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		for n := 0; b.Len() < size; n++ {
			b.WriteString(strings.Repeat(step, n) + line + "\n")
		}
		return b.String()
	}
}

// wide gives a table whose header is half of it, and short rows.
func wide(size int) string {
	columns := size / 8
	return strings.Repeat("|a", columns) + "|\n" + strings.Repeat("|-", columns) + "|\n" +
		strings.Repeat("|b\n", size/6)
}

// amplified gives one definition whose text is long, and references to it.
func amplified(definition, reference string) func(int) string {
	return func(size int) string {
		return strings.Repeat(reference, size/2/len(reference)) + "\n\n" + fmt.Sprintf(definition, strings.Repeat("x", size/2)) + "\n"
	}
}

var patterns = []pattern{
	{"block quotations", repeated(">")},
	{"block quotations with spaces", repeated("> ")},
	{"block quotations in many paragraphs", repeated(strings.Repeat("> ", 500) + "a\n\n")},
	{"block quotations of many lines", repeated(strings.Repeat(">", 500) + "a\n")},
	{"block quotations of growing depth", growing(">", "a\n")},
	{"apostrophes", repeated("'")},
	{"apostrophes and letters", repeated("'a ")},
	{"apostrophes after letters", repeated("a' ")},
	{"quotation marks", repeated(`"`)},
	{"quotation marks before letters", repeated(`"a `)},
	{"quotation marks after letters", repeated(`a" `)},
	{"quotation marks on both sides", repeated(`"a" `)},
	{"both quotation marks", repeated(`"'a `)},
	{"apostrophes within a word", repeated("a'")},
	{"dashes within a word", repeated("a--")},
	{"at signs after dashes within a word", repeated("a--b@")},
	{"stars", repeated("*")},
	{"underscores", repeated("_")},
	{"stars and spaces", repeated("* ")},
	{"open emphasis", repeated("*a ")},
	{"open underscores", repeated("_a ")},
	{"closing emphasis", repeated("a* ")},
	{"open bold", repeated("**a ")},
	{"bold between letters", repeated("a**b")},
	{"emphasis between letters", repeated("a*b")},
	{"open and closing emphasis", half(repeated("*a "), repeated("b* "))},
	{"mismatched emphasis", repeated("*a_ ")},
	{"emphasis of three", half(repeated("*a **a "), repeated("b* "))},
	{"emphasis that never closes", repeated("a**b_c* ")},
	{"deep emphasis", half(repeated("*_"), repeated("_*"))},
	{"deep emphasis with letters", half(repeated("*a _b "), repeated("b_ a* "))},
	{"alternating emphasis", repeated("*_")},
	{"growing emphasis", growing("*", "a ")},
	{"underscores in words", repeated("_a__b")},
	{"strikethrough", repeated("~")},
	{"open strikethrough", repeated("~~a ")},
	{"closing strikethrough", repeated("a~~ ")},
	{"strikethrough between letters", repeated("a~~b")},
	{"single strikethrough", repeated("~a ")},
	{"brackets", repeated("[")},
	{"closing brackets", repeated("]")},
	{"deep brackets", half(repeated("["), repeated("]"))},
	{"deep brackets with letters", half(repeated("[a"), repeated("]"))},
	{"deep brackets with addresses", half(repeated("["), repeated("](b)"))},
	{"images", repeated("![")},
	{"deep images", half(repeated("!["), repeated("](b)"))},
	{"deep images in paragraphs", repeated(half(repeated("!["), repeated("](b)"))(4000) + "\n\n")},
	{"links that never close", repeated("[a](")},
	{"links that never close with brackets", repeated("[a](<b")},
	{"links whose title never closes", repeated(`[a](b "`)},
	{"links whose title never closes with parentheses", repeated("[a](b (")},
	{"references that never close", repeated("[a][")},
	{"references that are not there", repeated("[a][b]")},
	{"brackets in pairs", repeated("[a]")},
	{"links in one paragraph", repeated("[a](b)")},
	{"links after brackets", half(repeated("["), repeated("[a](b)"))},
	{"brackets around links", repeated("[ [a](b) ")},
	{"turned brackets", repeated("](")},
	{"turned brackets after one", after("[", repeated("]("))},
	{"parentheses in an address", after("[a](", repeated("("))},
	{"backquotes", repeated("`")},
	{"growing runs of backquotes", growing("`", "a")},
	{"growing runs of backquotes on lines", growing("`", "a\n")},
	{"falling runs of backquotes", repeated("`a``b```c````d")},
	{"less-than signs", repeated("<")},
	{"open tags", repeated("<a ")},
	{"open tags with attributes", repeated("<a b='")},
	{"one tag of many attributes", after("<a", repeated(" b"))},
	{"tags that don't end", repeated("<a b")},
	{"open comments", repeated("<!--")},
	{"open comments in text", repeated("a <!-- ")},
	{"open comments on lines", repeated("<!--\n")},
	{"comments in text", repeated("a <!-- b --> ")},
	{"comments on one line", repeated("<!--a-->")},
	{"comments on one line before text", after("", func(size int) string { return repeated("<!--a-->")(size) + "b" })},
	{"comments on many lines before text", repeated(strings.Repeat("<!--a-->", 100) + "b\n")},
	{"processing instructions", repeated("<?")},
	{"declarations", repeated("<!A ")},
	{"CDATA", repeated("<![CDATA[")},
	{"ampersands", repeated("&")},
	{"entities that are none", repeated("&a")},
	{"numeric entities", repeated("&#x1F600;")},
	{"backslashes", repeated(`\`)},
	{"hyphens and spaces", repeated("- ")},
	{"hyphens and spaces in groups", repeated("- - - -\n")},
	{"plus signs", repeated("+ ")},
	{"numbers", repeated("1) ")},
	{"numbers on lines", repeated("1)\n")},
	{"nested lists", stairs("  ", "* a")},
	{"nested lists of one space", stairs(" ", "* a")},
	{"nested lists and paragraphs", stairs("  ", "* a\n")},
	{"nested numbers", stairs("   ", "1. a")},
	{"deep lists on many lines", repeated(strings.Repeat("* ", 500) + "a\n")},
	{"deep lists and empty lines", repeated(strings.Repeat("* ", 200) + "a\n\n\n\n")},
	{"a deep list and empty lines", half(repeated("* "), repeated("\n"))},
	{"a deep list and lines", after(strings.Repeat("* ", 1000)+"a\n", repeated("b\n"))},
	{"a deep list and indented lines", after(strings.Repeat("* ", 90)+"a\n", repeated(strings.Repeat(" ", 180)+"b\n\n"))},
	{"a deep quotation and lines", after(strings.Repeat(">", 2000)+"a\n", repeated("b\n"))},
	{"quotations and lists", repeated("> * ")},
	{"lists and quotations", repeated("* > ")},
	{"a long list", repeated("* a\n")},
	{"a long loose list", repeated("* a\n\n")},
	{"a long list of headings", repeated("* # a\n")},
	{"a long list with hyphens", repeated("- Ja, det är så.\n")},
	{"lists with hyphens", repeated("- Ja, säger Bo Ek.\n\na\n\n")},
	{"a wide table", wide},
	{"tables in one paragraph", repeated("a|b\n-|-\n")},
	{"a table of bars", after("|a|\n|-|\n", repeated("|"))},
	{"a long table", after("|a|b|\n|-|-|\n", repeated("|c|d|\n"))},
	{"table headers of bars", func(size int) string { return repeated("|")(size/2) + "\n" + repeated("|-")(size/2) }},
	{"lines that may begin a table", repeated("|-\n")},
	{"escaped bars in code", after("a|b\n-|-\n", repeated("`\\|` |"))},
	{"escaped bars in code in rows", after("a|b\n-|-\n", repeated("`\\|`|c\n"))},
	{"escaped bars in one code", after("a\n-|\n`", repeated("\\|"))},
	{"references to one footnote", after("[^1]: a\n\n", repeated("[^1]"))},
	{"references to one footnote on lines", after("[^1]: a\n\n", repeated("[^1]\n\n"))},
	{"footnotes that are not there", repeated("[^1]")},
	{"footnotes", numbered("[^%[1]d]: a\n")},
	{"footnotes with the same label", repeated("[^a]: b\n")},
	{"footnotes and references", half(numbered("[^%[1]d] "), numbered("\n[^%[1]d]: a\n"))},
	{"footnotes and references backwards", half(numbered("[^%[1]d]: a\n"), numbered("[^%[1]d] "))},
	{"footnotes in footnotes", numbered("[^%[1]d]: [^%[1]d]\n")},
	{"footnotes in footnotes on a line", repeated("[^a]: ")},
	{"footnotes that never close", repeated("[^")},
	{"a long address", amplified("[a]: %s", "[a] ")},
	{"a long title", amplified("[a]: b '%s'", "[a] ")},
	{"a long label", amplified("[%[1]s]: b", "[a] ")},
	{"definitions", numbered("[%[1]d]: a\n")},
	{"definitions with titles that never close", repeated("[a]: b 'c\n")},
	{"definitions with labels that never close", repeated("[a\n")},
	{"definitions in paragraphs", repeated("[a]: b\n\n")},
	{"definitions and references", half(numbered("[%[1]d]: a\n"), numbered("\n[%[1]d] "))},
	{"headings of the same text", repeated("## a\n")},
	{"headings of many texts", numbered("## a %[1]d\n\n")},
	{"headings of signs", repeated("## !\n")},
	{"a long heading", after("## ", repeated("a b "))},
	{"headings without space", repeated("##a\n")},
	{"underlined headings", repeated("a\n---\n")},
	{"underlines", repeated("a\n===\n")},
	{"a long underlined heading", func(size int) string { return repeated("a\n")(size) + "---\n" }},
	{"lines", repeated("---\n")},
	{"spoken lines", repeated("– a\n")},
	{"spoken lines of phrases", repeated("– Ja, säger Bo Ek.\n")},
	{"one long spoken line", after("– ", repeated("a. b, säger C "))},
	{"one spoken line without a name", after("– ", repeated("a, säger "))},
	{"one spoken line of titles", after("– a, säger ", repeated("kommunalråd "))},
	{"one spoken line of names", after("– a, säger ", repeated("Anna "))},
	{"one spoken line of initials", after("– a, säger ", repeated("A. "))},
	{"one spoken line of commas", after("– ", repeated(", "))},
	{"one spoken line of emphasis", after("– ", repeated("*a* "))},
	{"one list item of phrases", after("- ", repeated("A. b, säger c "))},
	{"English phrases", after("– ", repeated("A, Bo Ek "))},
	{"web addresses", repeated("www.")},
	{"web addresses in words", repeated("www.a.se ")},
	{"web addresses of one host", after("www.", repeated("a."))},
	{"web addresses after marks", repeated("*www.a.se")},
	{"web addresses with parentheses", repeated("www.a.se/(")},
	{"web addresses with closing parentheses", after("www.a.se/", repeated(")"))},
	{"web addresses with entities", after("www.a.se/", repeated("&a;"))},
	{"protocols", repeated("https://")},
	{"protocols after marks", repeated("*https://")},
	{"one address", after("https://a.se/", repeated("a"))},
	{"one address of dots", after("https://a.se/", repeated("."))},
	{"e-mail addresses", repeated("a@a.")},
	{"one e-mail address", after("a@", repeated("a."))},
	{"e-mail addresses after marks", repeated("*a@")},
	{"at signs", repeated("@")},
	{"one long word", repeated("a")},
	{"one long word of dots", repeated("a.")},
	{"autolinks", repeated("<a@b.c>")},
	{"definition lists", repeated("a\n: b\n")},
	{"definition lists with empty lines", repeated("a\n\n: b\n\n")},
	{"many terms", func(size int) string { return repeated("a\n")(size) + ": b\n" }},
	{"definitions of one term", after("a\n", repeated(": b\n"))},
	{"colons", repeated(": ")},
	{"deep definition lists", repeated("a\n:   ")},
	{"deep definitions by indentation", stairs("  ", "a\n: b")},
	{"fences", repeated("```\n")},
	{"open fences in lists", repeated("* ```\n")},
	{"growing fences", growing("`", "``\n")},
	{"fences with tildes", growing("~", "~~\n")},
	{"indented code", repeated("    a\n")},
	{"indented code and empty lines", repeated("    a\n\n")},
	{"empty lines in code", after("    a\n", repeated("\n"))},
	{"lines of text", repeated("a\n")},
	{"hard breaks", repeated("a\\\n")},
	{"hard breaks with spaces", repeated("a  \n")},
	{"paragraphs", repeated("a\n\n")},
	{"empty lines", repeated("\n")},
	{"spaces", repeated(" ")},
	{"tabs", repeated("\t")},
	{"tabs in lists", repeated("*\t")},
	{"no-break spaces", repeated("\u00a0")},
	{"no-break spaces on lines", repeated("\u00a0\n")},
	{"carriage returns", repeated("\r")},
	{"zero bytes", repeated("\x00")},
	{"bytes that are no text", repeated("\xff")},
	{"hyphens", repeated("-")},
	{"hyphens between letters", repeated("a-")},
	{"dots", repeated(".")},
	{"dashes", repeated("--a")},
	{"exclamation marks", repeated("!")},
	{"number signs", repeated("#")},
	{"equals signs", repeated("=")},
	{"bars", repeated("|")},
	{"HTML elements", repeated("<b>")},
	{"HTML elements that end", half(repeated("<b>"), repeated("</b>"))},
	{"HTML elements of many names", numbered("<a%[1]d>")},
	{"web addresses that don't end", repeated("_www.a")},
	{"addresses of a protocol that don't end", repeated("_https://a.a")},
	{"long web addresses that don't end", func(size int) string { return repeated("_www.a")(6000) + repeated("a.")(size-6000) }},
	{"underscores and letters", repeated("_a")},
	{"underscores and e-mail addresses", repeated("_a@a")},
	{"underscores and dots", repeated("_a.a@")},
	{"a long run of stars", after("a", repeated("*"))},
	{"a long run of underscores", after("a", repeated("_"))},
	{"a long run of tildes", after("a", repeated("~"))},
	{"a long run of backquotes", after("a", repeated("`"))},
	{"brackets in pairs on lines", repeated("[a]\n")},
	{"brackets on lines", repeated("a[\n")},
	{"references on lines", repeated("[a][\n")},
	{"references that are not there on lines", repeated("[a][b]\n")},
	{"links on lines", repeated("[a](b)\n")},
	{"links that never close on lines", repeated("[a](\n")},
	{"links with titles that never close on lines", repeated("[a](b 'c\n")},
	{"links with titles in parentheses that never close on lines", repeated("[a](b (c\n")},
	{"emphasis on lines", repeated("*a\n")},
	{"mismatched emphasis on lines", repeated("b*a_\n")},
	{"apostrophes on lines", repeated("'\n")},
	{"backquotes on lines", repeated("a`\n")},
	{"tags on lines", repeated("<a\n")},
	{"footnotes on lines", repeated("a[^1]\n")},
	{"definitions of one label", repeated("[a]: b\n")},
	{"a definition and references on lines", after("[a]: b\n\n", repeated("[a]\n"))},
	{"a deep list and many empty lines", after(strings.Repeat("* ", 20_000)+"a\n", repeated("\n"))},
	{"a deep quotation and many lines", after(strings.Repeat("> ", 20_000)+"a\n", repeated("> b\n"))},
	{"a long block before many", after("", func(size int) string { return repeated("* a\n")(size*9/10) + "\n" + repeated("# a\n\n")(size/10) })},
	{"quotation marks in a run", after("a", repeated(`"`))},
	{"hyphens before letters on lines", repeated("-A\n")},
	{"dashes before letters on lines", after("a\n", repeated("–A, säger \n"))},
	{"a hyphen before letters and lines", after("-A\n", repeated("a. b, säger \n"))},
	{"opening brackets and signs", repeated("[a**b <")},
	{"parentheses and brackets", repeated(")[a.")},
	{"brackets, spaces and parentheses", repeated("] (a.")},
	{"labels that never close", repeated("][a ")},
	{"broken links on lines", repeated("a](b c\n\n")},
	{"links without text", repeated("[](a)\n\n")},
	{"images in paragraphs", repeated("![](a 'b')\n\n")},
	{"long rows", after("|a|\n|-|\n", repeated("|b|c\n"))},
	{"empty headings", repeated("#\n")},
	{"marks of headings", repeated("#####")},

	// As much as the limits allow.
	{"quotations and lists up to the limit", repeated(strings.Repeat("> * ", limits.Containers/2) + "a\n")},
	{"quotations up to the limit and lines", repeated(strings.Repeat("> ", limits.Containers) + "a\n\n")},
	{"a list up to the limit and empty lines", after(strings.Repeat("* ", limits.Containers)+"a\n", repeated("\n"))},
	{"lists by indentation up to the limit", func(size int) string {
		return repeated(stairs("  ", "* a")(limits.Containers * limits.Containers))(size)
	}},
	{"mismatched emphasis up to the limit", repeated(strings.Repeat("*a_ ", limits.Marks/2) + "\n\n")},
	{"emphasis that never closes up to the limit", repeated(strings.Repeat("a**b_c* ", limits.Marks/3) + "\n\n")},
	{"deep brackets up to the limit", repeated(strings.Repeat("[", limits.Brackets) + strings.Repeat("]", limits.Brackets) + "\n\n")},
	{"links that never close up to the limit", repeated(strings.Repeat("[a](", limits.Brackets) + "\n\n")},
	{"links that never close before a long word", after(strings.Repeat("[a](", limits.Brackets), repeated("a"))},
	{"links that never close before a long word with a bracket", after(strings.Repeat("[a](<", limits.Brackets), repeated("a"))},
	{"references before many lines", after(strings.Repeat("[a][b] ", limits.Brackets/2), repeated("a\n"))},
	{"brackets on lines before many lines", after(strings.Repeat("[a]\n", limits.Brackets), repeated("a\n"))},
	{"apostrophes up to the limit", repeated(strings.Repeat("'", limits.Run) + " ")},
	{"quotation marks up to the limit", repeated(strings.Repeat(`"`, limits.Run) + " ")},
	{"tildes up to the limit", repeated("a" + strings.Repeat("~", limits.Run))},
	{"footnotes up to the limit", func(size int) string {
		notes := size * limits.Notes / (1 << 19) // half of the limit in 256 kB
		var b strings.Builder
		for i := range notes {
			fmt.Fprintf(&b, "[^%d]: a\n\n", i)
		}
		return b.String() + strings.Repeat(fmt.Sprintf("[^%d] ", notes-1), notes-1) + repeated("a ")(size-20*notes)
	}},
	{"escaped bars up to the limit", after("a|b\n-|-\n", func(int) string { return strings.Repeat("`\\|`|c\n", limits.EscapedBars-1) })},
	{"cells up to the limit", func(int) string {
		return strings.Repeat("|a", 99) + "\n" + strings.Repeat("|-", 99) + "\n" + strings.Repeat("b\n", limits.Cells/100-2)
	}},
	{"a long address up to the limit", after("[a]: "+strings.Repeat("b", limits.Referred/1000)+"\n", repeated("[a]\n\n"))},
	{"bold in HTML", repeated("<b>a</b> ")},
	{"HTML that is never closed", repeated("<b>")},
	{"HTML that was never opened", after("<i>", half(repeated("<b>"), repeated("</i>")))},
	{"HTML within itself", half(repeated("<sub>a"), repeated("</sub>"))},
	{"line breaks in HTML", repeated("<br>")},
	{"line breaks in HTML on lines", repeated("a<br>\n")},
	{"tables in HTML that never end", repeated("<table>")},
	{"tables in HTML that never end in paragraphs", repeated("<table>\n\n")},
	{"empty tables in HTML", repeated("<table></table> ")},
	{"tables in HTML", repeated("<table><td>a</table>\n\n")},
	{"a table in HTML with many cells", after("<table>", repeated("<td colspan=50>"))},
	{"a table in HTML with many rows", func(size int) string { return "<table>" + repeated("<tr><td rowspan=50>")(size) + "</table>" }},
	{"rows with tabs", repeated("a\tb\n")},
	{"a row with many tabs before rows", half(repeated("a\t"), after("\n", repeated("a\tb\n")))},
	{"indented rows with tabs", repeated("\ta\tb\n")},
	{"dashes that begin lines", repeated("−A\n")},
	{"dashes that begin sentences", repeated("−A.\n")},
	{"hyphens that begin lines", repeated("-A\n")},
	{"a quote before hyphens", after("−A\n", repeated("-a\n"))},
	{"many who speak", after("– A, säger A B", repeated(", C D"))},
	{"many who speak, with roles", after("– A, säger A B", repeated(", chef, och C D"))},
	{"backslashes at the end of blocks", repeated("a\\\n\n")},
}
