package routes

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"text/template/parse"

	"alingsas.se/dialog/generator/site"
)

// A Fingerprint tells one state of the texts that an output shows from another.
type Fingerprint [16]byte

// Fingerprint sums up the texts that the output shows more of than their first paragraphs. While it is the same,
// and all else that a site is made of, so is the output. isKnown is false where the texts cannot be told without
// rendering.
func (r Route) Fingerprint() (sum Fingerprint, isKnown bool) {
	if r.Texts == nil {
		return sum, false
	}
	hash := sha256.New()
	for _, b := range r.Texts() {
		if !b.StandsAlone() {
			return sum, false
		}
		text := b.Version().Markdown()
		_ = binary.Write(hash, binary.BigEndian, int64(len(text)))
		hash.Write(text)
	}
	copy(sum[:], hash.Sum(nil))
	return sum, true
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
var textReaders = []string{"AbsoluteHTML", "Document", "FirstParagraph", "IsEmpty", "Links"}

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
