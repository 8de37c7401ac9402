package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"github.com/gofrs/flock"
)

// A Book is a ledger that one build holds, from before it reads its sources until it has told what it did: so
// the lines stand in the order in which things happened.
type Book struct {
	Ledger *Ledger
	path   string
	file   *os.File // nil as long as there is no file
	lock   *flock.Flock
}

// A HeldError is a ledger that another build holds.
type HeldError struct{ File string }

func (e *HeldError) Error() string { return "another build writes to " + e.File }

// Failure is the error in words.
func (e *HeldError) Failure() *diag.Failure {
	return &diag.Failure{Text: diag.Both("ett annat bygge skriver i "+e.File, e.Error()),
		Hint: diag.Both("vänta tills det är klart, och bygg igen", "wait until it is done, and build again")}
}

// Open takes a ledger for a build and reads it; a file that does not exist is an empty one, and is made by
// the first Append. The error is a [HeldError], a [NotLedgerError], or an error of the file. Nothing is changed yet.
func Open(path string) (*Book, error) {
	b := &Book{path: path}
	if err := b.take(); err != nil {
		return nil, err
	}
	if err := b.open(); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// take locks the file .NAME.lock beside the ledger. It is the kernel's lock and ends with its process. The ledger
// itself can't be locked: on Windows nobody could read it then. A file system without locks is trusted.
func (b *Book) take() error {
	dir, name := filepath.Split(b.path)
	for {
		lock := flock.New(filepath.Join(dir, "."+name+".lock"), flock.SetPermissions(0o644))
		isOurs, err := lock.TryLock()
		switch {
		case errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK):
			return nil
		case err != nil:
			return fmt.Errorf("lock ledger: %w", err)
		case !isOurs:
			return &HeldError{b.path}
		}
		// Another build may have removed the file between our opening and locking it.
		named, err := os.Lstat(lock.Path())
		if locked, lockedErr := lock.Stat(); err == nil && lockedErr == nil && os.SameFile(named, locked) {
			b.lock = lock
			return nil
		}
		_ = lock.Unlock()
	}
}

func (b *Book) open() error {
	file, err := os.OpenFile(b.path, os.O_RDWR|folder.AtOnce, 0)
	if errors.Is(err, fs.ErrNotExist) {
		b.Ledger = newLedger()
		return nil
	}
	if err != nil {
		return fmt.Errorf("open ledger: %w", err)
	}
	b.file = file
	b.Ledger, err = readFile(file, nil)
	return err
}

// ReadFile is [Read] for a file, and for whoever does not write to it.
func ReadFile(path string, each func(line int, r Record)) (*Ledger, error) {
	file, err := os.OpenFile(path, os.O_RDONLY|folder.AtOnce, 0)
	if err != nil {
		return nil, fmt.Errorf("open ledger: %w", err)
	}
	defer file.Close()
	return readFile(file, each)
}

func readFile(file *os.File, each func(int, Record)) (*Ledger, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("read ledger: %w", err)
	}
	var foreign *NotLedgerError
	if !info.Mode().IsRegular() {
		return nil, &NotLedgerError{file.Name()}
	}
	l, err := Read(file, each)
	if errors.As(err, &foreign) {
		foreign.File = file.Name()
	}
	return l, err
}

// Append adds records, with their Prev and Hash, in one write that reaches the disk. Before them it mends what
// a killed build left: an unfinished line is cut off, since what it would have said is told anew, and a missing
// line end is set. Where the chain is broken, and no record tells of it yet, one as of the moment at does so
// first. Without anything to do the file is not touched.
func (b *Book) Append(at string, records []Record) error {
	l := b.Ledger
	if l.noEnd {
		l.all.Write([]byte("\n"))
	}
	var text bytes.Buffer
	head := l.Head
	add := func(r Record) {
		r.Prev = head
		r.encode(&text)
		head = r.Hash
	}
	if l.noted < len(l.Breaks) {
		first := l.Breaks[l.noted]
		add(Record{At: at, What: Broken, Line: first.Line, Why: first.Kind, Seal: l.seal()})
	}
	for _, r := range records {
		add(r)
	}
	if text.Len() == 0 && !l.IsTorn {
		return nil
	}
	if err := b.write(text.Bytes()); err != nil {
		return fmt.Errorf("write ledger: %w", err)
	}
	for line := range bytes.Lines(text.Bytes()) {
		l.take(line, nil)
	}
	return nil
}

// errGrown says that the lock did not keep others out.
var errGrown = errors.New("another program has written to it")

func (b *Book) write(text []byte) error {
	if b.file == nil {
		file, err := os.OpenFile(b.path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		b.file = file
		defer syncFolder(filepath.Dir(b.path))
	}
	l := b.Ledger
	if size, err := b.file.Seek(0, io.SeekEnd); err != nil || size != l.size {
		return errors.Join(err, errGrown)
	}
	if err := b.file.Truncate(l.kept); err != nil {
		return err
	}
	if l.noEnd {
		text = append([]byte("\n"), text...)
	}
	if _, err := b.file.WriteAt(text, l.kept); err != nil {
		// What a full disk took of it is told anew by the next build.
		return errors.Join(err, b.file.Truncate(l.kept))
	}
	l.mended()
	return b.file.Sync()
}

// syncFolder makes the name of a new file last, where the system can do that.
func syncFolder(dir string) {
	if folder, err := os.Open(dir); err == nil {
		_ = folder.Sync()
		folder.Close()
	}
}

// Close lets the next build have the ledger.
func (b *Book) Close() {
	if b.file != nil {
		b.file.Close()
	}
	if b.lock == nil {
		return
	}
	// Removed while it is locked. Once it is unlocked, it may belong to the next build. Windows removes no file that
	// is open.
	if runtime.GOOS != "windows" {
		_ = os.Remove(b.lock.Path())
	}
	_ = b.lock.Unlock()
	if runtime.GOOS == "windows" {
		_ = os.Remove(b.lock.Path())
	}
}
