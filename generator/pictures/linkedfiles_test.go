package pictures

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestOriginalsAreFilesToLinkTo(t *testing.T) {
	dir := t.TempDir()
	source := FromBytes("a.jpg", cameraPhoto(t, 500, 300, 1))
	c := Open(dir)
	p, err := c.Inspect(source)
	if err != nil {
		t.Fatal(err)
	}
	words := Words{Creator: "Bo Ek"}
	want, err := c.Original(p, words)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := c.OriginalFile(p, words)
	if err != nil {
		t.Fatal(err)
	}
	if kept.SHA256 != hashOf(want) || kept.Size != int64(len(want)) {
		t.Errorf("it is told that it is %v", kept)
	}
	if got, err := os.ReadFile(kept.Name); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the file holds something else: %v", err)
	}
	p.source.Read = func() ([]byte, error) { return nil, errors.New("was read") }
	if again, err := c.OriginalFile(p, words); err != nil || again != kept {
		t.Errorf("%v %v", again, err)
	}
	if sum, err := Open(dir).OriginalSum(p, words); err != nil || sum != kept.SHA256 {
		t.Errorf("the sum is told to be %q: %v", sum, err)
	}
	if _, err := c.OriginalFile(p, Words{Creator: "Bo", Credit: " Ek"}); err == nil {
		t.Error("other words gave the same file")
	}
}

// Who packs a picture into an archive asks for its sum first, and there may be no folder to keep it in.
func TestTheSumOfAnOriginalIsToldWhereItCanBeKept(t *testing.T) {
	p, err := Open("").Inspect(FromBytes("a.jpg", cameraPhoto(t, 500, 300, 1)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := Open("").Original(p, Words{})
	if err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]string{"": "", t.TempDir(): hashOf(data)} {
		if got, err := Open(dir).OriginalSum(p, Words{}); err != nil || got != want {
			t.Errorf("in %q: %q, want %q (%v)", dir, got, want, err)
		}
	}
}

// A published file is a second name of one in the cache. Whoever writes to it does not change what the next build
// publishes, whether the file was sealed or not.
func TestWhatIsWrittenByASecondNameIsNotGivenOut(t *testing.T) {
	for _, isSealed := range []bool{true, false} {
		for how, harm := range map[string]func(name string, data []byte) error{
			"cut": func(name string, data []byte) error { return os.Truncate(name, 100) },
			"changed": func(name string, data []byte) error {
				data[len(data)/2] ^= 1
				return os.WriteFile(name, data, 0o600)
			},
		} {
			dir := t.TempDir()
			source := FromBytes("a.jpg", cameraPhoto(t, 500, 300, 1))
			c := opened(dir)
			p, err := c.Inspect(source)
			if err != nil {
				t.Fatal(err)
			}
			kept, err := c.OriginalFile(p, Words{})
			if err != nil {
				t.Fatal(err)
			}
			if isSealed {
				if err := c.Close(); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(kept.Name)
			if err != nil {
				t.Fatal(err)
			}
			second := filepath.Join(t.TempDir(), "public.jpg")
			if err := errors.Join(os.Link(kept.Name, second), os.Chmod(second, 0o600), harm(second, bytes.Clone(want))); err != nil {
				t.Fatal(err)
			}
			again, err := Open(dir).OriginalFile(p, Words{})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(again.Name); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s, sealed %v: it was given out (%v)", how, isSealed, err)
			}
		}
	}
}

// A build that is killed has flushed nothing: its files are read once more, and only then trusted.
func TestFilesAreSealedWhenTheyAreOnTheDisk(t *testing.T) {
	dir, key := t.TempDir(), hashOf(nil)
	c := opened(dir)
	kept := c.store.putWhole(key, []byte("a picture"))
	hasSeal := func() bool {
		info, err := os.Lstat(kept.Name)
		if err != nil {
			t.Fatal(err)
		}
		return isSealed(info)
	}
	if hasSeal() {
		t.Error("it is sealed when it was written")
	}
	c = opened(dir) // the next program
	if _, known := c.store.whole(key); !known {
		t.Error("it is not found without a seal")
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if !hasSeal() && runtime.GOOS == "linux" {
		t.Error("it is not sealed in the end")
	}
	few := Open(t.TempDir())
	kept = few.store.putWhole(key, []byte("a picture"))
	if err := few.Close(); err != nil || hasSeal() {
		t.Errorf("a few bytes were flushed (%v)", err)
	}
}
