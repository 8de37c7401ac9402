package workspace_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

var (
	rebuilds    = flag.Int("rebuilds", 12, "how many edits of each site are followed by a build (TestBuildsAfterEdits)")
	rebuildSeed = flag.Uint64("rebuildseed", 0, "the seed of the edits; 0 takes one from the clock")
)

// Whatever an editor does, a build into the folder of an earlier one makes the site and tells the faults that a
// build into an empty folder does, though it leaves alone what is the same.
func TestBuildsAfterEdits(t *testing.T) {
	seed := *rebuildSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-rebuildseed=%d", seed)
	for _, folder := range []string{"../../content", "../testdata/looks/content", "../testdata/moments/content"} {
		t.Run(folder, func(t *testing.T) {
			e := newRewriter(t, folder, seed)
			e.build("nothing")
			if written := e.build("nothing again"); written > 0 {
				t.Errorf("the second build wrote %d files", written)
			}
			for range sitetest.Times(*rebuilds) {
				e.build(e.edit())
				if e.isFaulty && e.random.IntN(4) > 0 { // people mend what they are told of, if not at once
					e.undo()
					e.build("that was taken back")
				}
			}
		})
	}
}

// A rewriter does to a site what people do, and what they should not.
type rewriter struct {
	t      *testing.T
	root   string
	job    workspace.Job
	random *rand.Rand
	gone   map[string][]byte // files that were removed, by name

	isFaulty bool   // the last build published nothing
	undo     func() // takes the last edit back
}

func newRewriter(t *testing.T, folder string, seed uint64) *rewriter {
	root := t.TempDir()
	for from, to := range map[string]string{folder: "content", "../../templates": "templates", "../../static": "static"} {
		if err := os.CopyFS(filepath.Join(root, to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(root, name) }
	return &rewriter{
		t: t, root: root, random: rand.New(rand.NewPCG(seed, 1)), gone: map[string][]byte{},
		job: workspace.Job{Content: in("content"), Templates: in("templates"), Static: in("static"), BaseURL: "https://dialog.example.se", Clock: sitetest.Now},
	}
}

// build builds twice and compares. It gives how many files were written where there were some already.
func (e *rewriter) build(after string) (written int) {
	e.t.Helper()
	kept, fresh := filepath.Join(e.root, "kept"), filepath.Join(e.root, "fresh")
	if err := os.RemoveAll(fresh); err != nil {
		e.t.Fatal(err)
	}
	again, diags := e.buildInto(kept)
	_, want := e.buildInto(fresh)
	if got, want := told(diags), told(want); got != want {
		e.t.Fatalf("after %s a build says\n%s\nand a fresh one\n%s", after, got, want)
	}
	if diags.HasErrors() {
		return again.Written
	}
	got, whole := sitetest.ReadTree(e.t, kept), sitetest.ReadTree(e.t, fresh)
	for name := range whole {
		if got[name] != whole[name] {
			e.t.Fatalf("after %s %s differs from a fresh build: %s", after, name, sitetest.FirstDifference([]byte(got[name]), []byte(whole[name])))
		}
	}
	if !maps.Equal(got, whole) {
		e.t.Fatalf("after %s there are %d files, want %d", after, len(got), len(whole))
	}
	return again.Written
}

func (e *rewriter) buildInto(out string) (publish.Result, diag.List) {
	e.t.Helper()
	a, err := workspace.Assemble(e.job)
	if err != nil {
		e.t.Fatal(err)
	}
	var inspectors []web.Inspector
	if a.Model != nil {
		inspectors = a.Inspectors(a.Places())
	}
	result, found, err := publish.Write(a.Table, out, a.Diags.HasErrors(), inspectors...)
	if err != nil {
		e.t.Fatal(err)
	}
	diags := a.Set.Heard(append(a.Diags, found...)).Sorted()
	e.isFaulty = diags.HasErrors()
	return result, diags
}

func told(diags diag.List) string {
	var text strings.Builder
	for _, d := range diags {
		fmt.Fprintln(&text, d.Position, d.Code, d.Message("en"))
	}
	return text.String()
}

// edit does one thing to one file, and says what.
func (e *rewriter) edit() string {
	kinds := []struct {
		what string
		do   func(file string, data []byte) []byte // nil removes the file
	}{
		{"a paragraph more in", func(_ string, data []byte) []byte {
			return fmt.Appendf(data, "\nEtt stycke till, nummer %d.\n", e.random.IntN(1000))
		}},
		{"a link to a heading in", func(file string, data []byte) []byte {
			other := e.pick(filepath.Join(e.root, "content"), ".md")
			if text := e.read(other); other != file && !bytes.Contains(text, []byte(heading)) {
				e.write(other, append(text, heading+"\nSå här.\n"...))
			}
			name, _ := filepath.Rel(filepath.Dir(file), other)
			return fmt.Appendf(data, "\nSe [rubriken](%s#anmalan) och [sidan](%s).\n", filepath.ToSlash(name), filepath.ToSlash(name))
		}},
		{"no headings, seen from", func(_ string, data []byte) []byte {
			for _, file := range e.files(filepath.Join(e.root, "content"), ".md") {
				e.write(file, bytes.ReplaceAll(e.read(file), []byte(heading), []byte("\nAnmälan\n")))
			}
			return bytes.ReplaceAll(data, []byte(heading), []byte("\nAnmälan\n"))
		}},
		{"another title of", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\ntitle: "), []byte("\ntitle: Ny "), 1)
		}},
		{"another name of", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\nname: "), []byte("\nname: Ny "), 1)
		}},
		{"a draft in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("---\n"), []byte("---\ndraft: true\n"), 1)
		}},
		{"no draft in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("draft: true\n"), nil, 1)
		}},
		{"another first paragraph in", func(_ string, data []byte) []byte {
			return bytes.Replace(data, []byte("\n---\n\n"), []byte("\n---\n\nEtt nytt första stycke.\n\n"), 1)
		}},
		{"a dead link in", func(_ string, data []byte) []byte { return append(data, "\n[Död](borta.md)\n"...) }},
		{"no dead link in", func(_ string, data []byte) []byte {
			return bytes.ReplaceAll(data, []byte("\n[Död](borta.md)\n"), nil)
		}},
		{"something to be warned of in", func(_ string, data []byte) []byte {
			return append(data, "\n<b>Fet</b> text.\n"...)
		}},
		{"a picture in the text of", func(file string, data []byte) []byte {
			e.write(filepath.Join(filepath.Dir(file), "ny.png"), e.picture())
			return append(data, "\n![En prick](ny.png)\n"...)
		}},
		{"the end of", func(file string, data []byte) []byte {
			e.gone[file] = data
			return nil
		}},
	}
	clock := e.job.Clock
	e.undo = func() { e.job.Clock = clock }
	switch i := e.random.IntN(len(kinds) + 9); i {
	case len(kinds):
		for _, file := range slices.Sorted(maps.Keys(e.gone)) {
			e.write(file, e.gone[file])
		}
		clear(e.gone)
		return "all that was removed is back"
	case len(kinds) + 1:
		e.job.Clock = e.job.Clock.Add(time.Duration(e.random.IntN(60*24)-12*24) * time.Hour)
		return "time passes until " + e.job.Clock.String()
	case len(kinds) + 2:
		file := e.pick(filepath.Join(e.root, "templates"), ".html")
		e.write(file, append(e.read(file), "<!-- -->{{/* */}}<hr>"...))
		return "another template " + file
	case len(kinds) + 3:
		file := e.pick(filepath.Join(e.root, "static"), ".css")
		e.write(file, fmt.Appendf(e.read(file), "\n/* %d */\n", e.random.IntN(1000)))
		return "another style " + file
	case len(kinds) + 4:
		return "the kept site has another " + e.tamper(func(file string) { e.write(file, append(e.read(file), "<p>?"...)) })
	case len(kinds) + 5:
		return "the kept site has lost " + e.tamper(func(file string) { _ = os.Remove(file) })
	case len(kinds) + 6:
		return "the kept site has a link at " + e.tamper(func(file string) {
			_ = os.Rename(file, file+".old")
			_ = os.Symlink(file+".old", file)
		})
	case len(kinds) + 7:
		return "the kept site has another letter in " + e.tamper(func(file string) {
			data := e.read(file)
			data[e.random.IntN(len(data))] ^= 1
			e.write(file, data)
		})
	case len(kinds) + 8:
		for _, file := range e.files(filepath.Join(e.root, "content"), ".png") {
			e.write(file, e.picture())
		}
		return "all pictures are others"
	default:
		kind := kinds[i]
		file := e.pick(filepath.Join(e.root, "content"), ".md")
		old := e.read(file)
		e.undo = func() { e.write(file, old) }
		if data := kind.do(file, bytes.Clone(old)); data != nil {
			e.write(file, data)
		} else if err := os.Remove(file); err != nil {
			e.t.Fatal(err)
		}
		return kind.what + " " + file
	}
}

