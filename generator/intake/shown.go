package intake

import (
	"regexp"
	"slices"
	"strings"
)

// A shown picture stands in the keys of its text: so it is among the press pictures, whole and with who took it.
type shown struct{ file, alt, caption, credit string }

var (
	lonePicture = regexp.MustCompile(`^` + imageMark.String() + `$`)
	creditMark  = regexp.MustCompile(`(?i)(?:^|[\s.,;(–-])(?:foto|fotograf|bildkälla|illustration|photo|photographer)\s?:\s*(.+)$`)
	captionMark = regexp.MustCompile(`(?i)^(?:bild|bildtext|image|caption)\s?:\s*`)
	escaped     = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
)

// showPictures takes the pictures that stand by themselves out of the text of a page or a document and into its keys. One
// that nobody described stays where it is, for its key would claim that it is a decoration, and so does one that comes again. What was written as Markdown
// has its pictures where its author put them.
func (a *article) showPictures() {
	if a.isMarkdown {
		return
	}
	kept := a.body[:0]
	for i := 0; i < len(a.body); i++ {
		m := lonePicture.FindStringSubmatch(a.body[i].markup)
		if m == nil || m[1] == "" || a.shows(m[2]) {
			kept = append(kept, a.body[i])
			continue
		}
		s := shown{file: m[2], alt: unescaped(m[1])}
		caption := unescaped(m[3])
		if next := i + 1; caption == "" && next < len(a.body) && isCaption(a.body[next]) {
			caption, i = a.body[next].plain, next
		}
		s.caption, s.credit = creditIn(captionMark.ReplaceAllString(caption, ""))
		a.shown = append(a.shown, s)
	}
	a.body = kept
}

func (a *article) shows(file string) bool {
	return slices.ContainsFunc(a.shown, func(s shown) bool { return s.file == file })
}

// isCaption tells a line that is about the picture above it: it says so, or who took it.
func isCaption(b block) bool {
	return b.kind == paragraph && len(b.plain) <= longestLead && (captionMark.MatchString(b.plain) || creditMark.MatchString(b.plain))
}

// creditIn divides a caption into what is to be seen and who took the picture.
func creditIn(text string) (caption, credit string) {
	m := creditMark.FindStringSubmatchIndex(text)
	if m == nil {
		return text, ""
	}
	caption = strings.TrimRight(text[:m[0]+len(textBefore(text[m[0]:]))], " ,;(–-")
	return caption, strings.TrimRight(text[m[2]:m[3]], " .)")
}

// textBefore is the full stop that the mark of a credit may begin with.
func textBefore(mark string) string {
	if strings.HasPrefix(mark, ".") {
		return "."
	}
	return ""
}

// unescaped is a text as its reader sees it.
func unescaped(text string) string { return oneSpace(escaped.ReplaceAllString(text, "$1")) }

// images writes the pictures with all that is known of them.
func (m *matter) images(all []shown) {
	if len(all) == 0 {
		return
	}
	m.b.WriteString("images:\n")
	for _, s := range all {
		m.text("  - file", s.file)
		m.text("    alt", s.alt)
		m.text("    caption", s.caption)
		m.text("    credit", s.credit)
	}
}
