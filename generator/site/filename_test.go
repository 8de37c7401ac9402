package site

import (
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

func TestNamesThatNoAddressOrServerHoldsAreTold(t *testing.T) {
	const head = "---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\nslug: a\n"
	for _, c := range []struct {
		name, folder, file, head string
		want                     string // the file that is reported, "" for none
	}{
		{"a plain name", "a", "plan.pdf", "attachments: [{file: plan.pdf}]\n", ""},
		{"a name that is escaped", "a", "ny plan: 100%.pdf", "attachments: [{file: \"ny plan: 100%.pdf\"}]\n", ""},
		{"a question mark", "a", "plan?.pdf", "attachments: [{file: \"plan?.pdf\"}]\n", "content/press/a/plan?.pdf"},
		{"a number sign", "a", "plan #1.pdf", "attachments: [{file: \"plan #1.pdf\"}]\n", "content/press/a/plan #1.pdf"},
		{"a line feed in the name of what is not published", "a", "a\n/b /c 200.pdf", "", ""},
		{"a question mark in the folder's name, which is not published", "a?", "plan.pdf", "attachments: [{file: plan.pdf}]\n", ""},
		{"a line feed in the folder's name", "a\nb", "plan.pdf", "attachments: [{file: plan.pdf}]\n", "content/press/a\nb/index.md"},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := folderOf(t, "contacts/anna-ek.md", anna)
			fsys["press/"+c.folder+"/index.md"] = file(head + c.head + "---\nText.\n")
			fsys["press/"+c.folder+"/"+c.file] = file("x")
			_, diags := link(t, fsys, Options{})
			var got string
			for _, d := range diags {
				if d.Code == diag.BadFileName {
					got += d.File
				}
			}
			if got != c.want {
				t.Errorf("reported %q, want %q", got, c.want)
			}
		})
	}
}

func TestALinkMayNameAFileByItsEscapes(t *testing.T) {
	fsys := folderOf(t, "contacts/anna-ek.md", anna)
	fsys["press/a/index.md"] = file("---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n[x](a%0Ab%3F.pdf)\n")
	fsys["press/a/a\nb?.pdf"] = file("x")
	s, diags := link(t, fsys, Options{})
	if len(s.Files) != 1 || s.Files[0].URL != "/pressmeddelanden/a/a%0Ab%3F.pdf" || len(diags) != 1 || diags[0].Code != diag.BadFileName {
		t.Errorf("published %v, reported %v", s.Files, diags)
	}
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
