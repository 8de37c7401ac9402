package sharing

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"
)

// stored writes a picture by way of a store and gives it.
func stored(t *testing.T, s *Store, p Picture) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := s.Write(&w, &p); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// keptFiles are the pictures that a store holds.
func keptFiles(t *testing.T, s *Store) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(s.dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestAPictureIsDrawnOnce(t *testing.T) {
	dir, p := t.TempDir(), pictures["release"]
	want := draw(t, p)
	if got := stored(t, NewStore(dir), p); !bytes.Equal(got, want) {
		t.Error("the first one differs from what is drawn")
	}
	files := keptFiles(t, NewStore(dir))
	if len(files) != 1 {
		t.Fatalf("kept are %q", files)
	}
	// Another picture in its place shows that it is taken from there.
	other := pictures["meeting"]
	if err := os.Rename(keptFile(t, other), files[0]); err != nil {
		t.Fatal(err)
	}
	if got := stored(t, NewStore(dir), p); !bytes.Equal(got, draw(t, other)) {
		t.Error("what was kept was not used")
	}
}

// keptFile is the file of a picture in a store of its own.
func keptFile(t *testing.T, p Picture) string {
	s := NewStore(t.TempDir())
	stored(t, s, p)
	return keptFiles(t, s)[0]
}

func TestNoStoreKeepsNothingAndDraws(t *testing.T) {
	for _, s := range []*Store{nil, NewStore("")} {
		if got := stored(t, s, pictures["release"]); !bytes.Equal(got, draw(t, pictures["release"])) {
			t.Error("it differs from what is drawn")
		}
	}
}

// Whatever becomes of the files, the picture that comes out is the right one, and the store holds it again.
func TestWhatIsTornIsDrawnAgain(t *testing.T) {
	p := pictures["release"]
	want := draw(t, p)
	for name, harm := range map[string]func(file string, data []byte) error{
		"empty":      func(file string, _ []byte) error { return os.WriteFile(file, nil, 0o644) },
		"cut off":    func(file string, data []byte) error { return os.WriteFile(file, data[:len(data)/2], 0o644) },
		"only a sum": func(file string, data []byte) error { return os.WriteFile(file, data[:32], 0o644) },
		"a wrong bit": func(file string, data []byte) error {
			data[len(data)-20] ^= 1
			return os.WriteFile(file, data, 0o644)
		},
		"removed":  func(file string, _ []byte) error { return os.RemoveAll(filepath.Dir(file)) },
		"a folder": func(file string, _ []byte) error { return errors.Join(os.Remove(file), os.Mkdir(file, 0o755)) },
	} {
		t.Run(name, func(t *testing.T) {
			s := NewStore(t.TempDir())
			stored(t, s, p)
			file := keptFiles(t, s)[0]
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := harm(file, data); err != nil {
				t.Fatal(err)
			}
			for range 2 {
				if got := stored(t, s, p); !bytes.Equal(got, want) {
					t.Error("what came out is not the picture")
				}
			}
		})
	}
}

func TestAStoreThatCannotBeWrittenIsDoneWithout(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	locked := t.TempDir()
	if err := os.Chmod(locked, 0o555); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below"), locked, "/proc/nowhere"} {
		if got := stored(t, NewStore(dir), pictures["release"]); !bytes.Equal(got, draw(t, pictures["release"])) {
			t.Errorf("%s: it differs from what is drawn", dir)
		}
	}
}

func TestAStoreIsBoundedAndKeepsWhatIsNotOurs(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "link-pictures", "notes.txt")
	if err := os.Mkdir(filepath.Dir(foreign), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		s := NewStore(dir)
		s.most = 6
		stored(t, s, Picture{Title: strconv.Itoa(i), Colours: Standard})
		if n := len(keptFiles(t, s)); n > 6+1 {
			t.Errorf("%d are kept, at most 6 may be", n)
		}
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Error("a file was removed that is not the store's")
	}
}

func TestManyUseOneStoreAtOnce(t *testing.T) {
	dir, want := t.TempDir(), draw(t, pictures["release"])
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			var w bytes.Buffer
			if p := pictures["release"]; NewStore(dir).Write(&w, &p) != nil || !bytes.Equal(w.Bytes(), want) {
				t.Error("what came out is not the picture")
			}
		})
	}
	wg.Wait()
	if files := keptFiles(t, NewStore(dir)); len(files) != 1 {
		t.Errorf("kept are %q", files)
	}
}
