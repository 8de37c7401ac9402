//go:build !js

package sharing

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A Store keeps drawn pictures in a folder, so that the next build need not draw them. It may be deleted at any time,
// be full or read-only, and be used by several builds at once: what it cannot give is drawn.
//
// Each file has the name of its input's hash, and begins with the hash of the picture in it: what was cut off by a
// crash or a full disk is never taken for a picture.
type Store struct {
	dir   string // "" keeps nothing
	most  int    // how many pictures are kept
	prune sync.Once
}

// kept is how many pictures a store holds at most, some 20 kB each: far more than a site has that are current.
const kept = 4000

// NewStore keeps pictures in a folder of its own below dir, which is made with the first of them; nowhere where dir is "".
func NewStore(dir string) *Store {
	if dir != "" {
		dir = filepath.Join(dir, "link-pictures")
	}
	return &Store{dir: dir, most: kept}
}

// suffix tells our files from others: nothing else is ever removed.
const suffix = ".picture"

// Write writes the picture as a PNG, as it was drawn once or as it is drawn now.
func (s *Store) Write(w *bytes.Buffer, p *Picture) error {
	if s == nil || s.dir == "" {
		data, err := p.Draw()
		w.Write(data)
		return err
	}
	key := p.key()
	file := filepath.Join(s.dir, hex.EncodeToString(key[:])+suffix)
	if s.read(w, file) {
		return nil
	}
	data, err := p.Draw()
	if err != nil {
		return err
	}
	s.keep(file, data)
	w.Write(data)
	return nil
}

// read gives what was kept, if it is whole.
func (s *Store) read(w *bytes.Buffer, file string) bool {
	data, err := readFile(file)
	if err != nil || len(data) <= sha256.Size {
		return false
	}
	sum, picture := data[:sha256.Size], data[sha256.Size:]
	if found := sha256.Sum256(picture); !bytes.Equal(found[:], sum) {
		return false
	}
	w.Write(picture)
	return true
}

// readLimit is more than any picture weighs, in bytes: what is longer is none of ours.
const readLimit = 1 << 20

func readFile(file string) ([]byte, error) {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > readLimit {
		return nil, cmp.Or(err, fs.ErrInvalid) // whoever opens a pipe waits for somebody to write into it
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, info.Size())
	_, err = io.ReadFull(f, data)
	return data, err
}

// keep puts a picture into the store, or leaves it. A preview has drafts drawn, so nobody else may look into it. The file gets its name when it is whole, so that no other build
// sees it before; of two that make the same, the last one stays.
func (s *Store) keep(file string, data []byte) {
	s.prune.Do(s.removeOldest)
	if os.MkdirAll(s.dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(s.dir, "*"+suffix+unfinished)
	if err != nil {
		return
	}
	sum := sha256.Sum256(data)
	_, err = f.Write(append(sum[:], data...))
	if closed := f.Close(); err != nil || closed != nil || os.Rename(f.Name(), file) != nil {
		_ = os.Remove(f.Name()) // what stays is removed as the oldest, one day
	}
}

const unfinished = ".tmp"

// removeOldest makes room before the first picture is kept, so that the store does not grow for ever: half of what it
// may hold stays, the newest.
func (s *Store) removeOldest() {
	entries, err := os.ReadDir(s.dir)
	if err != nil || len(entries) < s.most {
		return
	}
	type aged struct {
		name string
		at   time.Time
	}
	var files []aged
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasSuffix(strings.TrimSuffix(e.Name(), unfinished), suffix) {
			files = append(files, aged{e.Name(), info.ModTime()})
		}
	}
	slices.SortFunc(files, func(a, b aged) int { return cmp.Or(b.at.Compare(a.at), strings.Compare(a.name, b.name)) })
	for _, f := range files[min(len(files), s.most/2):] {
		_ = os.Remove(filepath.Join(s.dir, f.name)) // another build may have removed it
	}
}