// tamper does something to a page that was published, if there is one.
func (e *rewriter) tamper(do func(file string)) string {
	dir := filepath.Join(e.root, "kept")
	if _, err := os.Stat(dir); err != nil {
		return "nothing"
	}
	file := e.pick(dir, "")
	do(file)
	return file
}

// heading is a part of a text that others link to.
const heading = "\n## Anmälan\n"

// picture gives a picture of any size.
func (e *rewriter) picture() []byte {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewGray(image.Rect(0, 0, 1+e.random.IntN(9), 1+e.random.IntN(9)))); err != nil {
		e.t.Fatal(err)
	}
	return data.Bytes()
}

// pick chooses a file with such an ending.
func (e *rewriter) pick(dir, ending string) string {
	files := e.files(dir, ending)
	if len(files) == 0 {
		e.t.Fatal("there is no file in ", dir)
	}
	return files[e.random.IntN(len(files))]
}

func (e *rewriter) files(dir, ending string) []string {
	var files []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && strings.HasSuffix(name, ending) && entry.Name() != "README.md" && entry.Name() != "_headers" {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		e.t.Fatal(err)
	}
	return files
}

func (e *rewriter) read(file string) []byte {
	data, err := os.ReadFile(file)
	if err != nil {
		e.t.Fatal(err)
	}
	return data
}

func (e *rewriter) write(file string, data []byte) {
	if err := os.WriteFile(file, data, 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// A link to a heading of another text is dead when that text loses it, though the page with the link is the same.
func TestALinkToALostHeadingIsToldByTheNextBuild(t *testing.T) {
	e := newRewriter(t, "../../content", 1)
	to, from := filepath.Join(e.root, "content", "contacts", "tore-hult.md"), filepath.Join(e.root, "content", "pages", "om-dialogen.md")
	text := append(e.read(to), "\nFörst något annat.\n"...)
	e.write(to, append(bytes.Clone(text), heading+"\nSå här.\n"...))
	e.write(from, append(e.read(from), "\nSe [anmälan](../contacts/tore-hult.md#anmalan).\n"...))
	e.build("a link to a heading")
	e.write(to, append(text, "\nSå här.\n"...))
	if e.build("the end of the heading"); !e.isFaulty {
		t.Error("nothing was told")
	}
}
