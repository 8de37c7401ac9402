package routes

import (
	"reflect"
	"slices"
	"testing"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/site"
)

// Whatever a template can ask a text for is either told by its route, or known to be asked for.
func TestEveryWayToReadATextIsKnown(t *testing.T) {
	harmless := []string{"File", "URL", "Text", "Version"} // the last two lead to a text and show nothing of it
	for _, of := range []reflect.Type{reflect.TypeFor[*site.Body](), reflect.TypeFor[*content.Body](), reflect.TypeFor[*content.Text]()} {
		for i := range of.NumMethod() {
			m := of.Method(i)
			// A template cannot call what takes a buffer, or gives two values of which the second is no error.
			if m.Type.NumIn() != 1 || m.Type.NumOut() != 1 {
				continue
			}
			if !slices.Contains(textReaders, m.Name) && !slices.Contains(harmless, m.Name) {
				t.Errorf("a template can call %v.%s, and textReaders does not know it", of, m.Name)
			}
		}
	}
}
