package sharing

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
)

// The table is that of the font. -update writes it.
func TestTableOfLettersIsThatOfTheFont(t *testing.T) {
	var buffer sfnt.Buffer
	var b strings.Builder
	b.WriteString("package sharing\n\nimport \"unicode\"\n\n// serifLetters are the letters that the font of titles has: see TestTableOfLettersIsThatOfTheFont.\nvar serifLetters = &unicode.RangeTable{\n")
	var narrow, wide strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !isLetterOf(&buffer, r) {
			continue
		}
		first := r
		for isLetterOf(&buffer, r+1) && r != 0xffff { // a range lies on one side of it
			r++
		}
		to := &narrow
		if first > 0xffff {
			to = &wide
		}
		fmt.Fprintf(to, "\t\t{%#x, %#x, 1},\n", first, r)
	}
	fmt.Fprintf(&b, "\tR16: []unicode.Range16{\n%s\t},\n\tR32: []unicode.Range32{\n%s\t},\n}\n", &narrow, &wide)
	if *update {
		if err := os.WriteFile("lettertable.go", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile("lettertable.go")
	if err != nil || string(written) != b.String() {
		t.Errorf("lettertable.go is not that of the font (%v): run with -update", err)
	}
}

func isLetterOf(buffer *sfnt.Buffer, r rune) bool {
	return unicode.IsLetter(r) && has(serif, r, buffer)
}
