package intake

import (
	"bytes"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

func TestTheOrderOfTheSourcesDoesNotMatter(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/doubts.txtar")
	if err != nil {
		t.Fatal(err)
	}
	want := runCase(t, archive).files()
	slices.Reverse(archive.Files)
	got := runCase(t, archive).files()
	if !slices.EqualFunc(got, want, func(a, b txtar.File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
		t.Errorf("the files in reverse order give\n%s\nwant\n%s", txtar.Format(&txtar.Archive{Files: got}), txtar.Format(&txtar.Archive{Files: want}))
	}
}
