package site

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

func unescape(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}

// CheckName reports a file's name under which nothing can be published, whatever program puts it onto
// a disk or a server: Netlify refuses ? and #, a backslash is a folder on Windows, and a control
// character a new line in a list of files.
func CheckName(at diag.Position, name string) diag.List {
	if !utf8.ValidString(name) {
		return diag.List{diag.New(at, diag.BadFileName, "why", "det är inte skrivet i UTF-8", "why-en", "it is not written in UTF-8")}
	}
	i := strings.IndexFunc(name, isUnpublishable)
	if i < 0 {
		return nil
	}
	char, _ := utf8.DecodeRuneInString(name[i:])
	shown := string(char)
	if !unicode.IsPrint(char) {
		shown = fmt.Sprintf("U+%04X", char)
	}
	return diag.List{diag.New(at, diag.BadFileName, "why", "tecknet "+shown+" kan inte stå där", "why-en", "the character "+shown+" cannot stand there")}
}

// isUnpublishable finds, beside what is named above, the separators of lines, at which some readers split
// text.
func isUnpublishable(r rune) bool {
	return unicode.IsControl(r) || strings.ContainsRune("?#\\\u2028\u2029", r)
}
