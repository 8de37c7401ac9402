package pictures

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
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
	dir   string
	limit int64

	lock    sync.Mutex
	fault   error // the first
	written bool
}

func (s *store) trouble() error {
	s.lock.Lock()
	defer s.lock.Unlock()
	return s.fault
}

func (s *store) fail(err error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.fault == nil {
		s.fault = fmt.Errorf("the cache of pictures cannot be written: %w", err)
	}
}

// place spreads files over folders: some file systems are slow with many in one.
func (s *store) place(key, ending string) string {
	return filepath.Join(s.dir, key[:2], key+ending)
}

// write makes a file that is there as a whole, or not at all. It tells whether it is there.
func (s *store) write(name string, mode fs.FileMode, parts ...[]byte) bool {
	if s.dir == "" || s.trouble() != nil {
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

// A file of sizes begins with how many parts it has; then come the length and the sum of each, then the parts.
const partHead = 8 + sha256.Size

const partsEnding = ".sizes"

func (s *store) putParts(key string, files [][]byte) bool {
	head := binary.BigEndian.AppendUint64(nil, uint64(len(files)))
	for _, file := range files {
		sum := sha256.Sum256(file)
		head = binary.BigEndian.AppendUint64(head, uint64(len(file)))
		head = append(head, sum[:]...)
	}
	return s.write(s.place(key, partsEnding), 0o600, append([][]byte{head}, files...)...)
}

var errTorn = errors.New("the file in the cache is not whole")

// part reads one part of a file of sizes.
func (s *store) part(key string, i int) ([]byte, error) {
	if s.dir == "" {
		return nil, fs.ErrNotExist
	}
	name := s.place(key, partsEnding)
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	file, err := readPart(f, i)
	if err == nil {
		s.touch(name, f)
	}
	return file, err
}

func readPart(f *os.File, i int) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	var count [8]byte
	if _, err := io.ReadFull(f, count[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint64(count[:])
	if n > 100 || uint64(i) >= n {
		return nil, errTorn
	}
	head := make([]byte, n*partHead)
	if _, err := io.ReadFull(f, head); err != nil {
		return nil, err
	}
	at := int64(len(count) + len(head))
	for j := range i {
		at += int64(binary.BigEndian.Uint64(head[j*partHead:]))
	}
	head = head[i*partHead:]
	length := int64(binary.BigEndian.Uint64(head))
	if length < 0 || at < 0 || length > info.Size()-at {
		return nil, errTorn
	}
	file := make([]byte, length)
	if _, err := f.ReadAt(file, at); err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(file); !bytes.Equal(sum[:], head[8:partHead]) {
		return nil, errTorn
	}
	return file, nil
}

const wholeEnding = ".original"

// putWhole writes a file as it is; its name holds its length. It gives the name, "" where it cannot be written.
func (s *store) putWhole(key string, data []byte) string {
	name := s.place(key, "-"+strconv.Itoa(len(data))+wholeEnding)
	if !s.write(name, 0o444, data) {
		return ""
	}
	return name
}

// whole finds a file that was written as it is, "" where there is none with the length that its name says.
func (s *store) whole(key string) string {
	if s.dir == "" {
		return ""
	}
	names, _ := filepath.Glob(s.place(key, "-*"+wholeEnding))
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			continue
		}
		info, err := f.Stat()
		if err == nil && name == s.place(key, "-"+strconv.FormatInt(info.Size(), 10)+wholeEnding) {
			s.touch(name, f)
			f.Close()
			return name
		}
		f.Close()
	}
	return ""
}

// day is how exactly it is known when a file was asked for last.
const day = 24 * time.Hour

// touch notes that a file was asked for. Many disks do not note it themselves.
func (s *store) touch(name string, f *os.File) {
	if info, err := f.Stat(); err == nil && time.Since(info.ModTime()) > day {
		now := time.Now()
		_ = os.Chtimes(name, now, now) // it would go too early, no more
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

// files lists what is stored. A file that another program removes meanwhile is none.
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
