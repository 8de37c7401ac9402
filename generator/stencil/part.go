package stencil

import (
	"bytes"
	"html/template"
	"reflect"
	"text/template/parse"
)

// A Part is HTML that writes itself: {{show .Part}} makes it right where it stands, which saves long ones two copies.
type Part func(w *bytes.Buffer) error

// Show gives html/template what a part writes. It is for the functions of a set, as "show".
func Show(p Part) (template.HTML, error) {
	var w bytes.Buffer
	err := p(&w)
	return template.HTML(w.String()), err
}

// part compiles {{show .Part}} between tags.
func (c *compiler) part(pipe *parse.PipeNode) (step, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 2 || len(pipe.Cmds[0].Args) != 2 || pipe.Cmds[1].String() != escaperPrefix+"htmlescaper" {
		return nil, false
	}
	name, isName := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !isName || !c.set.isShow(name.Ident) {
		return nil, false
	}
	part := c.arg(pipe.Cmds[0].Args[1])
	return func(r *run, dot reflect.Value) {
		if argument[Part](part(r, dot))(r.w) != nil {
			panic(unknown{})
		}
	}, true
}

func (s *Set) isShow(name string) bool {
	f, isOne := s.funcs[name]
	return isOne && f.Type() == reflect.TypeOf(Show)
}
