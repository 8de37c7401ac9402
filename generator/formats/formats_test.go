package formats

import (
	"errors"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"
	"unicode/utf8"
)

func TestCleanLeavesTextThatEveryFormatCanHold(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":                       {"Åtgärder för företag, §3", "Åtgärder för företag, §3"},
		"tab and line feed":           {"a\tb\nc", "a\tb\nc"},
		"line ends of other systems":  {"a\r\nb\rc", "a\nb\nc"},
		"Unicode line separators":     {"a\u2028b\u2029c\u0085d\ve\ff", "a\nb\nc\nd\ne\nf"},
		"control characters":          {"a\x00b\x01c\x1bd\x7fe\u009ff", "abcdef"},
		"noncharacters":               {"a\uFFFEb\uFFFFc", "abc"},
		"bytes that are not UTF-8":    {"a\xe5b", "a\uFFFDb"},
		"carriage return, then feeds": {"\r\r\n\n", "\n\n\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := clean(c.in); got != c.want {
				t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestAddressHoldsNoSpaceAndNoControlCharacter(t *testing.T) {
	if got, want := uri(" https://a.se/\r\nX-EVIL:1 \u00a0b\x00"), "https://a.se/X-EVIL:1b"; got != want {
		t.Errorf("uri gives %q, want %q", got, want)
	}
}

// unfolded checks the shape that iCalendar and vCard share, lines of at most 75 octets that end in
// CRLF and split no character, and gives the lines with what was folded joined.
func unfolded(t *testing.T, text string) []string {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") {
		t.Fatalf("does not end in CRLF: %q", text)
	}
	var lines []string
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || line == "" || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("bad line of %d octets: %q", len(line), line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded && len(lines) > 0 {
			lines[len(lines)-1] += rest
		} else {
			lines = append(lines, line)
		}
	}
	return lines
}

// written gives what a writer writes, and checks that it writes the same again.
func written(t *testing.T, write func(*strings.Builder) error) string {
	t.Helper()
	var first, second strings.Builder
	if err := errors.Join(write(&first), write(&second)); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Fatal("two runs gave different bytes")
	}
	return first.String()
}

var errFull = errors.New("disk full")

// A fullWriter takes room bytes and no more.
type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	if w.room -= len(p); w.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func location(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}
