package markdown

import (
	"regexp"
	"strings"
)

// tagPattern finds tags of HTML in a text of one line. Addresses in < and > are none.
var tagPattern = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>`)

// WithoutTags gives a text that is no Markdown, such as a title, without the harmless HTML that some programs write:
// <br> is a space, and marks that end leave nothing. What other HTML it holds stays, and the first of it is given.
func WithoutTags(text string) (plain, other string) {
	if !strings.Contains(text, "<") {
		return text, ""
	}
	var b strings.Builder
	end := 0
	for _, t := range tagsOf(text) {
		if t.becomes == nil {
			if other == "" {
				other = shorten(text[t.start:t.end])
			}
			continue
		}
		b.WriteString(text[end:t.start] + *t.becomes)
		end = t.end
	}
	b.WriteString(text[end:])
	return strings.Join(strings.Fields(b.String()), " "), other
}

// A valueTag is a tag in a text, and what it becomes; nil where it stays.
type valueTag struct {
	span
	name    string
	becomes *string
}

var aSpace, leavesNothing = " ", ""

// tagsOf lists the tags of a text, those that begin and end with what they become.
func tagsOf(text string) []valueTag {
	var tags []valueTag
	var open openTags // with where they are in tags
	for _, at := range tagPattern.FindAllStringIndex(text, -1) {
		name, isEnd := bareTag(text[at[0]:at[1]])
		tags = append(tags, valueTag{span: span{at[0], at[1]}, name: name})
		this := len(tags) - 1
		switch {
		case name == "br":
			tags[this].becomes = &aSpace
		case marksOfHTML[name] == nil:
		case !isEnd:
			open.begin(name, this)
		default:
			if begin, found := open.end(name).(int); found {
				tags[begin].becomes, tags[this].becomes = &leavesNothing, &leavesNothing
			}
		}
	}
	return tags
}
