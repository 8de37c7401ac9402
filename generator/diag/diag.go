// Package diag says what is wrong, where, and how to mend it: Position, Code, Diagnostic, List, Report,
// Failure.
//
// In come codes with positions and the words that their texts name. Out come messages, in Swedish and English.
//
// A Diagnostic is a value. Every stage returns its result and a List, always both; nothing stops
// at the first fault. What a Code means in words stands in catalogue.go, in Swedish and English.
package diag

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Severity says whether a site may be published with the fault. The zero value is invalid, so
// that a code without one shows.
type Severity int

const (
	Note    Severity = iota + 1 // worth knowing, nothing to mend: told where one asks for a check
	Warning                     // told, and the build goes on
	Error                       // told, and nothing is written
)

// A Position is a place in a file, as an editor shows it.
type Position struct {
	File   string // slash-separated, from the project's root
	Line   int    // from 1; 0 is the file as a whole
	Column int    // in characters, from 1; 0 is the line as a whole
}

// At turns a byte offset in src, the whole content of file, into a Position.
// An offset outside src is moved to its nearest end.
func At(file string, src []byte, offset int) Position {
	before := src[:min(max(offset, 0), len(src))]
	line := before[1+bytes.LastIndexByte(before, '\n'):]
	return Position{File: file, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(line)}
}

// A Locator turns many offsets in one text into positions, going on from the one before: thousands of findings
// in a long text would each be counted from its beginning otherwise.
type Locator struct {
	src    []byte
	offset int
	last   Position
}

// NewLocator makes the locator of src, the whole content of file.
func NewLocator(file string, src []byte) *Locator {
	return &Locator{src: src, last: Position{File: file, Line: 1, Column: 1}}
}

// At is [At] for an offset that is not before the one of the last call.
func (l *Locator) At(offset int) Position {
	passed := l.src[l.offset:min(max(offset, l.offset), len(l.src))]
	if i := bytes.LastIndexByte(passed, '\n'); i >= 0 {
		l.last.Line += bytes.Count(passed, []byte("\n"))
		l.last.Column = 1
		l.last.Column += utf8.RuneCount(passed[i+1:])
	} else {
		l.last.Column += utf8.RuneCount(passed)
	}
	l.offset += len(passed)
	return l.last
}

// IsKnown tells whether the position is a place in the file, not the file as a whole.
func (p Position) IsKnown() bool { return p.Line > 0 }

// A Code names one rule, in lower case with hyphens.
type Code string

// A Diagnostic is one fault at one place.
type Diagnostic struct {
	Position
	Code    Code
	args    []string // name, value, name, value …: what the texts of the code name in braces
	inDraft bool     // an error that keeps nothing back: see InDraft
}

// New makes a Diagnostic. args are names and values in turn; the names are those that the code's
// texts in the catalogue hold in braces. Two names are known to all codes: where "suggestion" is not
// empty, the hint asks whether that was meant; the lines of "paste" follow the hint, for the author to paste.
func New(at Position, code Code, args ...string) Diagnostic {
	return Diagnostic{Position: at, Code: code, args: args}
}

// Arg gives the value of a named argument, or "".
func (d Diagnostic) Arg(name string) string {
	for i := 0; i+1 < len(d.args); i += 2 {
		if d.args[i] == name {
			return d.args[i+1]
		}
	}
	return ""
}

// Severity is the code's, but of an error in a draft.
func (d Diagnostic) Severity() Severity {
	if d.inDraft {
		return Warning
	}
	return d.Code.Severity()
}

// Severity is the same for all faults of a code; 0 where there is no such code.
func (c Code) Severity() Severity { return catalogue[c].severity }

// Message says what is wrong, in the language of the tag ("sv", else English).
func (d Diagnostic) Message(lang string) string {
	message := d.fill(catalogue[d.Code].message.in(lang))
	if d.inDraft {
		message += " " + draftMark.in(lang)
	}
	return message
}

// Hint says what to do about it, or "" where the message says all. What is to be pasted stands in lines of its own.
func (d Diagnostic) Hint(lang string) string {
	if paste := d.Arg("paste"); paste != "" {
		return d.advice(lang) + "\n" + paste
	}
	return d.advice(lang)
}

// advice is the hint without what is to be pasted.
func (d Diagnostic) advice(lang string) string {
	if d.Arg("suggestion") != "" {
		return d.fill(didYouMean.in(lang))
	}
	return d.fill(catalogue[d.Code].hint.in(lang))
}

func (d Diagnostic) fill(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	pairs := slices.Clone(d.args)
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// A List is what one or more stages found.
type List []Diagnostic

// Add appends one fault.
func (l *List) Add(at Position, code Code, args ...string) {
	*l = append(*l, New(at, code, args...))
}

// HasErrors tells whether anything in the list keeps the site from being published.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity() == Error })
}

// Count gives the number of errors and of warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		switch d.Severity() {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}

// AtLeast gives what is as severe as that, or more.
func (l List) AtLeast(least Severity) List {
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool { return d.Severity() < least })
}

// Sorted gives the list by file, line, column, code and text, each fault once, so that work done
// in parallel is reported in one order.
func (l List) Sorted() List {
	s := slices.Clone(l)
	slices.SortFunc(s, compare)
	return slices.CompactFunc(s, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// Without leaves out what is in another list too.
func (l List) Without(other List) List {
	sorted := other.Sorted()
	return slices.DeleteFunc(slices.Clone(l), func(d Diagnostic) bool {
		_, found := slices.BinarySearchFunc(sorted, d, compare)
		return found
	})
}

// WorstFirst gives the sorted list with errors before warnings and these before notes, as people read it: what keeps
// the site from being published comes first.
func (l List) WorstFirst() List {
	s := l.Sorted()
	slices.SortStableFunc(s, func(a, b Diagnostic) int { return cmp.Compare(b.Severity(), a.Severity()) })
	return s
}

// Few gives the list with at most n findings of one code, and how many more there are, by code. Errors are all in it: each
// keeps something back.
func (l List) Few(n int) (few List, more map[Code]int) {
	count := map[Code]int{}
	more = map[Code]int{}
	for _, d := range l {
		if count[d.Code]++; count[d.Code] > n && d.Severity() < Error {
			more[d.Code]++
			continue
		}
		few = append(few, d)
	}
	return few, more
}

// Equal tells whether both say the same of the same place.
func (d Diagnostic) Equal(other Diagnostic) bool { return compare(d, other) == 0 }

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Code, b.Code),
		slices.Compare(a.args, b.args),
	)
}
