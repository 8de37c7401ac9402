package formats

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// uri writes an address as RFC 3986 has it, which every format here asks for: a name with å as DNS knows it, other
// letters and signs in per cent, and no white space or control characters.
func uri(s string) string {
	if isPlainAddress(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, clean(s))
	return escapeOther(withMachineHost(s))
}

// isPlainAddress tells whether an address has nothing to rewrite, as nearly all.
func isPlainAddress(s string) bool {
	for i := range len(s) {
		if !standsInAddresses(s[i]) {
			return false
		}
	}
	return true
}

func standsInAddresses(c byte) bool {
	return c > ' ' && c < '\x7f' && strings.IndexByte("\"<>\\^`{|}", c) < 0
}

// withMachineHost writes the host of an address as DNS knows it, where it can be known.
func withMachineHost(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || strings.IndexFunc(u.Host, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return s
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return s
	}
	return strings.Replace(s, u.Hostname(), host, 1)
}

func escapeOther(s string) string {
	var out strings.Builder
	for i := range len(s) {
		if c := s[i]; standsInAddresses(c) {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "%%%02X", c)
		}
	}
	return out.String()
}
