package content

import (
	"slices"
	"testing"
	"testing/fstest"
)

// decomposed is "fråga" as a Mac writes it.
const decomposed = "fra\u030aga"

func TestAFileHasOneNameHoweverItIsComposed(t *testing.T) {
	fsys := fstest.MapFS{
		settingsFile: {Data: []byte(plainSettings)}, statementFile: {Data: []byte(plainStatement)},
		"press/" + decomposed + "/index.md":               {Data: []byte("---\ntitle: A\ndate: 2012-03-27\nimages: [{file: fråga.png, alt: x, credit: A, licence: B}]\n---\nText.\n")},
		"press/" + decomposed + "/" + decomposed + ".png": {Data: []byte("x")},
		"press/fråga/index.en.md":                         {Data: []byte("---\ntitle: B\n---\nText.\n")},
		"meetings/" + decomposed + ".en.md":               {Data: []byte("---\ntitle: B\n---\nText.\n")},
		"meetings/fråga.md":                               {Data: []byte("---\ntitle: A\n---\n![x](" + decomposed + ".pdf)\n")},
		"meetings/fråga.pdf":                              {Data: []byte("x")},
	}
	set, diags, _ := NewLoader(fsys, "content").Load()
	if codes := codesOf(diags); codes != "no-press-contact" {
		t.Errorf("reported %v", codes)
	}
	if want := []string{"meetings/fråga.pdf", "press/fråga/fråga.png"}; !slices.Equal(set.Files, want) {
		t.Errorf("files %q, want %q", set.Files, want)
	}
	r := set.Releases[0]
	if r.ID != "fråga" || r.Name != "press/fråga/index.md" || r.File != "content/press/"+decomposed+"/index.md" || r.Images[0].File != set.Files[1] {
		t.Errorf("got %+v", r)
	}
	if disk := set.OnDisk(r.Images[0].File); fsys[disk] == nil {
		t.Errorf("%q is not on the disk", disk)
	}
	if len(set.Releases) != 2 || set.Releases[1].Original() != &r.Item || set.Meetings[1].Original() != &set.Meetings[0].Item {
		t.Errorf("translations are not found")
	}
}

func TestOfTwoFilesWithOneNameEachStays(t *testing.T) {
	names, onDisk := namesOf([]looseFile{{name: "press/" + decomposed + ".png"}, {name: "press/fråga.png"}})
	if want := []string{"press/" + decomposed + ".png", "press/fråga.png"}; !slices.Equal(names, want) || len(onDisk) > 0 {
		t.Errorf("got %q and %v", names, onDisk)
	}
}

func TestATextMayNameAFileInManyWays(t *testing.T) {
	for _, text := range []string{"![x](fråga 1_b.png)", "![x](<" + decomposed + " 1_b.png>)", "![x](fr%C3%A5ga%201_b.png)", "![x](fra%cc%8aga%201_b.png)", `![x](<fråga 1\_b.png>)`, "![x](<fr&aring;ga 1_b.png>)", "100 % fråga 1_b.png"} {
		if !MayName([]byte(text), "fråga 1_b.png") {
			t.Errorf("%q does not name it", text)
		}
	}
	for _, text := range []string{"", "![x](fraga.png)", "100 % 5%2 \\ & %C3", decomposed} {
		if MayName([]byte(text), "fråga 1_b.png") {
			t.Errorf("%q names it", text)
		}
	}
}

func TestSpacesInAFileNameAreKept(t *testing.T) {
	reads(t, "file", `"min  bild\u00a0.png"`, (*decoder).localFile, "min  bild\u00a0.png", "")
	reads(t, "file", `min  bild.png`, (*decoder).localFile, "min  bild.png", "")
	reads(t, "file", `"fra\u030aga.png"`, (*decoder).localFile, "fråga.png", "")
	reads(t, "file", `"a\tb.png"`, (*decoder).localFile, "", "bad-path")
}
