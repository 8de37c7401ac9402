package content

import (
	"bytes"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// A Body is the Markdown after the front matter. What it says may be replaced while the item is in
// use: nothing that links items together is read from it, so an author who writes on in a text
// changes that text and nothing else.
type Body struct{ text atomic.Pointer[Text] }

// A Text is what a body says, inside its file, so that positions are true. It does not change.
type Text struct {
	source  markdown.Source
	once    sync.Once
	outline Outline
}

// An Outline is what is known of a text once it was parsed.
type Outline struct {
	Diags    diag.List // faults within the text
	Links    []markdown.Link
	Headings []markdown.Heading
}

// NewBody makes the body of a text.
func NewBody(source markdown.Source) *Body {
	b := &Body{}
	b.text.Store(&Text{source: source})
	return b
}

// Text gives what the body says now.
func (b *Body) Text() *Text { return b.text.Load() }

func (b *Body) replace(t *Text) { b.text.Store(t) }

// Source is the text as the markdown package takes it.
func (t *Text) Source() markdown.Source { return t.source }

// Markdown is the text without its file.
func (t *Text) Markdown() []byte { return t.source.Data[t.source.Offset:] }

// IsEmpty tells whether there is nothing but white space.
func (t *Text) IsEmpty() bool { return len(bytes.TrimSpace(t.Markdown())) == 0 }

// Outline parses the text when it is asked for first, and remembers what is small of it.
func (t *Text) Outline() *Outline {
	t.once.Do(func() {
		doc, diags := markdown.Parse(t.source)
		t.outline = Outline{Diags: diags, Links: doc.Links(), Headings: doc.Headings()}
	})
	return &t.outline
}
