package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// An Output is the folder that a build publishes into.
type Output struct {
	Dir  string
	File func(url string) string // where in the folder an output lies, with slashes
	URL  func(file string) string
}

// A Recorder tells a ledger what a build publishes. It is handed every output, is told when the first is about to
// be published (Begin), and records the events when all are (End).
type Recorder struct {
	Before Ledger // what the ledger was before this build

	book    *Book
	out     Output
	sources Sources
	mu      sync.Mutex
	public  map[string]Record // by URL: what is public after this build
	events  []Record
	begun   bool
}

// NewRecorder takes a ledger for a build, before the build reads anything: whoever builds at the same time has to
// come later in all. Errors are the same as of [Open].
func NewRecorder(file string, out Output, sources Sources) (*Recorder, error) {
	book, err := Open(file)
	if err != nil {
		return nil, err
	}
	return &Recorder{Before: *book.Ledger, book: book, out: out, sources: sources, public: map[string]Record{}}, nil
}

// Close lets go of the ledger.
func (r *Recorder) Close() { r.book.Close() }

// Note takes an output that is about to be public, with the file that it was made of, and looks whether it lies in
// the output folder already. It may be called by several goroutines at once.
func (r *Recorder) Note(url, source string, data []byte) {
	r.note(url, source, record(data))
}

// NoteFile is Note for an output that lies on the disk, by the sum of its bytes.
func (r *Recorder) NoteFile(url, source, sum string, size int64) {
	r.note(url, source, Record{SHA256: sum, Size: size})
}

func (r *Recorder) note(url, source string, now Record) {
	now.Source = source
	if r.Before.Public[url].SHA256 != now.SHA256 {
		old, err := os.ReadFile(r.path(url))
		now.Already = err == nil && record(old).SHA256 == now.SHA256
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.public[url] = now
}

func (r *Recorder) path(url string) string {
	return filepath.Join(r.out.Dir, filepath.FromSlash(r.out.File(url)))
}

func record(data []byte) Record {
	hash := sha256.Sum256(data)
	return Record{SHA256: hex.EncodeToString(hash[:]), Size: int64(len(data))}
}

// Begin writes that the build of a moment begins to publish at an address, what a build before it did not come to
// tell, and where the ledger was broken. settings is the file that stands for the site as a whole.
func (r *Recorder) Begin(moment time.Time, base, settings string) error {
	at := moment.Format(time.RFC3339)
	lines, known := r.untold(at)
	if r.events = Diff(known, r.public); len(r.events) > 0 {
		begin := Record{At: at, What: Build, Base: strings.TrimSuffix(base, "/"), Events: len(r.events), Site: Digest(r.public)}
		_, begin.Revision, _ = r.sources.of(settings)
		for i := range r.events {
			e := &r.events[i]
			e.At = at
			if e.What == Removed {
				e.Revision, e.Already = begin.Revision, r.isGone(e.URL)
			} else {
				e.Source, e.Revision, e.Uncommitted = r.sources.of(e.Source)
			}
			begin.Uncommitted = begin.Uncommitted || e.Uncommitted
		}
		lines = append(lines, begin)
	}
	r.begun = true
	return r.book.Append(at, lines)
}

// untold gives the events of a build that was killed when all files lay in their places and before it had told
// them, and what is public after them. Where the output folder is still what that build said it would be, and
// only there, is it certain what happened. Otherwise this build tells what differs, as its own.
func (r *Recorder) untold(at string) (events []Record, known map[string]Record) {
	known = r.book.Ledger.Public
	build := r.book.Ledger.Unfinished
	if build == nil {
		return nil, known
	}
	outputs := r.outputs()
	if Digest(outputs) != build.Site {
		return nil, known
	}
	events = Diff(known, outputs)
	for i := range events {
		e := &events[i]
		e.At, e.Recorded, e.Revision, e.Uncommitted = build.At, at, build.Revision, build.Uncommitted
		if now, isPublic := r.public[e.URL]; isPublic && e.Source == "" {
			e.Source, _, _ = r.sources.of(now.Source)
		}
	}
	return events, outputs
}

// isGone tells whether the output folder is a site that lacks an output.
func (r *Recorder) isGone(url string) bool {
	_, err := os.Stat(filepath.Join(r.out.Dir, "_headers"))
	_, gone := os.Stat(r.path(url))
	return err == nil && errors.Is(gone, fs.ErrNotExist)
}

// outputs are the files of the output folder, by URL.
func (r *Recorder) outputs() map[string]Record {
	found := map[string]Record{}
	_ = fs.WalkDir(os.DirFS(r.out.Dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(r.out.Dir, filepath.FromSlash(name)))
		if err != nil {
			return nil // the digest tells that something is missing
		}
		url := r.out.URL(name)
		file := record(data)
		file.Source = r.book.Ledger.Public[url].Source
		found[url] = file
		return nil
	})
	return found
}

// End tells the events of a build that has published. A build that failed does not call it: what happened then is
// told by the next one, which sees what lies there.
func (r *Recorder) End() error {
	if !r.begun {
		return nil
	}
	return r.book.Append("", r.events)
}

// Events is how many the build has told.
func (r *Recorder) Events() int { return len(r.events) }

// Ledger is what the ledger is by now.
func (r *Recorder) Ledger() *Ledger { return r.book.Ledger }
