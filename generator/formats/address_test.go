package formats

import "testing"

func TestAddressesAreWrittenAsURI(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"https://example.se/a?b=c&d=%C3%A5#e", "https://example.se/a?b=c&d=%C3%A5#e"},
		{"https://möte.example.se/å-ä", "https://xn--mte-sna.example.se/%C3%A5-%C3%A4"},
		{"https://möte.example.se:8080/a?fråga=å#ö", "https://xn--mte-sna.example.se:8080/a?fr%C3%A5ga=%C3%A5#%C3%B6"},
		{"https://example.se/a|b{c}", "https://example.se/a%7Cb%7Bc%7D"},
		{"https://example.se/a\n b", "https://example.se/ab"},
		{"mailto:a@example.se", "mailto:a@example.se"},
		{"", ""},
	} {
		if got := uri(c.written); got != c.want {
			t.Errorf("uri(%q) = %q, want %q", c.written, got, c.want)
		}
	}
}
