package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// A dialect is what depends on the language of a text: its quotation marks and how it says who
// speaks.
type dialect struct {
	lang     string
	markdown goldmark.Markdown // takes plain text in one piece
	careful  parser.Parser     // gives the same, and can read what plainTextParser can't
	phrases  *phrases
}

// A language that is not listed has the marks of English. Swedish rules: Svenska skrivregler,
// the same mark on both sides.
var marksOf = map[string]marks{
	"sv": {"”", "”", "’", "’"},
	"fi": {"”", "”", "’", "’"},
	"en": {"“", "”", "‘", "’"},
	"de": {"„", "“", "‚", "‘"},
	"nb": {"«", "»", "‘", "’"},
	"nn": {"«", "»", "‘", "’"},
}

type marks struct{ openDouble, closeDouble, openSingle, closeSingle string }

var dialects = func() map[string]*dialect {
	all := make(map[string]*dialect, len(marksOf))
	quick := parser.WithInlineParsers(util.Prioritized(plainTextParser{}, 50)) // before all others
	for lang, m := range marksOf {
		p := phrasesOf[lang]
		if p == nil {
			p = phrasesOf["en"]
		}
		all[lang] = &dialect{lang, newMarkdown(m, p, quick), newMarkdown(m, p).Parser(), p}
	}
	return all
}()

// dialectOf takes a language tag; "sv-SE" is "sv".
func dialectOf(lang string) *dialect {
	lang, _, _ = strings.Cut(lang, "-")
	if d, ok := dialects[strings.ToLower(lang)]; ok {
		return d
	}
	return dialects["en"]
}

// newMarkdown makes the one parser and renderer of a language. It is built from goldmark's parts
// instead of its defaults: HTML blocks are left out, since one would take the lines after it along
// and hide them; comments have a parser of their own, and so have footnotes.
func newMarkdown(m marks, p *phrases, more ...parser.Option) goldmark.Markdown {
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(
				util.Prioritized(underlineParser{parser.NewSetextHeadingParser()}, 100),
				util.Prioritized(parser.NewThematicBreakParser(), 200),
				util.Prioritized(parser.NewListParser(), 300),
				util.Prioritized(parser.NewListItemParser(), 400),
				util.Prioritized(parser.NewCodeBlockParser(), 500),
				util.Prioritized(parser.NewATXHeadingParser(), 600),
				util.Prioritized(fenceParser{parser.NewFencedCodeBlockParser()}, 700),
				util.Prioritized(parser.NewBlockquoteParser(), 800),
				util.Prioritized(commentParser{}, 900),
				util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 940),
				util.Prioritized(spokenLineParser{paragraphParser{parser.NewParagraphParser()}}, 950),
				util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
			),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
			parser.WithInlineParsers(util.Prioritized(struckParser{extension.NewStrikethroughParser()}, 500)),
			parser.WithInlineParsers(util.Prioritized(undefinedNoteParser{}, 102)), // after footnotes
			parser.WithParagraphTransformers(util.Prioritized(linkDefinitionTransformer{parser.LinkReferenceParagraphTransformer}, 100)),
			parser.WithParagraphTransformers(util.Prioritized(spokenTransformer{p}, 1000)), // after tables
			parser.WithASTTransformers(util.Prioritized(keepUndefinedNotes{}, 998)),        // before footnotes
			parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
			parser.WithASTTransformers(util.Prioritized(harmlessHTML{}, 990)),
		)),
		goldmark.WithExtensions(extension.Table, extension.DefinitionList,
			linkify, typographer(m)),
	)
	md.Parser().AddOptions(more...)
	md.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(nodes{}, 100)))
	return md
}

// linkify finds bare addresses. Goldmark's own patterns end an address at the first å; and the
// closing mark of a quotation is no part of one.
var linkify = extension.NewLinkify(
	extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
	extension.WithLinkifyURLRegexp(regexp.MustCompile(`^https?://`+host+path)),
	extension.WithLinkifyWWWRegexp(regexp.MustCompile(`^www\.`+strings.ReplaceAll(host, "_", "")+path)),
)

// An address that begins with www. may follow directly upon an underscore. If its host could hold one,
// a word of many such beginnings would be read to its end from each of them.
const (
	host = `(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-])*\.)+\p{L}[\p{L}\p{M}\p{N}-]+(?::[0-9]{1,5})?`
	path = `(?:[/?#][\p{L}\p{M}\p{N}._~%!$&()*+,;=:@/?#\[\]-]*)?`
)

func typographer(m marks) goldmark.Extender {
	return extension.NewTypographer(extension.WithTypographicSubstitutions(
		extension.TypographicSubstitutions{
			extension.LeftDoubleQuote:  []byte(m.openDouble),
			extension.RightDoubleQuote: []byte(m.closeDouble),
			extension.LeftSingleQuote:  []byte(m.openSingle),
			extension.RightSingleQuote: []byte(m.closeSingle),
			extension.Apostrophe:       []byte("’"),
			extension.EnDash:           []byte("–"),
			extension.EmDash:           []byte("—"),
			extension.Ellipsis:         []byte("…"),
			extension.LeftAngleQuote:   nil, // << and >> stay: they are more often arrows than marks
			extension.RightAngleQuote:  nil,
		}))
}
