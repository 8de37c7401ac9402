package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// However a folder reads a file, it stays inside, and says of all else what os.Root says.
func TestAFolderReadsWhatLiesInIt(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	write(filepath.Join(outside, "secret.md"), "secret")
	write(filepath.Join(dir, "press", "a.md"), "A")
	write(filepath.Join(dir, "press", "empty.md"), "")
	write(filepath.Join(dir, "press", "large.md"), string(bytes.Repeat([]byte("0123456789"), 300_000)))
	link("press/a.md", "inside.md")
	link("press", "inside")
	link(filepath.Join(outside, "secret.md"), "absolute.md")
	link("../"+filepath.Base(outside)+"/secret.md", "relative.md")
	link(outside, "folder")
	link("nowhere.md", "dead.md")
	link("loop.md", "loop.md")
	fsys, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	read := 0
	for _, name := range []string{
		"press/a.md", "press/empty.md", "press/large.md", "inside.md", "inside/a.md", "absolute.md", "relative.md", "folder/secret.md",
		"dead.md", "loop.md", "press", ".", "press/none.md", "none/a.md", "press/a.md/b", "../" + filepath.Base(outside) + "/secret.md", "/etc/hosts", "press/../press/a.md", "press/a.md\x00", "",
	} {
		got, err := fs.ReadFile(fsys, name)
		want, wanted := root.ReadFile(name)
		if !fs.ValidPath(name) {
			want, wanted = nil, fs.ErrInvalid
		}
		if (err == nil) != (wanted == nil) || !bytes.Equal(got, want) {
			t.Errorf("%q: %d bytes, %v; os.Root reads %d bytes, %v", name, len(got), err, len(want), wanted)
		}
		if err == nil {
			read++
		}
	}
	if read != 5 {
		t.Errorf("%d files were read, want 5", read)
	}
	for _, name := range []string{".", "press", "inside", "folder", "press/a.md", "none"} {
		got, err := fs.ReadDir(fsys, name)
		want, wanted := fs.ReadDir(root.FS(), name)
		if (err == nil) != (wanted == nil) || listing(t, got) != listing(t, want) {
			t.Errorf("%q: %s, %v; os.Root lists %s, %v", name, listing(t, got), err, listing(t, want), wanted)
		}
	}
}

// The kernel goes through a link before it goes up: link/../content need not be content.
func TestAFolderIsWhereTheKernelFindsIt(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"content", "real/inner", "real/content"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"content/here.md", "real/content/there.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("real/inner", filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	fsys, err := Open(dir + "/link/../content")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil || len(entries) != 1 || entries[0].Name() != "there.md" {
		t.Fatal(entries, err)
	}
	info, err := entries[0].Info()
	if err != nil || info.Size() != 4 {
		t.Error(info, err)
	}
}

// Files of a folder that may be listed and not entered can't be read, which the folder is told for.
func TestAFolderThatCannotBeEnteredIsToldAsOne(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "press")
	if err := os.Mkdir(inner, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(inner, "a.md"), []byte("text"), 0o644); err != nil {
		t.Fatal(err)
	}
	fsys, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(inner, 0o444); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(inner, 0o755)
	if _, err := os.Stat(filepath.Join(inner, "a.md")); err == nil {
		t.Skip("this user may enter any folder")
	}
	if entries, err := fs.ReadDir(fsys, "press"); !errors.Is(err, fs.ErrPermission) {
		t.Error(entries, err)
	}
}

func listing(t *testing.T, entries []fs.DirEntry) string {
	var text strings.Builder
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&text, entry.Name(), entry.Type(), info.Mode(), info.Size(), info.ModTime())
	}
	return text.String()
}
