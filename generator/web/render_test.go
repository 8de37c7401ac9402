package web

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

// Each is rendered once, into its own place; what is made of others comes when they have been begun.
func TestAllAreRenderedAndTheLateOnesLast(t *testing.T) {
	var table Table
	for i := range 3 * stretch {
		text := fmt.Sprint(i)
		table = append(table, Route{URL: "/" + text, IsLate: i < 2, Render: func(w *bytes.Buffer) (diag.List, error) {
			w.WriteString(text)
			return nil, nil
		}})
	}
	if order := table.order(); len(order) != len(table) || order[0] != 2 || order[len(order)-2] != 0 || order[len(order)-1] != 1 {
		t.Errorf("order %v", order)
	}
	var mu sync.Mutex
	got := map[int]string{}
	table.RenderAll(func(i int, o Output) {
		mu.Lock()
		defer mu.Unlock()
		got[i] += string(o.Data)
	})
	for i := range table {
		if got[i] != fmt.Sprint(i) {
			t.Errorf("at %d there is %q", i, got[i])
		}
	}
}
