package content

import (
	"bytes"
	"html"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// composed gives a file's name with one sign for each letter. A Mac, and archives that were packed on one, have a
// letter and a mark for å, where texts have å: both are one name.
func composed(name string) string { return norm.NFC.String(name) }

// namesOf gives the names of files as texts have them, sorted, and the disk's own where these are others. Of two files
// that have one name, it is the one's that is spelled like it on the disk.
func namesOf(files []looseFile) (names []string, onDisk map[string]string) {
	taken := map[string]bool{}
	for _, f := range files {
		taken[f.name] = true
	}
	for _, f := range files {
		name := composed(f.name)
		if name != f.name && taken[name] {
			name = f.name
		}
		if name != f.name {
			if onDisk == nil {
				onDisk = map[string]string{}
			}
			onDisk[name], taken[name] = f.name, true
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names, onDisk
}

// OnDisk gives the name under which the folder of the content has a file.
func (s *Set) OnDisk(name string) string {
	if disk, isOther := s.onDisk[name]; isOther {
		return disk
	}
	return name
}

// MayName tells whether a text may name a file, however it writes the name: as it is, composed otherwise, or with the
// escapes of addresses, of HTML or of Markdown.
func MayName(text []byte, name string) bool {
	if bytes.Contains(text, []byte(name)) {
		return true
	}
	isEscaped := bytes.ContainsAny(text, `%&\`)
	if !isEscaped && norm.NFC.IsNormal(text) {
		return false
	}
	plain := string(text)
	if isEscaped {
		plain = html.UnescapeString(unescapePercent(strings.ReplaceAll(plain, `\`, "")))
	}
	return strings.Contains(composed(plain), name)
}

// unescapePercent undoes the escapes of addresses in a text, and leaves a % that begins none.
func unescapePercent(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+2 < len(text) && hexDigit(text[i+1]) >= 0 && hexDigit(text[i+2]) >= 0 {
			b.WriteByte(byte(hexDigit(text[i+1])<<4 | hexDigit(text[i+2])))
			i += 2
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func hexDigit(c byte) int { return strings.IndexByte("0123456789abcdef", c|0x20) }
