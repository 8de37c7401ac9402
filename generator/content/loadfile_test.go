//go:build unix

package content

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// Files that are none: reading a pipe would wait for ever, and a link may lead to anything on the computer.
func TestWhatIsNoOrdinaryFileIsToldAndNotOpened(t *testing.T) {
	dir := t.TempDir()
	content := filepath.Join(dir, "content")
	for _, name := range []string{"content/press", "content/pages", "content/meetings/mapp.md", "outside"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/site.yaml", plainSettings)
	write("content/accessibility.yaml", plainStatement)
	write("outside/hemligt.md", "---\ntitle: Hemligt\n---\n")
	write("content/pages/text.md", "---\ntitle: Text\n---\n")
	write("content/pages/stor.md", "---\ntitle: Stor\n---\n"+strings.Repeat("å", limits.Text/2))
	links := map[string]string{
		"press/ut.md": "../../outside/hemligt.md", "press/absolut.md": filepath.Join(dir, "outside/hemligt.md"),
		"press/ingenting.md": "borta.md", "press/mapp": "../pages", "press/enhet.md": "/dev/zero", "press/cirkel.md": "cirkel.md",
		"pages/samma.md": "text.md",
	}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(content, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(content, "press/pipe.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", filepath.Join(content, "press/s.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()

	_, diags, _ := NewLoader(rootFS(t, content), "content").Load()
	want := map[string]diag.Code{
		"content/press/ut.md": diag.NotAFile, "content/press/absolut.md": diag.NotAFile, "content/press/ingenting.md": diag.NotAFile,
		"content/press/mapp": diag.NotAFile, "content/press/enhet.md": diag.NotAFile, "content/press/cirkel.md": diag.NotAFile,
		"content/press/pipe.md": diag.NotAFile, "content/press/s.md": diag.NotAFile, "content/pages/stor.md": diag.TooLarge,
	}
	for _, d := range diags {
		if want[d.File] != d.Code {
			t.Errorf("%s: %s [%s], want %q", d.Position, d.Message("en"), d.Code, want[d.File])
		}
		delete(want, d.File)
	}
	for file, code := range want {
		t.Errorf("%s: no %s", file, code)
	}
}

func TestSettingsThatAreAPipeDoNotStopTheProgram(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{settingsFile, statementFile} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, diags, _ := NewLoader(rootFS(t, dir), "content").Load()
	for _, d := range diags {
		if d.Code != diag.NotAFile && d.Code != diag.MissingKey {
			t.Errorf("%s: %s [%s]", d.Position, d.Message("en"), d.Code)
		}
	}
	if errors, _ := diags.Count(); errors < 2 {
		t.Errorf("%d errors, want one for each file", errors)
	}
}

func TestALinkInsideTheFolderIsReadAndFollowed(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "pages"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{settingsFile: plainSettings, statementFile: plainStatement, "pages/text.md": "---\ntitle: Text\n---\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("text.md", filepath.Join(dir, "pages/samma.md")); err != nil {
		t.Fatal(err)
	}
	loader := NewLoader(rootFS(t, dir), "content")
	loader.Load()
	if err := os.WriteFile(filepath.Join(dir, "pages/text.md"), []byte("---\ntitle: En längre titel\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	set, diags, _ := loader.Load()
	if len(diags) > 0 || len(set.Pages) != 2 {
		t.Fatalf("%d pages, %v", len(set.Pages), diags)
	}
	for _, p := range set.Pages {
		if p.Title != "En längre titel" {
			t.Errorf("%s is called %q", p.Name, p.Title)
		}
	}
}

func TestAnAttachmentHasALimit(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int64{"film.mp4": limits.File + 1, "plan.pdf": limits.File} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(filepath.Join(dir, name), size); err != nil {
			t.Fatal(err)
		}
		_, d, isFaulty := FileFault(rootFS(t, dir), name, diag.Position{File: "a.md"})
		if isFaulty != (size > limits.File) || isFaulty && d.Code != diag.TooLarge {
			t.Errorf("%s: %v %s", name, isFaulty, d.Code)
		}
	}
}
