package site

import (
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

// A draft stands beside what is public where somebody asks to see drafts, and changes nothing of it.
func TestWhatIsPublicIsTheSameBesideDrafts(t *testing.T) {
	release := func(title, more string) string {
		return "---\ntitle: " + title + "\ndate: 2026-06-01\ncontacts: [anna-ek]\n" + more + "---\nText.\n"
	}
	for _, c := range []struct {
		name  string
		files []string
		at    string // where a warning stands
		code  diag.Code
	}{
		{"a topic that drafts spell otherwise", []string{
			"press/b.md", release("B", "topics: [näringsliv]\ndraft: true\n"),
			"press/c.md", release("C", "topics: [näringsliv]\ndraft: true\n"),
			"meetings/b.md", "---\ntitle: B\ntopics: [näringsliv]\ndraft: true\n---\n",
		}, "content/press/b.md", diag.TwoSpellings},
		{"a topic that gets the same address", []string{"press/b.md", release("B", "topics: [Naringsliv]\ndraft: true\n")}, "content/press/b.md", diag.TermSpelling},
		{"an id that a draft has too", []string{"press/2026-06-01-public.md", release("B", "draft: true\n"), "press/2026-06-01-public.en.md", "---\ntitle: B\n---\nText.\n"},
			"content/press/2026-06-01-public.md", diag.DuplicateID},
		{"a circle that a draft closes", []string{"press/b.md", release("B", "replaced_by: public\ndraft: true\n")}, "content/press/b.md", diag.ReplacedInCircle},
		{"a picture whose name cannot be published", []string{
			"press/b/index.md", release("B", "images: [{file: \"b?.png\", alt: x, credit: A, licence: B}]\ndraft: true\n"), "press/b/b?.png", "PNG",
		}, "content/press/b/index.md", diag.BadFileName},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := append([]string{
				"contacts/anna-ek.md", anna, "press/public.md", release("Public", "topics: [Näringsliv]\nreplaced_by: b\n"),
			}, c.files...)
			fsys := folderOf(t, files...)
			if c.code != diag.ReplacedInCircle {
				fsys["press/public.md"] = &fstest.MapFile{Data: []byte(release("Public", "topics: [Näringsliv]\n"))}
			}
			s, diags := link(t, fsys, Options{Drafts: true})
			isTold := false
			for _, d := range s.Heard(diags) {
				isTold = isTold || d.File == c.at && d.Code == c.code
				if d.Severity() == diag.Error || !strings.HasPrefix(d.Message("sv"), "översättningen") && d.Code != diag.TwoSpellings && !strings.Contains(d.Message("sv"), "(utkast:") {
					t.Errorf("told: %v %s", d.Severity(), d.Message("sv"))
				}
			}
			if !isTold {
				t.Errorf("no %s in %s: %v", c.code, c.at, s.Heard(diags))
			}
			e := s.Edition("sv")
			public := s.targets.shown[urlKey{"sv", "press", "public"}]
			if public == nil || public.item.Title != "Public" || len(e.Topics) != 1 || e.Topics[0].Name != "Näringsliv" || e.Topics[0].File != "content/press/public.md" {
				t.Errorf("what is public is another: %v", e.Topics)
			}
			if en := s.Edition("en"); len(en.Releases) > 0 {
				t.Error("a translation of the draft is taken for one of what is public")
			}
		})
	}
}

func TestADraftSharesNoName(t *testing.T) {
	draft := strings.Replace(anna, "role:", "draft: true\nrole:", 1)
	s, _ := link(t, folderOf(t, "contacts/a.md", draft, "contacts/b.md", anna, "contacts/c.md", draft), Options{Drafts: true})
	if p := s.Edition("sv").byName["Anna Ek"]; p == nil || p.ID != "b" {
		t.Errorf("Anna Ek is %v, want the one that is public", p)
	}
}
