package pictures

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A store is the folder of a cache. A file gets its name when it is whole, so that a program that was killed
// leaves none half written; what a disk lost all the same is told by lengths and sums.
type store struct {
	dir          string
	limit        int64
	worthSealing int64

	lock    sync.Mutex
	fault   error // the first
	written bool
	listed  map[string]bool   // folders that were looked at
	known   map[string]Stored // files by key, as they were then
	proven  []Stored          // files that are whole and have no seal yet
}

func newStore(dir string, limit int64) store {
	return store{dir: dir, limit: limit, worthSealing: worthSealing, listed: map[string]bool{}, known: map[string]Stored{}}
}

func (s *store) trouble() error {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.fault
}

// isUsable tells whether there is a folder that could be written so far.
func (s *store) isUsable() bool { return s.dir != "" && s.trouble() == nil }

func (s *store) fail(err error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.fault == nil {
		s.fault = err
	}
}

// place spreads files over folders: some file systems are slow with many in one.
func (s *store) place(key, ending string) string {
	return filepath.Join(s.dir, key[:2], key+ending)
}

// write makes a file that is there as a whole, or not at all. It tells whether it is there.
func (s *store) write(name string, mode fs.FileMode, parts ...[]byte) bool {
	if !s.isUsable() {
		return false
	}
	err := writeWhole(name, mode, parts)
	if errors.Is(err, fs.ErrNotExist) { // somebody has just deleted the folder
		err = writeWhole(name, mode, parts)
	}
	if err != nil {
		s.fail(err)
		return false
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.written = true
	return true
}

// unfinished begins the names of files that are being written.
const unfinished = "unfinished-"

func writeWhole(name string, mode fs.FileMode, parts [][]byte) (err error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), unfinished+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	for _, part := range parts {
		if _, err := f.Write(part); err != nil {
			return err
		}
	}
	if err := errors.Join(f.Chmod(mode), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

const wholeEnding = ".whole"

// A Stored is a file in the cache that holds what was made, as it is. It may be copied, and be given a second name; it
// may not be written to.
type Stored struct {
	Name   string // on the disk; "" where the cache cannot be written
	Size   int64
	SHA256 string // of its bytes, in hexadecimal
}

// putWhole writes a file as it is; its name holds its sum and its length.
func (s *store) putWhole(key string, data []byte) Stored {
	made := Stored{Size: int64(len(data)), SHA256: hashOf(data)}
	name := s.place(key, made.ending())
	if s.write(name, 0o444, data) {
		made.Name = name
		s.know(key, made)
		s.prove(made)
	}
	return made
}

func (s Stored) ending() string {
	return "-" + s.SHA256 + "-" + strconv.FormatInt(s.Size, 10) + wholeEnding
}

// whole finds a file that was written as it is. One without its seal is read as a whole.
func (s *store) whole(key string) (Stored, bool) {
	found, known := s.find(key)
	if !known {
		return Stored{}, false
	}
	info, err := os.Lstat(found.Name)
	switch {
	case err != nil || !info.Mode().IsRegular() || info.Size() != found.Size:
		return Stored{}, false
	case isSealed(info):
		s.touch(found.Name, info)
	case !found.isWhole():
		return Stored{}, false
	default:
		s.prove(found)
	}
	return found, true
}

// bytes reads a file that was written as it is.
func (s *store) bytes(key string) ([]byte, bool) {
	found, known := s.whole(key)
	if !known {
		return nil, false
	}
	data, err := os.ReadFile(found.Name)
	return data, err == nil && hashOf(data) == found.SHA256
}

func (s Stored) isWhole() bool {
	f, err := os.Open(s.Name)
	if err != nil {
		return false
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return err == nil && hex.EncodeToString(sum.Sum(nil)) == s.SHA256
}

// find gives the file of a key as its name tells of it. A folder is looked at once: a file that another program puts
// there meanwhile is made a second time.
func (s *store) find(key string) (Stored, bool) {
	if s.dir == "" {
		return Stored{}, false
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	if folder := key[:2]; !s.listed[folder] {
		s.listed[folder] = true
		s.list(filepath.Join(s.dir, folder))
	}
	found, known := s.known[key]
	return found, known
}

// list notes what the names in a folder tell: of two files of one key, as two versions of the program may have made, always
// the same one. The names are not sorted for it.
func (s *store) list(folder string) {
	dir, err := os.Open(folder)
	if err != nil {
		return
	}
	defer dir.Close()
	names, _ := dir.Readdirnames(-1)
	for _, name := range names {
		told, isWhole := strings.CutSuffix(name, wholeEnding)
		key, rest, _ := strings.Cut(told, "-")
		sum, length, _ := strings.Cut(rest, "-")
		if size, err := strconv.ParseInt(length, 10, 64); isWhole && err == nil && sum > s.known[key].SHA256 {
			s.known[key] = Stored{folder + string(filepath.Separator) + name, size, sum}
		}
	}
}

func (s *store) know(key string, made Stored) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.known[key] = made
}

// day is how exactly it is known when a file was asked for last.
const day = 24 * time.Hour

// touch notes that a sealed file was asked for. Many disks do not note it themselves.
func (s *store) touch(name string, info fs.FileInfo) {
	if time.Since(info.ModTime()) > day {
		setSeal(name) // it would go too early, no more
	}
}

// evict removes what was not asked for longest until a tenth of the limit is free, and what programs that were
// killed have left. A store that got nothing new is not looked through.
func (s *store) evict() {
	if s.dir == "" || !s.written {
		return
	}
	files, total := s.files()
	if total <= s.limit {
		return
	}
	slices.SortFunc(files, func(a, b storedFile) int { return a.asked.Compare(b.asked) })
	for _, f := range files {
		if total <= s.limit/10*9 {
			return
		}
		if os.Remove(f.name) == nil {
			total -= f.size
		}
	}
}

type storedFile struct {
	name  string
	size  int64
	asked time.Time
}

// files lists what is stored, and what other versions of the program have stored: that is never asked for, and so goes
// first. What lies elsewhere in the folder may be somebody else's, and stays. A file that another program removes
// meanwhile is none.
func (s *store) files() (files []storedFile, total int64) {
	names, _ := filepath.Glob(filepath.Join(s.dir, "??", "*"))
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			continue
		}
		if strings.HasPrefix(filepath.Base(name), unfinished) {
			if time.Since(info.ModTime()) > day {
				os.Remove(name)
			}
			continue
		}
		files = append(files, storedFile{name, info.Size(), info.ModTime()})
		total += info.Size()
	}
	return files, total
}
