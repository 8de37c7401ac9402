package web

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/diag"
)

// An Output is what a route gave.
type Output struct {
	Data  []byte    // valid until the function that it is handed to returns; nil where there is no output
	Diags diag.List // faults of the texts on the way, and of a template that failed
	Err   error     // what no author can mend; there is no Data then
	File  File      // where the output lies, in place of Data: see [Table.RenderFiles]
}

// stretch is how many neighbours in the table one worker renders: what one leaves for the other, as a page its plain
// text, is there then.
const stretch = 16

// keptBuffer is how large a buffer a worker keeps for its next output: few files are larger, and the collector would leave
// as much again unused for as long as such a one is kept.
const keptBuffer = 1 << 20

// RenderAll renders every route on all processors, each worker with a buffer of its own. each is called
// once for every place in the table, by several goroutines at once.
func (t Table) RenderAll(each func(i int, o Output)) { t.renderAll(each, Route.output) }

// RenderFiles is RenderAll, with a File in place of Data where the output lies on the disk already.
func (t Table) RenderFiles(each func(i int, o Output)) {
	t.renderAll(each, func(r Route, buffer *bytes.Buffer) Output {
		if r.OnDisk != nil {
			if file, err := r.OnDisk(); err != nil || file.Name != "" {
				return r.outcome(nil, nil, file, err)
			}
		}
		return r.output(buffer)
	})
}

func (t Table) renderAll(each func(i int, o Output), output func(Route, *bytes.Buffer) Output) {
	order := t.order()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			var buffer bytes.Buffer
			for from := 0; from < len(order); {
				from = int(next.Add(stretch)) - stretch
				for _, i := range order[min(from, len(order)):min(from+stretch, len(order))] {
					buffer.Reset()
					each(i, output(t[i], &buffer))
					if buffer.Cap() > keptBuffer {
						buffer = bytes.Buffer{}
					}
				}
			}
		})
	}
	wg.Wait()
}

// order gives the places of the table as they are rendered: the late ones last.
func (t Table) order() []int {
	order, late := make([]int, 0, len(t)), []int(nil)
	for i, r := range t {
		if r.IsLate {
			late = append(late, i)
		} else {
			order = append(order, i)
		}
	}
	return append(order, late...)
}

func (r Route) output(buffer *bytes.Buffer) Output {
	diags, err := r.Render(buffer)
	data := buffer.Bytes()
	if data == nil {
		data = []byte{} // an empty file is one, too
	}
	return r.outcome(data, diags, File{}, err)
}

func (r Route) outcome(data []byte, diags diag.List, file File, err error) Output {
	if d, ok := Fault(err); ok {
		return Output{Diags: append(diags, d)}
	}
	if err != nil {
		return Output{Diags: diags, Err: fmt.Errorf("render %s: %w", r.URL, err)}
	}
	return Output{Data: data, Diags: diags, File: file}
}

// Bytes renders one route for whoever needs its bytes.
func (r Route) Bytes() Output { return r.output(new(bytes.Buffer)) }

// Fault turns the error of a Render into a diagnostic, where an author can mend it: an error with a method
// Diagnostic.
func Fault(err error) (diag.Diagnostic, bool) {
	var failed interface {
		error
		Diagnostic() diag.Diagnostic
	}
	if errors.As(err, &failed) {
		return failed.Diagnostic(), true
	}
	return diag.Diagnostic{}, false
}

// An Inspector looks at all that was rendered before any of it is published.
type Inspector interface {
	// Inspect looks at one output. It is called by several goroutines at once and keeps nothing of data.
	Inspect(r Route, data []byte)
	// InspectFile is Inspect for an output that lies on the disk. An error means that it could not be read.
	InspectFile(r Route, f File) error
	// Found tells what was seen, when all outputs have been looked at.
	Found() diag.List
}
