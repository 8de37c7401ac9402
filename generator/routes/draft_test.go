package routes

import (
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

func TestADraftTakesNoAddressFromOthers(t *testing.T) {
	long := "/" + strings.Repeat("a", 256) + "/"
	for _, c := range []struct {
		name          string
		public, draft []string
		want          []string // of the draft's addresses, those that stay
	}{
		{"all different", []string{"/a/", "/b.pdf"}, []string{"/c/", "/c/b.pdf"}, []string{"/c/", "/c/b.pdf"}},
		{"the same", []string{"/a/"}, []string{"/a/", "/a/b.pdf"}, []string{"/a/b.pdf"}},
		{"in another case", []string{"/a/b.pdf"}, []string{"/A/B.pdf"}, nil},
		{"composed otherwise", []string{"/tr%C3%A4d"}, []string{"/tra%CC%88d"}, nil},
		{"a file that is a folder to others", []string{"/a/b/"}, []string{"/a"}, nil},
		{"in a folder that is a file to others", []string{"/a"}, []string{"/a/", "/a/b.pdf"}, nil},
		{"an old address of another", nil, []string{"/gammal/"}, nil},
		{"a part that no disk can hold", nil, []string{long}, nil},
		{"twice", nil, []string{"/a/", "/a/"}, []string{"/a/"}},
		{"the page of a folder with other pages", []string{"/a/b/"}, []string{"/a/"}, []string{"/a/"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var table web.Table
			for _, url := range c.draft {
				table = append(table, web.Route{URL: url, Source: "content/draft.md"})
			}
			for _, url := range c.public {
				table = append(table, web.Route{URL: url, Source: "content/public.md"})
			}
			kept, diags := withoutDoubles(table, map[string]bool{"content/draft.md": true}, map[string]string{"/gammal": "content/public.md"})
			var public, drafts []string
			for _, r := range kept {
				if r.Source == "content/draft.md" {
					drafts = append(drafts, r.URL)
				} else {
					public = append(public, r.URL)
				}
			}
			if !slices.Equal(public, c.public) || !slices.Equal(drafts, c.want) {
				t.Errorf("stay %q and %q, want %q and %q", public, drafts, c.public, c.want)
			}
			if lost := len(c.draft) - len(c.want); len(diags) != min(lost, 1) || slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.File != "content/draft.md" }) {
				t.Errorf("reported %v", diags)
			}
		})
	}
}
