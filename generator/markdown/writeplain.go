package markdown

import "strings"

// WritePlain writes a plain text of one line as a paragraph that says just that. One that begins as a spoken line does
// is one.
func WritePlain(text string) string {
	rest, isSpoken := strings.CutPrefix(text, plainDash)
	if isSpoken {
		return plainDash + escapeSigns(rest)
	}
	return escapeSigns(text)
}

// WriteHeading writes a heading that gets the same id.
func WriteHeading(h Heading) string {
	return marksOfLevel(h.Level) + " " + escapeSigns(h.Text)
}

// escapeSigns puts a backslash before all that Markdown may give a meaning.
func escapeSigns(text string) string {
	var b strings.Builder
	for _, c := range text {
		if c > ' ' && c < 0x7f && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
