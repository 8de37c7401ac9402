package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A version is a site by the names of its files.
type version map[string]string

func (v version) table() web.Table {
	var table web.Table
	for name, text := range v {
		table = append(table, route("/"+name, text))
	}
	return table
}

// versionOf has pages and pictures that both sites have and that only one has, and folders that are files
// in the other.
func versionOf(letter string, size int) version {
	v := version{marker: letter, "same.txt": "same", letter + ".txt": letter, "index.html": strings.Repeat(letter, size)}
	for i := range 20 {
		v[fmt.Sprintf("page%d/index.html", i)] = strings.Repeat(letter, size)
		v[fmt.Sprintf("only%s%d/index.html", letter, i)] = letter
	}
	v["turns"+map[string]string{"a": "", "b": "/index.html"}[letter]] = letter
	return v
}

func (v version) publish(dir string, inspectors ...web.Inspector) error {
	_, _, err := Write(v.table(), dir, false, inspectors...)
	return err
}

// filesIn gives the bytes of every file of a folder.
func filesIn(t *testing.T, dir string) version {
	t.Helper()
	found := version{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		found[filepath.ToSlash(name[len(dir)+1:])] = string(data)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return found
}

// wantWhole tells what is in dir and neither that of one site nor of the other.
func wantWhole(t *testing.T, dir string, sites ...version) {
	t.Helper()
	for name, text := range filesIn(t, dir) {
		isWhole := false
		for _, site := range sites {
			want, isThere := site[name]
			isWhole = isWhole || isThere && text == want
		}
		if !isWhole {
			t.Errorf("%s is neither old nor new: %.40q", name, text)
		}
	}
}

// Whatever keeps a build from writing, at whatever moment, it is told, leaves each file old or new,
// and the next build does what this one could not.
func TestFaultsOfTheSystem(t *testing.T) {
	a, b := versionOf("a", 3000), versionOf("b", 3000)
	for _, c := range []struct {
		name  string
		disk  string // the options of a file system of its own
		next  version
		fault func(t *testing.T, dir string) (web.Inspector, func()) // what goes wrong, and how it ends
		want  error
		begun bool
	}{
		{"the disk is full while files are staged", "size=300k", versionOf("b", 9000), nil, syscall.ENOSPC, false},
		{"the disk is full while files are moved", "nr_inodes=140", b, nil, syscall.ENOSPC, true},
		{"the disk can only be read", "size=1m", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			remount(t, filepath.Dir(dir), "ro")
			return moment(func() {}), func() { remount(t, filepath.Dir(dir), "rw") }
		}, syscall.EROFS, false},
		{"the disk can only be read from now on", "size=1m", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			return moment(func() { remount(t, filepath.Dir(dir), "ro") }), func() { remount(t, filepath.Dir(dir), "rw") }
		}, syscall.EROFS, false},
		{"a file can't be replaced", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			file := filepath.Join(dir, "page7", "index.html")
			if out, err := exec.Command("chattr", "+i", file).CombinedOutput(); err != nil {
				t.Skipf("no file can be made immutable here: %v %s", err, out)
			}
			return moment(func() {}), func() { _ = exec.Command("chattr", "-i", file).Run() }
		}, syscall.EPERM, true},
		{"a folder comes where a file is", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			return moment(func() {
				file := filepath.Join(dir, "page7", "index.html")
				if err := errors.Join(os.Remove(file), os.MkdirAll(filepath.Join(file, "deep"), 0o755)); err != nil {
					t.Error(err)
				}
			}), nil
		}, syscall.EEXIST, true},
		{"a file comes where a folder is", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			return moment(func() {
				folder := filepath.Join(dir, "page7")
				if err := errors.Join(os.RemoveAll(folder), os.WriteFile(folder, []byte("a"), 0o644)); err != nil {
					t.Error(err)
				}
				a["page7"] = "a"
				t.Cleanup(func() { delete(a, "page7") })
			}), nil
		}, syscall.ENOTDIR, true},
		{"the folder vanishes", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			return moment(func() {
				if err := os.RemoveAll(dir); err != nil {
					t.Error(err)
				}
			}), nil
		}, syscall.ENOENT, false},
		{"another folder comes in its place", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			return moment(func() {
				if err := errors.Join(os.Rename(dir, dir+"2"), os.CopyFS(dir, os.DirFS(dir+"2"))); err != nil {
					t.Error(err)
				}
			}), nil
		}, fs.ErrNotExist, false},
		{"no file can be opened", "", b, func(t *testing.T, dir string) (web.Inspector, func()) {
			var before syscall.Rlimit
			if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &before); err != nil {
				t.Skip(err)
			}
			return firstOutput(func() {
				if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 0, Max: before.Max}); err != nil {
					t.Error(err)
				}
			}), func() { _ = syscall.Setrlimit(syscall.RLIMIT_NOFILE, &before) }
		}, syscall.EMFILE, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			parent := t.TempDir()
			if c.disk != "" {
				mount(t, parent, c.disk)
			}
			dir := filepath.Join(parent, "public")
			if err := a.publish(dir); err != nil {
				t.Fatal(err)
			}
			var inspectors []web.Inspector
			mend := func() {}
			if c.fault != nil {
				inspector, end := c.fault(t, dir)
				inspectors = append(inspectors, inspector)
				if end != nil {
					mend = end
				}
			}
			err := c.next.publish(dir, inspectors...)
			mend()
			var failed *FileError
			if !errors.As(err, &failed) || !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			} else if failed.Begun != c.begun {
				t.Errorf("%v: begun is %v", err, failed.Begun)
			}
			if failed != nil && !failed.Begun {
				wantWhole(t, dir, a)
			}
			wantWhole(t, dir, a, c.next)

			// The next build has room, where that was missing.
			last := version{marker: "c", "index.html": "c", "turns/deep/": "c"}
			if c.disk == "" {
				last = c.next
			}
			if err := last.publish(dir); err != nil {
				t.Fatalf("the next build: %v", err)
			}
			want := version{}
			for name, text := range last {
				want[web.Route{URL: "/" + name}.File()] = text
			}
			if got := filesIn(t, dir); !maps.Equal(got, want) {
				t.Errorf("the next build makes %d files, want %d", len(got), len(want))
			}
			for _, left := range []string{".public.lock", ".public.staging"} {
				if _, err := os.Lstat(filepath.Join(parent, left)); err == nil {
					t.Errorf("%s stays behind", left)
				}
			}
		})
	}
}

// A firstOutput does something before the first output is staged.
type firstOutput func()

func (f firstOutput) Inspect(r web.Route, _ []byte)       { f() }
func (firstOutput) InspectFile(web.Route, web.File) error { return nil }
func (firstOutput) Found() diag.List                      { return nil }

// mount puts a file system of its own on dir.
func mount(t *testing.T, dir, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("no file system can be mounted here, which takes root: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func remount(t *testing.T, dir, how string) {
	t.Helper()
	flags := uintptr(syscall.MS_REMOUNT)
	if how == "ro" {
		flags |= syscall.MS_RDONLY
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", flags, ""); err != nil {
		t.Errorf("mount %s: %v", how, err)
	}
}

// A file has no second name on another disk, so it is copied.
func TestFilesOnAnotherDiskAreCopied(t *testing.T) {
	cache, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	mount(t, cache, "size=1m")
	one := writeFile(t, cache, "one", "photo1")
	for _, written := range []int{3, 0} {
		got, _, err := Write(site(stored("/a.jpg", one)), dir, false)
		if err != nil || got.Written != written || read(t, dir, "a.jpg") != "photo1" {
			t.Errorf("%q, %+v, %v", read(t, dir, "a.jpg"), got, err)
		}
	}
}
