package stencil

import (
	"bytes"
	"reflect"
	"strings"
	"text/template/parse"
)

// A compiler makes the program of one template.
type compiler struct {
	set   *Set
	scope []string // names of the variables that can be seen, by their slots
	slots int
}

// compile gives the program of a template, and of all those that it calls. What it does not know
// makes a program bad.
func (s *Set) compile(name string) (p *program) {
	if made := s.made[name]; made != nil {
		return made // or is being made, where a template calls itself
	}
	p = &program{}
	s.made[name] = p
	t := s.templates.Lookup(name)
	// One that is called elsewhere than between tags has a name that can't be looked up.
	if t == nil || t.Tree == nil {
		p.isBad = true
		return p
	}
	c := &compiler{set: s, scope: []string{"$"}, slots: 1}
	defer func() {
		if recover() != nil {
			p.isBad = true
		}
	}()
	p.steps = c.list(t.Tree.Root)
	p.slots = c.slots
	return p
}

// list compiles nodes; texts that follow each other become one.
func (c *compiler) list(list *parse.ListNode) []step {
	if list == nil {
		return nil
	}
	visible := len(c.scope)
	var steps []step
	var text []byte
	flush := func() {
		if len(text) > 0 {
			constant := text
			steps = append(steps, func(r *run, _ reflect.Value) { r.w.Write(constant) })
			text = nil
		}
	}
	for _, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.TextNode:
			text = append(text, n.Text...)
			continue
		case *parse.CommentNode:
			continue
		case *parse.ActionNode:
			if constant, isOne := c.constant(n.Pipe); isOne {
				text = append(text, constant...)
				continue
			}
		}
		flush()
		steps = append(steps, c.node(node))
	}
	flush()
	c.scope = c.scope[:visible]
	return steps
}

func (c *compiler) node(node parse.Node) step {
	switch n := node.(type) {
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(n)
	case *parse.TemplateNode:
		return c.template(n)
	}
	panic(unknown{})
}

// template compiles a call. A template that is called where it is escaped as in its own place keeps its name.
func (c *compiler) template(n *parse.TemplateNode) step {
	called := c.set.compile(n.Name)
	if called.isBad {
		panic(unknown{})
	}
	if n.Pipe == nil {
		return func(r *run, _ reflect.Value) { called.call(r, reflect.Value{}) }
	}
	value := c.pipe(n.Pipe)
	return func(r *run, dot reflect.Value) { called.call(r, value(r, dot)) }
}

func (c *compiler) branch(n *parse.BranchNode, isWith bool) step {
	visible := len(c.scope)
	value := c.pipe(n.Pipe)
	then := c.list(n.List)
	otherwise := c.list(n.ElseList)
	c.scope = c.scope[:visible]
	return func(r *run, dot reflect.Value) {
		v := value(r, dot)
		switch {
		case !isTrue(v):
			runSteps(r, otherwise, dot)
		case isWith:
			runSteps(r, then, v)
		default:
			runSteps(r, then, dot)
		}
	}
}

func (c *compiler) loop(n *parse.RangeNode) step {
	visible := len(c.scope)
	index, item := -1, -1
	pipe := *n.Pipe
	pipe.Decl = nil
	value := c.pipe(&pipe)
	if n.Pipe.IsAssign {
		panic(unknown{})
	}
	switch decl := n.Pipe.Decl; len(decl) {
	case 0:
	case 1:
		item = c.declare(decl[0])
	case 2:
		index, item = c.declare(decl[0]), c.declare(decl[1])
	}
	each := c.list(n.List)
	c.scope = c.scope[:visible]
	otherwise := c.list(n.ElseList)
	return func(r *run, dot reflect.Value) {
		items := value(r, dot)
		if !items.IsValid() || items.Kind() != reflect.Slice {
			panic(unknown{})
		}
		count := items.Len()
		for i := range count {
			one := items.Index(i)
			if item >= 0 {
				r.vars[r.base+item] = one
			}
			if index >= 0 {
				r.vars[r.base+index] = reflect.ValueOf(i)
			}
			runSteps(r, each, one)
		}
		if count == 0 {
			runSteps(r, otherwise, dot)
		}
	}
}

// action compiles what stands between braces: it declares a variable, or its value is written.
func (c *compiler) action(pipe *parse.PipeNode) step {
	if len(pipe.Decl) > 0 {
		value := c.pipe(pipe)
		return func(r *run, dot reflect.Value) { value(r, dot) }
	}
	if part, isOne := c.part(pipe); isOne {
		return part
	}
	value, write := c.written(pipe)
	return func(r *run, dot reflect.Value) { write(r.w, value(r, dot)) }
}

// written divides a pipeline into its value and the escapers at its end.
func (c *compiler) written(pipe *parse.PipeNode) (expr, writer) {
	first := len(pipe.Cmds)
	for first > 0 && isEscaper(pipe.Cmds[first-1]) {
		first--
	}
	var names []string
	for _, cmd := range pipe.Cmds[first:] {
		names = append(names, strings.TrimPrefix(cmd.Args[0].(*parse.IdentifierNode).Ident, escaperPrefix))
	}
	write := writers[strings.Join(names, " ")]
	if write == nil || first == 0 {
		panic(unknown{})
	}
	return c.commands(pipe.Cmds[:first]), write
}

