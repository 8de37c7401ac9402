//go:build !js

package sharing

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/go-fonts/dejavu/dejavuserifcondensedbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// Licences are the terms of the fonts, which go wherever the program goes.
//
//go:embed fonts.txt
var Licences string

// The fonts are those of the pages that any computer may have: see --serif and --sans of the style sheet.
var (
	serif = parseFont(dejavuserifcondensedbold.TTF)
	sans  = parseFont(liberationsansregular.TTF)
)

func parseFont(data []byte) *sfnt.Font {
	f, err := opentype.Parse(data)
	if err != nil {
		panic(err) // it comes with the program
	}
	return f
}

func has(f *sfnt.Font, r rune, buffer *sfnt.Buffer) bool {
	i, err := f.GlyphIndex(buffer, r)
	return err == nil && i != 0
}

// drawable leaves out of a text what a font cannot write: pictures of faces, the marks that join or colour them. A
// letter with a mark that it has not is written without the mark.
func drawable(f *sfnt.Font, text string) string {
	var buffer sfnt.Buffer
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch {
		case r == softHyphen || isGap(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Variation_Selector, r):
		case has(f, r, &buffer):
			b.WriteRune(r)
		default:
			for _, plain := range norm.NFKD.String(string(r)) {
				if plain != r && !unicode.Is(unicode.Mn, plain) && has(f, plain, &buffer) {
					b.WriteRune(plain)
				}
			}
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), isGap), " ")
}

// A style is a font in a size, in pixels.
type style struct {
	font *sfnt.Font
	size int
}

// face gives the letters of a style. One of these serves one drawing at a time.
func (s *studio) face(of style) font.Face {
	if s.faces[of] == nil {
		face, err := opentype.NewFace(of.font, &opentype.FaceOptions{Size: float64(of.size), DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // the size is one of ours
		}
		s.faces[of] = face
	}
	return s.faces[of]
}

// measure is how wide a text is, in pixels.
func (s *studio) measure(of style) func(string) int {
	face := s.face(of)
	return func(text string) int { return font.MeasureString(face, text).Ceil() }
}
