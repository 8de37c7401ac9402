package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Definitions are what [label]: address and [^label]: text say. Markdown takes the first kind out of
// the text, also where the author meant it as text: "[OBS]: inställt".
type definitions struct {
	links    []*ast.LinkReferenceDefinition
	referred map[string]bool // labels of links, as goldmark compares them
	taken    int             // bytes of the addresses and titles that links take from them
	notes    map[string]bool // labels of footnotes
}

// linkDefinitionTransformer asks goldmark's about paragraphs that may begin with a definition. It makes a reader
// for each.
type linkDefinitionTransformer struct{ parser.ParagraphTransformer }

func (t linkDefinitionTransformer) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if p.Lines().Len() == 0 {
		return
	}
	first := p.Lines().At(0)
	if bytes.HasPrefix(util.TrimLeftSpace(reader.Source()[first.Start:first.Stop]), []byte("[")) {
		t.ParagraphTransformer.Transform(p, reader, pc)
	}
}

// refer notes what a link or an image takes from a definition, and tells whether all that was taken is
// within the limit. What passes it is shown without a link.
func (in *inspector) refer(n ast.Node, reference *ast.ReferenceLink, address, title []byte) bool {
	if reference == nil {
		return true
	}
	d := &in.definitions
	if d.referred == nil {
		d.referred = map[string]bool{}
	}
	d.referred[util.ToLinkReference(reference.Value)] = true
	before := d.taken
	d.taken += len(address) + len(title)
	if d.taken <= limits.Referred {
		return true
	}
	if before <= limits.Referred {
		in.found = append(in.found, tooReferred.at(n.Pos()))
	}
	in.dropped = append(in.dropped, n)
	return false
}

// linkDefinitions reports those that nobody sees: nothing refers to them, or another one goes before.
func (in *inspector) linkDefinitions() {
	seen := map[string]bool{}
	for _, n := range in.definitions.links {
		label := util.ToLinkReference(n.Label)
		switch {
		case seen[label]:
			in.report(n.Pos(), diag.RepeatedDefinition, "label", "["+string(n.Label)+"]")
		case !in.definitions.referred[label]:
			in.report(n.Pos(), diag.LostText, append([]string{"text", firstLine(in.doc.body[max(n.Pos(), 0):])}, adviceOnDefinition...)...)
		}
		seen[label] = true
	}
}

var adviceOnDefinition = []string{
	"advice", "är det text? Skriv \\[ i stället för [",
	"advice-en", "is it text? Write \\[ instead of [",
}

func (in *inspector) footnote(n *extast.Footnote) {
	label := string(n.Ref)
	if in.definitions.notes[label] {
		in.report(startOfMarks(n, in.doc.body, "["), diag.RepeatedDefinition, "label", "[^"+label+"]")
	}
	if in.definitions.notes == nil {
		in.definitions.notes = map[string]bool{}
	}
	in.definitions.notes[label] = true
}
