package editor_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/editor"
	"alingsas.se/dialog/generator/workspace"
)

// checkOf gives what a check says of each file, but for what needs all pages at once.
func checkOf(t *testing.T, a *workspace.Assembly) map[string][]string {
	t.Helper()
	places := a.Places()
	result, err := check.Run(a.Model, a.Table, places, check.NewLinks(a.Model, a.Table, places))
	if err != nil && !a.Diags.HasErrors() {
		t.Fatal(err)
	}
	diags := slices.Concat(a.Diags, a.AheadInFull(), result.Diags, check.Texts(t.Context(), a.Set))
	said := map[string][]string{}
	for _, d := range a.Set.Heard(diags).Sorted() {
		said[d.File] = append(said[d.File], line(d.Line, d.Column, string(d.Code), d.Message("sv"), d.Hint("sv")))
	}
	return said
}

func TestAPageIsFollowedByWhatACheckSays(t *testing.T) {
	for what, dir := range sites {
		t.Run(what, func(t *testing.T) {
			a := assemble(t, jobOf(t, dir))
			wanted, e := checkOf(t, a), open(t, a)
			for _, name := range texts(t, dir) {
				r := requestFor(t, dir, name)
				r.Language = "sv"
				file := a.Set.Label + "/" + name
				if got := saidOf(e.Look(r), file); !slices.Equal(got, wanted[file]) {
					t.Errorf("%s:\n%s\na check says\n%s", name, strings.Join(got, "\n"), strings.Join(wanted[file], "\n"))
				}
			}
		})
	}
}

func saidOf(answer editor.Answer, file string) (said []string) {
	for _, f := range answer.Found {
		if f.File == file {
			said = append(said, line(f.Line, f.Column, f.Code, f.Message, f.Hint))
		}
	}
	return said
}

func line(line, column int, code, message, hint string) string {
	return strings.Join([]string{strconv.Itoa(line), strconv.Itoa(column), code, message, hint}, "|")
}
