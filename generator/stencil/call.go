package stencil

import (
	"html/template"
	"reflect"
)

// A caller calls one function. It may overwrite the arguments.
type caller func(r *run, args []reflect.Value) reflect.Value

// A Signature is a type of functions and methods (a method's first argument is its receiver) that a set calls
// directly. All others are called by reflection, which takes longer than most of them do: without any, a build takes
// 14 % more.
type Signature struct {
	of   reflect.Type
	bind func(f reflect.Value) caller
}

// Takes1 is the signature func(A) R.
func Takes1[A, R any]() Signature {
	return signature(func(f func(A) R) caller {
		return func(r *run, args []reflect.Value) reflect.Value {
			count(args, 1)
			return value(r, f(argument[A](args[0])))
		}
	})
}

// Takes2 is the signature func(A, B) R.
func Takes2[A, B, R any]() Signature {
	return signature(func(f func(A, B) R) caller {
		return func(r *run, args []reflect.Value) reflect.Value {
			count(args, 2)
			return value(r, f(argument[A](args[0]), argument[B](args[1])))
		}
	})
}

// Takes2OrFails is the signature func(A, B) (R, error).
func Takes2OrFails[A, B, R any]() Signature {
	return signature(func(f func(A, B) (R, error)) caller {
		return func(r *run, args []reflect.Value) reflect.Value {
			count(args, 2)
			result, err := f(argument[A](args[0]), argument[B](args[1]))
			if err != nil {
				panic(unknown{})
			}
			return value(r, result)
		}
	})
}

// TakesMany is the signature func(A, ...B) R.
func TakesMany[A, B, R any]() Signature {
	return signature(func(f func(A, ...B) R) caller {
		return func(r *run, args []reflect.Value) reflect.Value {
			rest := make([]B, len(args[1:]))
			for i, arg := range args[1:] {
				rest[i] = argument[B](arg)
			}
			return value(r, f(argument[A](args[0]), rest...))
		}
	})
}

func signature[F any](bind func(F) caller) Signature {
	return Signature{reflect.TypeFor[F](), func(f reflect.Value) caller { return bind(f.Interface().(F)) }}
}

func count(args []reflect.Value, want int) {
	if len(args) != want {
		panic(unknown{})
	}
}

// argument takes a value out of the reflection, without a copy on the heap.
func argument[T any](v reflect.Value) T {
	if v.Type() != literalType {
		if t, isOne := reflect.TypeAssert[T](v); isOne { // nearly always, and sooner than as finds out
			return t
		}
	}
	t, isOne := reflect.TypeAssert[T](as(v, reflect.TypeFor[T]()))
	if !isOne {
		panic(unknown{})
	}
	return t
}

// value gives what a function made. Texts, which most of them make, are kept together: each alone would be
// an allocation.
func value[T any](r *run, of T) reflect.Value {
	switch of := any(&of).(type) {
	case *string:
		return keep(&r.texts, *of)
	case *template.HTML:
		return keep(&r.markup, *of)
	}
	return reflect.ValueOf(of)
}

func keep[T any](all *[]T, one T) reflect.Value {
	*all = append(*all, one)
	return reflect.ValueOf(&(*all)[len(*all)-1]).Elem()
}

// caller gives what calls a function.
func (s *Set) caller(f reflect.Value) caller {
	if bind := s.signatures[f.Type()]; bind != nil {
		return bind(f)
	}
	return func(_ *run, args []reflect.Value) reflect.Value { return reflected(f, args) }
}

// call calls a function. Its arguments lie after the variables, where the receiver of a method lies already.
func (r *run) call(f caller, length int, dot reflect.Value, args []expr) reflect.Value {
	for _, arg := range args {
		v := arg(r, dot) // may make vars another slice
		r.vars = append(r.vars, v)
	}
	v := f(r, r.vars[length:])
	r.vars = r.vars[:length]
	return v
}

// reflected calls a function that gives one value, and perhaps an error.
func reflected(f reflect.Value, args []reflect.Value) reflect.Value {
	t := f.Type()
	if len(args) < t.NumIn() && !(t.IsVariadic() && len(args) == t.NumIn()-1) {
		panic(unknown{})
	}
	for i := range args {
		args[i] = as(args[i], parameter(t, i))
	}
	results := f.Call(args)
	if len(results) > 1 && !results[1].IsNil() {
		panic(unknown{})
	}
	return concrete(results[0])
}

// parameter is the type of a function's i-th argument.
func parameter(f reflect.Type, i int) reflect.Type {
	switch last := f.NumIn() - 1; {
	case i < last || i == last && !f.IsVariadic():
		return f.In(i)
	case f.IsVariadic():
		return f.In(last).Elem()
	}
	panic(unknown{})
}

// as gives a value as an argument of a type.
func as(v reflect.Value, t reflect.Type) reflect.Value {
	switch of := v.Type(); {
	case of == t:
		return v
	case of == literalType && t.Kind() == reflect.String:
		return v.Convert(t)
	case of == literalType && t.Kind() == reflect.Interface:
		return as(v.Convert(stringType), t)
	case of.AssignableTo(t):
		return v
	case of.Kind() == reflect.Pointer && of.Elem().AssignableTo(t) && !v.IsNil():
		return v.Elem()
	// The address of a text may lead to a kept text; the library has no address for it.
	case v.CanAddr() && of != stringType && of != htmlType && reflect.PointerTo(of).AssignableTo(t):
		return v.Addr()
	}
	panic(unknown{})
}