const escaperPrefix = "_html_template_"

func isEscaper(cmd *parse.CommandNode) bool {
	name, isName := cmd.Args[0].(*parse.IdentifierNode)
	return isName && len(cmd.Args) == 1 && strings.HasPrefix(name.Ident, escaperPrefix)
}

// constant writes an action whose value is known already: {{t "press.title"}}.
func (c *compiler) constant(pipe *parse.PipeNode) ([]byte, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) < 2 {
		return nil, false
	}
	for _, arg := range pipe.Cmds[0].Args[1:] {
		if kind := arg.Type(); kind != parse.NodeString && kind != parse.NodeNumber && kind != parse.NodeBool {
			return nil, false
		}
	}
	name, isName := pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	if !isName || !c.set.pure[name.Ident] || isEscaper(pipe.Cmds[0]) || !isEscaper(pipe.Cmds[1]) {
		return nil, false
	}
	value, write := c.written(pipe)
	var w bytes.Buffer
	write(&w, value(new(run), reflect.Value{}))
	return w.Bytes(), true
}

// declare gives a variable a slot; it can be seen to the end of the list that it is declared in.
func (c *compiler) declare(v *parse.VariableNode) int {
	c.scope = append(c.scope, v.Ident[0])
	c.slots = max(c.slots, len(c.scope))
	return len(c.scope) - 1
}

func (c *compiler) slot(name string) int {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i] == name {
			return i
		}
	}
	panic(unknown{})
}

// pipe compiles a pipeline that is not written.
func (c *compiler) pipe(pipe *parse.PipeNode) expr {
	value := c.commands(pipe.Cmds)
	switch {
	case len(pipe.Decl) == 0:
		return value
	case len(pipe.Decl) > 1:
		panic(unknown{})
	}
	var slot int
	if pipe.IsAssign {
		slot = c.slot(pipe.Decl[0].Ident[0])
	} else {
		slot = c.declare(pipe.Decl[0])
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		v := value(r, dot)
		r.vars[r.base+slot] = v
		return v
	}
}

// commands compiles commands, each of which gets the value of the one before as its last argument.
func (c *compiler) commands(cmds []*parse.CommandNode) expr {
	var last expr
	for _, cmd := range cmds {
		last = c.command(cmd, last)
	}
	return last
}

func (c *compiler) command(cmd *parse.CommandNode, last expr) expr {
	var args []expr
	for i, arg := range cmd.Args[1:] {
		args = append(args, c.argument(arg, cmd.Args[0], i))
	}
	if last != nil {
		args = append(args, last)
	}
	return c.operand(cmd.Args[0], args)
}

func (c *compiler) arg(node parse.Node) expr { return c.operand(node, nil) }

// argument compiles the i-th argument of what is called. A string that stands in the template becomes what a function
// asks for here, not at each call. Where it can't, html/template has the template, and says so if it comes there.
func (c *compiler) argument(node, called parse.Node, i int) expr {
	text, isText := node.(*parse.StringNode)
	name, isName := called.(*parse.IdentifierNode)
	if isText && isName {
		if f, isOurs := c.set.funcs[name.Ident]; isOurs {
			return constantExpr(as(reflect.ValueOf(literal(text.Text)), parameter(f.Type(), i)).Interface())
		}
	}
	return c.arg(node)
}

// operand compiles what may be given arguments, and what may not.
func (c *compiler) operand(node parse.Node, args []expr) expr {
	switch n := node.(type) {
	case *parse.IdentifierNode:
		return c.function(n.Ident, args)
	case *parse.FieldNode:
		return c.fields(dotExpr, n.Ident, args)
	case *parse.VariableNode:
		return c.fields(c.variable(n.Ident[0]), n.Ident[1:], args)
	case *parse.ChainNode:
		return c.fields(c.arg(n.Node), n.Field, args)
	}
	if len(args) > 0 {
		panic(unknown{})
	}
	switch n := node.(type) {
	case *parse.DotNode:
		return dotExpr
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.StringNode:
		return constantExpr(literal(n.Text))
	case *parse.BoolNode:
		return constantExpr(n.True)
	case *parse.NumberNode:
		// 1.0 and 'a' are whole numbers, too, and of another type.
		if n.IsInt && !strings.ContainsAny(n.Text, ".eEpP'") {
			return constantExpr(int(n.Int64))
		}
	}
	panic(unknown{})
}

// A literal is a string that stands in a template. It becomes what a function asks for, as no other string does.
type literal string

func dotExpr(_ *run, dot reflect.Value) reflect.Value { return dot }

func constantExpr(of any) expr {
	v := reflect.ValueOf(of)
	return func(*run, reflect.Value) reflect.Value { return v }
}

func (c *compiler) variable(name string) expr {
	slot := c.slot(name)
	return func(r *run, _ reflect.Value) reflect.Value { return r.vars[r.base+slot] }
}
