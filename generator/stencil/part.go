package stencil

import (
	"bytes"
	"html/template"
	"reflect"
	"text/template/parse"
)

// A Part is a function that writes a text: {{show .Part}} makes it right where it stands, which saves long ones two
// copies.
type Part = func(w *bytes.Buffer) error

// Show gives html/template what a part writes, which is HTML. It is for the functions of a set, as "show".
func Show(p Part) (template.HTML, error) {
	text, err := textOf(p)
	return template.HTML(text), err
}

// ShowScript is Show for what stands in a script.
func ShowScript(p Part) (template.JS, error) {
	text, err := textOf(p)
	return template.JS(text), err
}

func textOf(p Part) (string, error) {
	var w bytes.Buffer
	err := p(&w)
	return w.String(), err
}

// shown are the places where html/template writes what these functions give as it is, by the escapers there.
var shown = map[reflect.Type]string{
	reflect.TypeOf(Show):       "htmlescaper",
	reflect.TypeOf(ShowScript): "jsvalescaper",
}

// part compiles an action that shows a part.
func (c *compiler) part(pipe *parse.PipeNode) (step, bool) {
	if len(pipe.Cmds) != 2 || len(pipe.Cmds[0].Args) != 2 {
		return nil, false
	}
	name, isName := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !isName {
		return nil, false
	}
	f, isOurs := c.set.funcs[name.Ident]
	if !isOurs || pipe.Cmds[1].String() != escaperPrefix+shown[f.Type()] {
		return nil, false
	}
	part := c.arg(pipe.Cmds[0].Args[1])
	return func(r *run, dot reflect.Value) {
		if argument[Part](part(r, dot))(r.w) != nil {
			panic(unknown{})
		}
	}, true
}
