package stencil

import (
	"reflect"
	"sync/atomic"
)

// isTrue is what {{if}} takes for true.
func isTrue(v reflect.Value) bool {
	if !v.IsValid() {
		return false
	}
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return v.Len() > 0
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return v.Int() != 0
	case reflect.Pointer, reflect.Func:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	panic(unknown{})
}

// concrete gives what an interface holds.
func concrete(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// fields follows names from a value; args are the arguments of the last one.
func (c *compiler) fields(value expr, names []string, args []expr) expr {
	if len(names) == 0 {
		if len(args) > 0 {
			panic(unknown{})
		}
		return value
	}
	for i, name := range names {
		before, member := value, &member{set: c.set, name: name}
		if i == len(names)-1 {
			member.args = args
		}
		value = func(r *run, dot reflect.Value) reflect.Value { return member.get(r, dot, before(r, dot)) }
	}
	return value
}

// A member is a name after a point, as it stands in one place of a template. Most places see values of
// one type, so that the last one found is remembered.
type member struct {
	set  *Set
	name string
	args []expr
	last atomic.Pointer[found]
}

// found is a member of a type: a method, or a field.
type found struct {
	of        reflect.Type // of the receiver, no pointer
	canAddr   bool
	isPointer bool   // the method is that of the pointer to it
	method    caller // with the receiver as its first argument
	index     []int
}

// get gives the value of a field, or calls a method.
func (m *member) get(r *run, dot, receiver reflect.Value) reflect.Value {
	v, f := m.find(receiver)
	switch {
	case f.method != nil:
		length := len(r.vars)
		r.vars = append(r.vars, f.receiver(v))
		return r.call(f.method, length, dot, m.args)
	case len(m.args) > 0:
		panic(unknown{})
	case len(f.index) == 1:
		return concrete(v.Field(f.index[0]))
	}
	return concrete(v.FieldByIndex(f.index)) // panics where an embedded pointer is nil
}

func (f *found) receiver(v reflect.Value) reflect.Value {
	if f.isPointer {
		return v.Addr()
	}
	return v
}

// find gives what a receiver points to, and the member.
func (m *member) find(v reflect.Value) (reflect.Value, *found) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem() // no value where it is nil, which panics below
	}
	of := v.Type()
	f := m.last.Load()
	if f == nil || f.of != of || f.canAddr != v.CanAddr() {
		f = m.set.lookUp(of, v.CanAddr(), m.name)
		m.last.Store(f)
	}
	return v, f
}

func (s *Set) lookUp(of reflect.Type, canAddr bool, name string) *found {
	f := &found{of: of, canAddr: canAddr}
	with := of
	if canAddr {
		with, f.isPointer = reflect.PointerTo(of), true
	}
	if method, isOne := with.MethodByName(name); isOne {
		f.method = s.caller(method.Func)
		return f
	}
	if of.Kind() != reflect.Struct {
		panic(unknown{})
	}
	field, isOne := of.FieldByName(name)
	if !isOne || !field.IsExported() {
		panic(unknown{})
	}
	f.index = field.Index
	return f
}

// function compiles a call of a function of the language, or of the set's.
func (c *compiler) function(name string, args []expr) expr {
	// One of ours hides the language's.
	if f, isOurs := c.set.funcs[name]; isOurs {
		call := c.set.caller(f)
		return func(r *run, dot reflect.Value) reflect.Value { return r.call(call, len(r.vars), dot, args) }
	}
	if make, isKnown := builtins[name]; isKnown {
		return make(args)
	}
	panic(unknown{})
}

var literalType = reflect.TypeFor[literal]()

// builtins are functions of the language.
var builtins = map[string]func([]expr) expr{
	"and": func(args []expr) expr { return decide(args, false) },
	"or":  func(args []expr) expr { return decide(args, true) },
	"not": func(args []expr) expr {
		return withCount(args, 1, func(v []reflect.Value) bool { return !isTrue(v[0]) })
	},
	"eq": func(args []expr) expr {
		return withCount(args, 2, func(v []reflect.Value) bool { return isEqual(v[0], v[1]) })
	},
	"ne": func(args []expr) expr {
		return withCount(args, 2, func(v []reflect.Value) bool { return !isEqual(v[0], v[1]) })
	},
	"gt": func(args []expr) expr {
		return withCount(args, 2, func(v []reflect.Value) bool { return v[0].Int() > v[1].Int() })
	},
	"len": func(args []expr) expr {
		if len(args) != 1 {
			panic(unknown{})
		}
		return func(r *run, dot reflect.Value) reflect.Value {
			switch v := args[0](r, dot); v.Kind() {
			case reflect.Slice, reflect.String, reflect.Map:
				return reflect.ValueOf(v.Len())
			}
			panic(unknown{})
		}
	},
}

// decide gives the first argument that decides, or the last.
func decide(args []expr, by bool) expr {
	if len(args) == 0 {
		panic(unknown{})
	}
	return func(r *run, dot reflect.Value) (v reflect.Value) {
		for _, arg := range args {
			if v = arg(r, dot); isTrue(v) == by {
				break
			}
		}
		return v
	}
}

var (
	yes = reflect.ValueOf(true)
	no  = reflect.ValueOf(false)
)

func withCount(args []expr, count int, is func([]reflect.Value) bool) expr {
	if len(args) != count {
		panic(unknown{})
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		var values [2]reflect.Value
		for i, arg := range args {
			values[i] = arg(r, dot)
		}
		if is(values[:]) {
			return yes
		}
		return no
	}
}

func isEqual(a, b reflect.Value) bool {
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return a.String() == b.String()
	case a.Kind() == reflect.Bool && b.Kind() == reflect.Bool:
		return a.Bool() == b.Bool()
	case a.CanInt() && b.CanInt():
		return a.Int() == b.Int()
	}
	panic(unknown{})
}
