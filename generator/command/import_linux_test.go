package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
)

// A disk that is full, or that cannot be written, leaves no file half, and is told. What was written before stays, and
// the next import does the rest.
func TestAnImportOntoAFullDiskLeavesNothingHalf(t *testing.T) {
	dir, err := filepath.Abs(sitetest.Project)
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	for _, name := range []string{"templates", "static"} {
		if err := os.Symlink(filepath.Join(dir, name), filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	content := filepath.Join(root, "content")
	if err := os.Mkdir(content, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", content, "tmpfs", 0, "size=32k"); err != nil {
		t.Skipf("no file system can be mounted here, which takes root: %v", err)
	}
	defer func() {
		if err := syscall.Unmount(content, syscall.MNT_DETACH); err != nil { // the command holds its folders open
			t.Error(err)
		}
	}()
	settings := "title: Press\nbase_url: https://press.example.se\norganisation: {name: Exempelköpings kommun}\n"
	if err := os.WriteFile(filepath.Join(content, "site.yaml"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	text := "Lång text\n\n2 mars 2026\n\n" + strings.Repeat("Det här är en mening som gör texten lång. ", 2000) + "\n\nKontakt\nSara Exempel, presschef, tfn 031-390 06 01\n"
	source := filepath.Join(root, "text.txt")
	if err := os.WriteFile(source, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out := imported(root, source)
	if code != exitFaults || !strings.Contains(out, "no space left on device") || !strings.Contains(out, "contacts/sara-exempel.md") {
		t.Errorf("full: exit code %d, %s", code, out)
	}
	if left, _ := filepath.Glob(filepath.Join(content, "press", "*")); len(left) > 0 {
		t.Errorf("full: %q is left", left)
	}
	if err := syscall.Mount("tmpfs", content, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	if code, out := imported(root, source); code != exitFaults || !strings.Contains(out, "read-only file system") {
		t.Errorf("read-only: exit code %d, %s", code, out)
	}
	if err := syscall.Mount("tmpfs", content, "tmpfs", syscall.MS_REMOUNT, "size=1m"); err != nil {
		t.Fatal(err)
	}
	if code, out := imported(root, source); code != exitOK || !strings.Contains(out, "press/2026-03-02-lang-text.md") {
		t.Errorf("with room again: exit code %d, %s", code, out)
	}
}

func imported(root, source string) (code int, out string) {
	var b bytes.Buffer
	env := Environment{&b, &b, func(string) string { return "" }, func() time.Time { return sitetest.Now }}
	return Run([]string{"import", "--root", root, "--messages", "en", source}, env), b.String()
}
