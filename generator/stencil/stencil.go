// Package stencil runs templates that html/template has parsed and escaped, several times as fast: Set, Functions,
// Signature, Part.
//
// In come the templates of a set and the functions that they call. Out comes what html/template would have written: a
// build takes 2.7 times as long without.
//
// How: what is safe is for html/template to say. It rewrites the tree of a template so that every action ends in the
// escapers of its place. A stencil is made from that tree: constants become text, names of fields are looked up
// once for each type, and strings go to the output without a detour. An action that ends in no escaper is never
// compiled, and an escaper writes what the library's would (a fuzz test compares them).
//
// What it cannot do: break, continue, templates that are called inside of a tag, numbers that are not whole, functions such
// as printf and index, and values in places where the library would have to look at them (style sheets, srcset, most
// of scripts). What a stencil does not know, or finds wrong, it does not judge: the output is taken back and
// html/template executes the template from its beginning. So its errors are the library's, and a template may use all
// of the language. Functions are called twice then; they must have no effects that matter.
package stencil

import (
	"bytes"
	"html/template"
	"reflect"
	"sync"
	"sync/atomic"
)

// A Set executes the templates of a set by their names. It may be used by several goroutines at once.
type Set struct {
	templates  *template.Template
	funcs      map[string]reflect.Value
	pure       map[string]bool
	signatures map[reflect.Type]func(f reflect.Value) caller
	handed     atomic.Int64

	mu       sync.Mutex // for programs that are being made
	programs sync.Map   // of those that were executed before, by name: *program
	made     map[string]*program
}

// Functions are what a set's templates may call.
type Functions struct {
	All template.FuncMap
	// Pure names those that give the same for the same arguments, and are called once where these are constants.
	Pure []string
	// Signatures are the types of functions and methods that are called often.
	Signatures []Signature
}

// New gives the templates of a set, which must not be changed from now on, and the functions that they may call.
func New(templates *template.Template, functions Functions) *Set {
	s := &Set{
		templates: templates, funcs: map[string]reflect.Value{}, pure: map[string]bool{},
		signatures: map[reflect.Type]func(reflect.Value) caller{}, made: map[string]*program{},
	}
	for name, f := range functions.All {
		s.funcs[name] = reflect.ValueOf(f)
	}
	for _, name := range functions.Pure {
		s.pure[name] = true
	}
	for _, one := range functions.Signatures {
		s.signatures[one.of] = one.bind
	}
	return s
}

// Execute appends to w what a template makes of data. After an error w holds what was written before it.
func (s *Set) Execute(w *bytes.Buffer, name string, data any) error {
	made, isKnown := s.programs.Load(name)
	if !isKnown {
		// The library escapes a template when it is first executed; there is no other way to ask for it.
		if err := s.templates.ExecuteTemplate(w, name, data); err != nil {
			return err
		}
		s.programs.Store(name, s.program(name))
		return nil
	}
	length := w.Len()
	if made.(*program).execute(w, data) {
		return nil
	}
	w.Truncate(length)
	s.handed.Add(1)
	return s.templates.ExecuteTemplate(w, name, data)
}

// HandedOver counts the executions that html/template had to do, each template's first not among them. Where it
// grows with the number of pages, a template uses something that is slow.
func (s *Set) HandedOver() int64 { return s.handed.Load() }

// program compiles a template that has been escaped.
func (s *Set) program(name string) *program {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.compile(name)
}

// A program is a template that was compiled.
type program struct {
	steps []step
	slots int  // of variables, $ among them
	isBad bool // html/template must do it
}

type (
	// A step writes a part of the output.
	step func(r *run, dot reflect.Value)
	// An expr gives a value.
	expr func(r *run, dot reflect.Value) reflect.Value
)

// A run is one execution. Whatever is not as it should be panics, and ends it.
type run struct {
	w     *bytes.Buffer
	vars  []reflect.Value // of all templates that are under way, and arguments
	base  int             // where those of the current template begin
	depth int

	// What functions gave.
	texts  []string
	markup []template.HTML
}

// maxDepth is how deep templates may call each other; the library allows more, and tells of those that never end.
const maxDepth = 1000

var runs = sync.Pool{New: func() any { return new(run) }}

// execute tells whether the program could do it.
func (p *program) execute(w *bytes.Buffer, data any) (done bool) {
	if p.isBad {
		return false
	}
	r := runs.Get().(*run)
	*r = run{w: w, vars: r.vars[:0], texts: r.texts[:0], markup: r.markup[:0]}
	defer func() {
		if recover() != nil {
			done = false
		}
		clear(r.vars[:cap(r.vars)]) // they would keep a site in memory
		clear(r.texts[:cap(r.texts)])
		clear(r.markup[:cap(r.markup)])
		runs.Put(r)
	}()
	p.call(r, reflect.ValueOf(data))
	return true
}

// call runs a program with variables of its own.
func (p *program) call(r *run, dot reflect.Value) {
	if p.isBad || r.depth == maxDepth {
		panic(unknown{})
	}
	r.depth++
	base, length := r.base, len(r.vars)
	r.base = length
	r.vars = append(r.vars, dot)
	for range p.slots - 1 {
		r.vars = append(r.vars, reflect.Value{})
	}
	runSteps(r, p.steps, dot)
	r.vars = r.vars[:length]
	r.base = base
	r.depth--
}

func runSteps(r *run, steps []step, dot reflect.Value) {
	for _, s := range steps {
		s(r, dot)
	}
}

// unknown is what a stencil panics with where html/template must judge.
type unknown struct{}
