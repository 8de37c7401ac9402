package pictures

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/diag"
)

// opened is a cache that seals small files, too.
func opened(dir string) *Cache {
	c := Open(dir)
	c.store.worthSealing = 0
	return c
}

// counted is a cache that counts what it decodes.
func counted(dir string) (*Cache, *atomic.Int32) {
	var n atomic.Int32
	c := opened(dir)
	c.decodes = func() { n.Add(1) }
	return c, &n
}

// sizesOf asks for all files of a picture, and compares them with those that are made without a cache.
func sizesOf(t *testing.T, c *Cache, s Source) [][]byte {
	t.Helper()
	p, err := c.Inspect(s)
	if err != nil {
		t.Fatal(err)
	}
	data, err := s.Read()
	if err != nil {
		t.Fatal(err)
	}
	want, err := Render(p.Info, data)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if got, err := c.Size(p, i); err != nil || !bytes.Equal(got, want[i]) {
			t.Errorf("size %d differs: %v", i, err)
		}
	}
	return want
}

func TestAPictureIsDecodedOnce(t *testing.T) {
	dir := t.TempDir()
	source := FromBytes("a.jpg", cameraPhoto(t, 1300, 700, 1))
	first, n := counted(dir)
	sizesOf(t, first, source)
	if err := first.Close(); err != nil || n.Load() != 1 {
		t.Errorf("%d decodes for three sizes (%v)", n.Load(), err)
	}
	second, n := counted(dir)
	sizesOf(t, second, source)
	if n.Load() != 0 {
		t.Errorf("%d decodes with a warm cache", n.Load())
	}
}

