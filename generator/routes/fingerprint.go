package routes

import (
	"hash/crc32"
	"slices"
	"strconv"
	"text/template/parse"

	"alingsas.se/dialog/generator/site"
)

// A Fingerprint tells one state of the texts that an output shows from another. It is two checksums by different
// polynomials, which an edit of less than 64 bits always changes, and any other but for one in 2⁶⁴. Processors
// have instructions for them: a cryptographic hash of all texts would be 2 % of a build.
type Fingerprint uint64

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Fingerprint sums up the texts that the output shows more of than their first paragraphs. While it is the same,
// and all else that a site is made of, so is the output. isKnown is false where the texts cannot be told without
// rendering.
func (r Route) Fingerprint() (sum Fingerprint, isKnown bool) {
	if r.Texts == nil {
		return sum, false
	}
	var a, b uint32
	add := func(data []byte) { a, b = crc32.Update(a, crc32.IEEETable, data), crc32.Update(b, castagnoli, data) }
	for _, body := range r.Texts() {
		if !body.StandsAlone() {
			return sum, false
		}
		text := body.Version().Markdown()
		add(strconv.AppendInt(nil, int64(len(text)), 10)) // so that no two lists of texts are one row of bytes
		add(text)
	}
	return Fingerprint(a)<<32 | Fingerprint(b), true
}

// noTexts are those of an output that shows no more than first paragraphs.
func noTexts() []*site.Body { return nil }

func bodiesOf(releases []*site.Release) func() []*site.Body {
	return func() []*site.Body {
		bodies := make([]*site.Body, len(releases))
		for i, r := range releases {
			bodies[i] = r.Body
		}
		return bodies
	}
}

// textReaders are the names by which a template could show more of a text than its route tells.
var textReaders = []string{"Check", "Document", "FirstParagraph", "IsEmpty", "Links", "Markdown", "Outline", "Source", "StandsAlone"}

// readsTexts tells whether a template does so.
func readsTexts(tree *parse.Tree) bool {
	reads := false
	walk(tree.Root, func(command *parse.CommandNode) {
		for _, arg := range command.Args {
			for _, name := range namesIn(arg) {
				reads = reads || slices.Contains(textReaders, name)
			}
		}
	})
	return reads
}

// namesIn gives the names of fields and methods of an operand.
func namesIn(operand parse.Node) []string {
	switch n := operand.(type) {
	case *parse.FieldNode:
		return n.Ident
	case *parse.VariableNode:
		return n.Ident
	case *parse.ChainNode:
		return n.Field
	}
	return nil
}
