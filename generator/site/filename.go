package site

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
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
		return diag.List{diag.New(at, diag.BadFileName, "why", "det är inte skrivet i UTF-8", "why-en", "it is not written in UTF-8", "example", newName(strings.ToValidUTF8(path.Base(name), "-")))}
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
	return diag.List{diag.New(at, diag.BadFileName, "why", "tecknet "+shown+" kan inte stå där", "why-en", "the character "+shown+" cannot stand there",
		"example", newName(path.Base(name)))}
}

// newName is a name for a file that every system can hold and that stands as it is in an address.
func newName(base string) string {
	ext := path.Ext(base)
	stem := locale.Slug(strings.TrimSuffix(base, ext), "sv")
	name := cmp.Or(stem, "kort-namn")
	if ext = locale.Slug(ext, "sv"); ext != "" {
		name += "." + ext
	}
	return name
}

// isUnpublishable finds, beside what is named above, the separators of lines, at which some readers split
// text.
func isUnpublishable(r rune) bool {
	return unicode.IsControl(r) || strings.ContainsRune("?#\\\u2028\u2029", r)
}
