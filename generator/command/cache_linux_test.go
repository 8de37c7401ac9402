package command

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
)

// A folder for pictures that is full, or that cannot be written, takes nothing from the site. It is told with what to
// do; and once that is done, the next build keeps what it makes.
func TestAFolderForPicturesThatCannotBeWrittenChangesNoSite(t *testing.T) {
	root := projectWithPictures(t)
	want := builtWith(t, root, "none", "")
	for _, c := range []struct{ name, options, fault string }{
		{"no room at all", "size=4k", "no space left on device"},
		{"room for some sizes of a picture", "size=64k", "no space left on device"},
		{"no room for another name", "size=8m,nr_inodes=6", "no space left on device"},
		{"to be read only", "ro", "read-only file system"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cache := t.TempDir()
			mountPictures(t, cache, c.options)
			wantSame(t, builtWith(t, root, cache, c.fault), want)
			if half, err := filepath.Glob(filepath.Join(cache, "*", "*", "unfinished-*")); err != nil || len(half) > 0 {
				t.Errorf("%q is left half", half)
			}
			t.Logf("%d files were kept", len(keptIn(t, cache)))
			if err := syscall.Mount("tmpfs", cache, "tmpfs", syscall.MS_REMOUNT, "size=16m,nr_inodes=1000"); err != nil {
				t.Fatal(err)
			}
			wantSame(t, builtWith(t, root, cache, ""), want)
			if kept := keptIn(t, cache); len(kept) < 4*pictureCount { // three sizes and what is downloaded
				t.Errorf("with room again, %d files are kept", len(kept))
			}
			if err := syscall.Mount("tmpfs", cache, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
				t.Fatal(err)
			}
			wantSame(t, builtWith(t, root, cache, ""), want) // nothing is written, as all is there
		})
	}
}

func keptIn(t *testing.T, cache string) []string {
	t.Helper()
	kept, err := filepath.Glob(filepath.Join(cache, "*", "*", "*.whole"))
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

const pictureCount = 2

// projectWithPictures is a site with one release and its pictures.
func projectWithPictures(t *testing.T) (root string) {
	t.Helper()
	dir, err := filepath.Abs(sitetest.Project)
	if err != nil {
		t.Fatal(err)
	}
	root = t.TempDir()
	for _, name := range []string{"templates", "static"} {
		if err := os.Symlink(filepath.Join(dir, name), filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string]string{
		"site.yaml":         "title: Press\nbase_url: https://press.example.se\norganisation: {name: Exempelköpings kommun}\n",
		"contacts/bo-ek.md": "---\nname: Bo Ek\nrole: chef\nemail: bo.ek@example.se\npress: true\n---\n",
	}
	text := "---\ntitle: Bilder\ndate: 2026-06-01\ncontacts: [bo-ek]\nimages:\n"
	for i := range pictureCount {
		files[fmt.Sprintf("press/bild/nr%d.jpg", i)] = noisyPhotograph(t, uint64(i))
		text += fmt.Sprintf("  - {file: nr%d.jpg, alt: Nr %d, credit: Bo Ek, licence: Fri.}\n", i, i)
	}
	files["press/bild/index.md"] = text + "---\n\nEn text.\n"
	for name, data := range files {
		file := filepath.Join(root, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		then := sitetest.Now.Add(-time.Hour) // long ago: what was just written is read again
		if err := os.Chtimes(file, then, then); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// noisyPhotograph is 1,700 pixels wide, and so is shown in three sizes.
func noisyPhotograph(t *testing.T, seed uint64) string {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	pixels := image.NewGray(image.Rect(0, 0, 1700, 64))
	for i := range pixels.Pix {
		pixels.Pix[i] = byte(random.IntN(256))
	}
	var w bytes.Buffer
	if err := jpeg.Encode(&w, pixels, nil); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// builtWith builds into a new folder and gives its files. told is what is said of the cache, "" for not a word.
func builtWith(t *testing.T, root, cache, told string) map[string]string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	var b bytes.Buffer
	env := Environment{&b, &b, func(string) string { return "" }, func() time.Time { return sitetest.Now }}
	code := Run([]string{"build", "--quiet", "--root", root, "--out", out, "--cache", cache, "--messages", "en"}, env)
	if code != exitOK {
		t.Fatalf("exit code %d: %s", code, b.String())
	}
	if said := b.String(); strings.Contains(said, cache) != (told != "") || !strings.Contains(said, told) || (told != "") != strings.Contains(said, "--cache DIR") {
		t.Errorf("it is told: %s\nwant: %q", said, told)
	}
	return treeOf(t, out)
}

func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, pattern := range []string{"*", "*/*", "*/*/*", "*/*/*/*"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil {
				files[name[len(dir):]] = string(data)
			}
		}
	}
	return files
}

func wantSame(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, data := range want {
		if got[name] != data {
			t.Errorf("%s has %d bytes, not these %d", name, len(got[name]), len(data))
		}
	}
	if len(got) != len(want) || maps.Equal(want, map[string]string{}) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// mountPictures puts a small file system on the folder; with "ro" one that cannot be written.
func mountPictures(t *testing.T, dir, options string) {
	t.Helper()
	var flags uintptr
	if options == "ro" {
		flags, options = syscall.MS_RDONLY, ""
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", flags, options); err != nil {
		t.Skipf("no file system can be mounted here, which takes root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}
