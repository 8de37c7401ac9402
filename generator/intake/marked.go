package intake

import (
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// readMarkdown makes blocks of Markdown. line is where it begins in the source, 0 where that is not known.
func (a *article) readMarkdown(text string, line int) []block {
	var blocks []block
	for _, part := range partsOf(text) {
		b := block{kind: other, markup: part.text, plain: a.plain(part.text)}
		if line > 0 {
			b.line = line + part.line
		}
		switch m := headingMark.FindStringSubmatch(part.text); {
		case m != nil && !strings.Contains(part.text, "\n"):
			b.kind, b.level, b.markup = heading, len(m[1]), strings.TrimRight(m[2], "# ")
		case !blockMark.MatchString(part.text):
			b.kind = paragraph
		}
		blocks = append(blocks, b)
	}
	return blocks
}

var (
	headingMark = regexp.MustCompile(`^(#{1,6})\s+(\S.*)$`)
	// What begins something else than a paragraph.
	blockMark = regexp.MustCompile("^(?:[*+]\\s|-\\s|\\d{1,9}[.)]\\s|>|\\||```|~~~|    |\\t|!\\[|<|\\[\\^?[^\\]]+\\]:|[-*_]{3,}\\s*$|\\{[{%])")
	fenceMark = regexp.MustCompile("^\\s*(```|~~~)")
)

// A part is a piece of Markdown between empty lines.
type part struct {
	line int
	text string
}

// partsOf divides Markdown at empty lines; code keeps its own, and what is indented goes on with the block before.
func partsOf(text string) []part {
	var parts []part
	inCode, gap := false, true
	for i, line := range strings.Split(text, "\n") {
		isFence := fenceMark.MatchString(line)
		switch isEmpty := strings.TrimSpace(line) == ""; {
		case isEmpty && !inCode:
			gap = true
			continue
		case gap && !(len(parts) > 0 && (strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t"))):
			parts = append(parts, part{i, line})
		case gap:
			parts[len(parts)-1].text += "\n\n" + line
		case headingMark.MatchString(line) && !inCode || headingMark.MatchString(parts[len(parts)-1].text):
			parts = append(parts, part{i, line})
		default:
			parts[len(parts)-1].text += "\n" + line
		}
		gap = false
		if isFence {
			inCode = !inCode
		}
	}
	return parts
}

// plain is what a reader sees of Markdown.
func (a *article) plain(markup string) string {
	if !strings.ContainsAny(markup, "\\`*_[]<>~&!|#\n") {
		return markup
	}
	doc, _ := markdown.Parse(markdown.Source{Data: []byte(markup), Lang: a.site.lang})
	return doc.Plain()
}

var (
	imageMark = regexp.MustCompile(`!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+"([^"]*)")?\s*\)`)
	command   = regexp.MustCompile(`\{\{[<%]?.*?[%>]?\}\}|\{%.*?%\}`)
)

// A picture lies beside the text in its new folder.
type picture struct {
	name string
	data []byte
}

// takePictures brings along the pictures that lie beside the source, and takes away the others, whose texts are kept.
func (a *article) takePictures() {
	for i := range a.body {
		b := &a.body[i]
		b.markup = imageMark.ReplaceAllStringFunc(b.markup, func(mark string) string {
			m := imageMark.FindStringSubmatch(mark)
			if name := a.fetch(m[2]); name != "" {
				title := ""
				if m[3] != "" {
					title = ` "` + m[3] + `"`
				}
				return "![" + m[1] + "](" + name + title + ")"
			}
			a.tell(b.line, diag.ImportPicture, "file", m[2])
			a.comments = append(a.comments, oneSpace("Bild: "+m[2]+" "+m[1]+" "+m[3]))
			return ""
		})
		b.markup = strings.TrimSpace(b.markup)
	}
	kept := a.body[:0]
	for _, b := range a.body {
		if b.markup != "" {
			kept = append(kept, b)
		}
	}
	a.body = kept
}

// tellCommands tells of the commands that a text holds for the program that it was written for.
func (a *article) tellCommands() {
	for _, b := range a.body {
		for _, found := range command.FindAllString(b.markup, -1) {
			a.tell(b.line, diag.ImportShortcode, "text", found)
		}
	}
}
