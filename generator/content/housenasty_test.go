package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// Texts that were written in a hurry, by other programs, or by somebody who tries things: in house form they say the
// same words, have the same comments, and stay as they are.
func TestNoWordIsLostFromOddTexts(t *testing.T) {
	matter := func(lines string) string { return "---\ntitle: A\ndate: 2026-03-27\n" + lines + "---\nText.\n" }
	body := func(text string) string { return matter("") + text }
	for what, text := range map[string]string{
		"a colon in quotes":                   matter("lead: \"A: b # c\"\n"),
		"a comment behind a list":             matter("topics: [a, b] # om ämnen\n"),
		"comments within a list":              matter("topics:\n  # först\n  - a # ett\n  # sedan\n  - b\n"),
		"a comment with a key in it":          matter("# lead: gammal ingress\n#lead: äldre\n"),
		"a comment that is indented":          matter("images:\n    # om bilden\n  - file: a.png\n    alt: \"\"\n"),
		"a folded text with a sign #":         matter("lead: >-\n  Ett # två\n  tre\n\n  fyra\n"),
		"a literal text that looks like YAML": matter("lead: |\n  title: B\n  # ingen anteckning\n  - c\n"),
		"a key over two lines":                matter("lead: ett\n  två\n  tre\n"),
		"a quoted text over two lines":        matter("lead: \"ett\n  två # tre\n  fyra\"\n"),
		"single quotes":                       matter("lead: 'Kommunens ''nya'' torg'\n"),
		"an anchor and an alias":              matter("lead: &x A\ndescription: *x\n"),
		"a date in a comment":                 matter("expires: 2026-04-01 9.00 # förr 2026-03-01 9.00\n"),
		"a date that stands twice":            matter("updated: 2026-03-28 kl. 9\nexpires: 2026-03-28 kl. 9\n"),
		"a date in a flow":                    matter("corrections: [{date: 2026-03-28 kl. 9, text: \"2026-03-28 kl. 9\"}]\n"),
		"a date within a quoted list":         matter("corrections:\n  - \"date\": '28 mars 2026' # där\n    text: 28 mars 2026\n"),
		"no-break spaces":                     matter("expires: 2026-04-01\u00a0kl.\u00a09\n"),
		"tabs behind a value":                 matter("lead: A\t\t# b\n"),
		"Windows":                             strings.ReplaceAll(matter("lead: A # b\n"), "\n", "\r\n"),
		"an emoji before a date":              matter("corrections: [{text: \"🙂🙂\", date: 2026-3-28}]\n"),
		"keys in Swedish with comments":       "---\n# rubriken\nrubrik: A # ett\ndatum: 27 mars 2026 # två\n---\nText.\n",
		"a comment at the very end":           matter("# sist\n"),
		"quotes within quotes":                body("\n- ”Hej”, säger \"Anna\".\n"),
		"a dash of every kind":                body("\n– a\n\n— b\n\n‐ c\n\n- d, säger Anna.\n"),
		"a list in a list":                    body("\n- a\n  - b\n    - c\n\n  text\n"),
		"numbers":                             body("\n1) a\n2) b\n\n3. c\n"),
		"code":                                body("\n```\n- a\n\n\n- b\n```\n\n    - c\n"),
		"a quote of a list":                   body("\n> - a\n> - b\n"),
		"a rule and a list":                   body("\n---\n\n- a\n\n***\n\n+ b\n"),
		"HTML and comments":                   body("\n<!-- - a -->\n\n<b>b</b>\n\n<!--\n\n- c\n\n-->\n"),
		"a hard break":                        body("\nett  \ntvå\\\ntre\n"),
		"a table":                             body("\n| a | b |\n|---|--:|\n| - c | \\| |\n"),
		"a reference":                         body("\n[a][b]\n\n[b]: https://example.com \"c\"\n"),
		"empty lines of spaces":               body("\n   \n\t\n- a\n \n \n- b\n"),
		"a heading without a space":           body("\n#a\n\na\n===\n"),
	} {
		t.Run(what, func(t *testing.T) {
			h := testHouse()
			if !checkForm(t, h, "press/2026-03-27-a.md", []byte(text)) {
				_, faults := h.Form("press/2026-03-27-a.md", []byte(text))
				t.Logf("stays, for it has errors: %v", faults)
				return
			}
			formed, _ := h.Form("press/2026-03-27-a.md", []byte(text))
			if a, b := wordsOf(text), wordsOf(string(formed)); a != b {
				t.Errorf("other words:\n%s\n%s\n%s", a, b, formed)
			}
		})
	}
}

// wordsOf are the words of a text apart from dates and keys, which have a house form of their own, in any order of lines.
func wordsOf(text string) string {
	count := map[string]int{}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) }) {
		count[word]++
	}
	for _, word := range strings.Fields("date datum title rubrik kl 2026 03 3 28 27 mars 04 01 9 09 00") {
		delete(count, word)
	}
	return sortedCounts(count)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func sortedCounts(count map[string]int) string {
	var b strings.Builder
	for _, word := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(&b, "%s×%d ", word, count[word])
	}
	return b.String()
}
