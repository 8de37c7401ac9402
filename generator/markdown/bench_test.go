package markdown

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
)

// pressBody is the real press release: 3 kB with three quotes.
func pressBody(b *testing.B) []byte {
	data, err := os.ReadFile("testdata/press-release.txtar")
	if err != nil {
		b.Fatal(err)
	}
	_, body, _ := strings.Cut(string(data), "-- input --\n")
	body, _, _ = strings.Cut(body, "-- html --")
	return []byte(body)
}

func BenchmarkConvert(b *testing.B) {
	benchmarkConvert(b, pressBody(b))
}

// BenchmarkRelease is a release of the kind that an archive is full of: 2 kB with a heading, a list, a link and
// two quotes.
func BenchmarkRelease(b *testing.B) {
	data, err := os.ReadFile("testdata/archive-release.md")
	if err != nil {
		b.Fatal(err)
	}
	benchmarkConvert(b, data)
}

func benchmarkConvert(b *testing.B, body []byte) {
	src := Source{File: "f.md", Data: body, Lang: "sv"}
	r := testResolver()
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	var w bytes.Buffer
	for b.Loop() {
		w.Reset()
		Convert(&w, src, r)
	}
}

// BenchmarkGoldmark is what goldmark alone takes, to compare with.
func BenchmarkGoldmark(b *testing.B) {
	body := pressBody(b)
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		var out bytes.Buffer
		if err := goldmark.Convert(body, &out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstParagraph(b *testing.B) {
	body := pressBody(b)
	b.ReportAllocs()
	for b.Loop() {
		FirstParagraph(body, "sv")
	}
}