func TestAFileThatHasNotChangedIsNotRead(t *testing.T) {
	long := time.Now().Add(-time.Hour)
	file := &fstest.MapFile{Data: cameraPhoto(t, 1300, 700, 1), ModTime: long}
	reads := 0
	fsys := fstest.MapFS{"press/a.jpg": file}

	dir := t.TempDir()
	inspect := func(want int, why string) {
		t.Helper()
		reads = 0
		c := Open(dir)
		info, err := fsys.Stat("press/a.jpg")
		if err != nil {
			t.Fatal(err)
		}
		source := FromFS(fsys, "press/a.jpg", "/project", info)
		opened := source.Open
		source.Open = func() (fs.File, error) { reads++; return opened() }
		p, err := c.Inspect(source)
		if err != nil || p.Width != 1300 {
			t.Fatalf("%+v %v", p, err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
		if reads != want {
			t.Errorf("%s: read %d times, want %d", why, reads, want)
		}
	}
	inspect(1, "a new file")
	inspect(0, "an unchanged file")
	file.ModTime = long.Add(time.Nanosecond)
	inspect(1, "another time")
	file.Data = append(file.Data, 0)
	inspect(1, "another length")
	file.ModTime = time.Now()
	inspect(1, "changed just now")
	inspect(1, "changed just now: the next change may have the same time")
	if err := os.WriteFile(filepath.Join(dir, memoName), []byte("torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	file.ModTime = long
	inspect(1, "a torn list")
}

func TestAFileThatChangesMeanwhileIsTold(t *testing.T) {
	file := cameraPhoto(t, 500, 300, 1)
	source := FromBytes("a.jpg", file)
	source.Read = func() ([]byte, error) { return file, nil }
	c := Open(t.TempDir())
	p, err := c.Inspect(source)
	if err != nil {
		t.Fatal(err)
	}
	file = cameraPhoto(t, 510, 300, 1)
	if _, err := c.Size(p, 0); !errors.Is(err, errChanged) {
		t.Errorf("got %v", err)
	}
}

// Whatever a disk has made of an entry, the picture is right.
func TestTornEntriesAreMadeAnew(t *testing.T) {
	alone(t)
	source := FromBytes("a.jpg", cameraPhoto(t, 1300, 700, 1))
	dir := t.TempDir()
	c, _ := counted(dir)
	sizesOf(t, c, source)
	p, err := c.Inspect(source)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := c.SizeFile(p, 0)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(kept.Name)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-100] ^= 1
	for what, content := range map[string][]byte{
		"empty": nil, "cut in its head": whole[:20], "cut": whole[:len(whole)-1], "flipped": flipped,
		"zeros": make([]byte, len(whole)), "ones": bytes.Repeat([]byte{0xff}, len(whole)), "another": []byte("something else"),
	} {
		if err := errors.Join(os.Remove(kept.Name), os.WriteFile(kept.Name, content, 0o600)); err != nil {
			t.Fatal(err)
		}
		c, n := counted(dir)
		sizesOf(t, c, source)
		if n.Load() != 1 {
			t.Errorf("%s: %d decodes, want 1", what, n.Load())
		}
	}
}

// A program that is killed leaves a file that is unfinished; it is never read, and goes after a day.
func TestUnfinishedFilesAreNoEntries(t *testing.T) {
	dir := t.TempDir()
	source := FromBytes("a.jpg", cameraPhoto(t, 500, 300, 1))
	c, n := counted(dir)
	p, err := c.Inspect(source)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(c.store.place(sizeKey(p, 0), ""))
	young, old := filepath.Join(folder, unfinished+"young"), filepath.Join(folder, unfinished+"old")
	for _, name := range []string{young, old} {
		if err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(name, []byte("half"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	then := time.Now().Add(-2 * day)
	if err := os.Chtimes(old, then, then); err != nil {
		t.Fatal(err)
	}
	sizesOf(t, c, source)
	if err := c.Close(); err != nil || n.Load() != 1 {
		t.Fatalf("%d decodes (%v)", n.Load(), err)
	}
	_, youngErr := os.Stat(young)
	_, oldErr := os.Stat(old)
	if youngErr != nil || !errors.Is(oldErr, fs.ErrNotExist) {
		t.Errorf("what another program writes: %v; what was left long ago: %v", youngErr, oldErr)
	}
}

// A program is killed again and again while it writes; those that come after it find what is whole, or nothing.
func TestKilledProgramsLeaveNothingTorn(t *testing.T) {
	const inside = "PICTURES_TEST_CACHE"
	part := bytes.Repeat([]byte("picture"), 100_000)
	if dir := os.Getenv(inside); dir != "" {
		for c, i := opened(dir), 0; ; i++ {
			c.store.putWhole(hashOf([]byte{byte(i % 5)}), part)
			if i%7 == 0 {
				c.store.sealProven()
			}
		}
	}
	dir := t.TempDir()
	found := 0
	for i := range 12 {
		program := exec.Command(os.Args[0], "-test.run=^TestKilledProgramsLeaveNothingTorn$")
		program.Env = append(os.Environ(), inside+"="+dir)
		if err := program.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(50+7*i) * time.Millisecond)
		_ = program.Process.Kill()
		_ = program.Wait()
		c := Open(dir)
		for key := range byte(5) {
			kept, known := c.store.whole(hashOf([]byte{key}))
			if !known {
				continue
			}
			found++
			if got, err := os.ReadFile(kept.Name); err != nil || !bytes.Equal(got, part) {
				t.Errorf("file %d: %d bytes, %v", key, len(got), err)
			}
		}
	}
	if found == 0 {
		t.Error("nothing was written")
	}
}

func TestWithoutADiskPicturesAreRightAndItIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a-file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	source := FromBytes("a.jpg", cameraPhoto(t, 1300, 700, 1))
	for dir, told := range map[string]bool{"": false, file: true, filepath.Join(file, "below"): true} {
		c, n := counted(dir)
		sizesOf(t, c, source)
		if n.Load() != 1 {
			t.Errorf("%q: %d decodes, want 1", dir, n.Load())
		}
		p, err := c.Inspect(source)
		if err != nil {
			t.Fatal(err)
		}
		if kept, err := c.OriginalFile(p, Words{}); kept.Name != "" || err != nil {
			t.Errorf("%q: %v %v", dir, kept, err)
		}
		if err := c.Close(); (err != nil) != told {
			t.Errorf("%q: told %v", dir, err)
		}
	}
}

// What cannot be written whole is not there at all.
func TestAWriteThatFailsLeavesNothingHalf(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "ab", "entry")
	if err := os.MkdirAll(name, 0o700); err != nil { // the last step cannot be done
		t.Fatal(err)
	}
	if err := writeWhole(name, 0o600, [][]byte{[]byte("x")}); err == nil {
		t.Error("nothing went wrong")
	}
	entries, err := os.ReadDir(filepath.Join(dir, "ab"))
	if err != nil || len(entries) != 1 {
		t.Errorf("left: %v (%v)", entries, err)
	}
}

func TestWhatWasNotAskedForLongestGoesFirst(t *testing.T) {
	dir := t.TempDir()
	c, _ := counted(dir)
	var names []string
	for i := range 10 {
		key := hashOf([]byte{byte(i)})
		names = append(names, c.store.putWhole(key, make([]byte, 1000)).Name)
		then := time.Now().Add(time.Duration(i-20) * day).Truncate(time.Second).Add(seal)
		if err := os.Chtimes(names[i], then, then); err != nil {
			t.Fatal(err)
		}
	}
	if _, known := c.store.whole(hashOf([]byte{0})); !known { // the oldest is asked for
		t.Fatal("it is not there")
	}
	earlier := filepath.Join(filepath.Dir(names[9]), "of-an-earlier-version.sizes")
	others := filepath.Join(dir, "not-ours", "file")
	for _, name := range []string{earlier, others} {
		then := time.Now().Add(-30 * day)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, make([]byte, 9000), 0o600), os.Chtimes(name, then, then)); err != nil {
			t.Fatal(err)
		}
	}
	c.store.limit = 6000
	c.store.evict()
	var left []int
	for i, name := range names {
		if _, err := os.Stat(name); err == nil {
			left = append(left, i)
		}
	}
	if _, err := os.Stat(earlier); err == nil {
		t.Error("what an earlier version has left stays")
	}
	if _, err := os.Stat(others); err != nil {
		t.Errorf("what is not the cache's is gone: %v", err)
	}
	if fmt.Sprint(left) != "[0 6 7 8 9]" {
		t.Errorf("left: %v", left)
	}
}

func TestTwoCachesInOneFolderAndAFolderThatGoes(t *testing.T) {
	dir := t.TempDir()
	var sources []Source
	for i := range 4 {
		sources = append(sources, FromBytes("a.jpg", cameraPhoto(t, 500+10*i, 300, 1)))
	}
	var wg sync.WaitGroup
	for range 2 {
		c := Open(dir)
		for _, s := range sources {
			wg.Go(func() {
				p, err := c.Inspect(s)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := c.Size(p, 0); err != nil {
					t.Error(err)
				}
				if _, err := c.OriginalFile(p, Words{}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Go(func() { _ = c.Close() })
	}
	wg.Go(func() { os.RemoveAll(dir) })
	wg.Wait()
	c := Open(dir)
	for _, s := range sources {
		sizesOf(t, c, s)
	}
}

func TestTheCacheTellsFaultsWithTheFile(t *testing.T) {
	c := Open(t.TempDir())
	var f *Fault
	if _, err := c.Inspect(FromBytes("text.jpg", []byte("text"))); !errors.As(err, &f) || f.Code != diag.BrokenPicture {
		t.Errorf("got %v", err)
	}
	p, err := c.Inspect(FromBytes("a.png", jpegOf(t, flat(20, 20, color.White))))
	if !errors.As(err, &f) || f.Code != diag.PictureName || p == nil {
		t.Errorf("got %v", err)
	}
	damaged := pngOf(t, noisy(600, 400, 255)) // its pixels cannot be unpacked
	copy(damaged[3000:], bytes.Repeat([]byte("damage"), 100))
	p, err = c.Inspect(FromBytes("damaged.png", damaged))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Size(p, 0); !errors.As(err, &f) || f.At(diag.Position{}).Arg("file") != "damaged.png" {
		t.Errorf("got %v", err)
	}
}

// Two versions of the program may have made two files of one thing: a build takes the same one each time, whatever
// order the disk has them in.
func TestOfTwoFilesOfOneKeyTheSameIsTaken(t *testing.T) {
	key, all := hashOf(nil), map[string]bool{}
	texts := [][]byte{[]byte("one"), []byte("two"), []byte("three"), []byte("four")}
	for i := range texts {
		dir := t.TempDir()
		c := Open(dir)
		for j := range texts {
			c.store.putWhole(key, texts[(i+j)%len(texts)])
		}
		found, known := Open(dir).store.find(key)
		if !known {
			t.Fatal("none is found")
		}
		all[found.SHA256] = true
	}
	if len(all) != 1 {
		t.Errorf("%d different files were taken", len(all))
	}
}
