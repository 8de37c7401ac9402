package intake

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/sitetest"
)

// BenchmarkFolder imports 2,000 texts, as many as a municipality has written in ten years.
func BenchmarkFolder(b *testing.B) {
	set, _ := load(fstest.MapFS{"site.yaml": {Data: []byte(settings)}})
	var sources []Source
	for i := range 2000 {
		text := fmt.Sprintf("Pressmeddelande - %d mars %d\n\nBesked nummer %d\n\nKommunen berättar om besked %d i år.\n\n", i%28+1, 2000+i%26, i, i) +
			strings.Repeat("Det här är en mening som säger något om beslutet, och en till. Den är kort.\n\n", 20) +
			"- Det är bra, säger Sara Exempel, presschef.\n\nKontakt\nSara Exempel, presschef, tfn 031-390 06 01\n"
		sources = append(sources, Source{File: fmt.Sprintf("text-%04d.txt", i), Data: []byte(text)})
	}
	for b.Loop() {
		if r := Import(set, sources, Options{Now: sitetest.Now}); r.Taken != len(sources) {
			b.Fatal(r.Diags)
		}
	}
}
