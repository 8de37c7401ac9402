package pictures

import (
	"io/fs"
	"os"
	"time"
)

// A seal is the part of a second in the time of a file that lies on the disk as it was made. To read all files each
// time would take as long as to make the pages of a site.
//
// A power failure may leave a file with its name and its length and without its bytes; so the seal is set when all was
// flushed to the disk. And a file may have a second name, in a published folder: whoever writes to it there changes
// its time, which breaks the seal.
const seal = 271_828_183 * time.Nanosecond

func isSealed(info fs.FileInfo) bool { return info.ModTime().Nanosecond() == int(seal) }

// setSeal does nothing where it may not; the file is read as a whole then.
func setSeal(name string) {
	now := time.Now().Truncate(time.Second).Add(seal)
	_ = os.Chtimes(name, now, now)
}

// prove notes that a file is whole, as far as the system knows.
func (s *store) prove(f Stored) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.proven = append(s.proven, f)
}

// worthSealing is from how many bytes on what has no seal is flushed and sealed. To read less each time costs less than
// to flush, which waits for whatever else is written to the disk.
const worthSealing = 16 << 20

// sealProven seals what was proven to be whole, once it is on the disk.
func (s *store) sealProven() {
	s.lock.Lock()
	proven := s.proven
	s.proven = nil
	s.lock.Unlock()
	var size int64
	for _, f := range proven {
		size += f.Size
	}
	if size < s.worthSealing || !flush(s.dir) {
		return
	}
	for _, f := range proven {
		if info, err := os.Lstat(f.Name); err == nil && info.Mode().IsRegular() && info.Size() == f.Size {
			setSeal(f.Name)
		}
	}
}
