package ledger

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"

	"alingsas.se/dialog/generator/diag"
)

// A Ledger is what the lines of a file say.
type Ledger struct {
	Records int               // lines that can be read
	Head    string            // the hash of the last of them: the receipt for all
	Public  map[string]Record // what is public, by URL: the record that says so
	Breaks  []Break           // in order of the lines
	// IsTorn tells that a build was killed while it wrote the last line, or is writing it right now. What
	// can be read of it is no record yet, unless only its line end is missing.
	IsTorn bool
	// Unfinished is the last build, where not all of its events are told.
	Unfinished *Record

	lines   int
	missing int   // events that the last build has not told
	size    int64 // of the file
	kept    int64 // of its lines that are whole
	noted   int   // breaks that a record tells of
	noEnd   bool  // the last line is kept and has no end
	all     hash.Hash
}

// A Break is a place where a ledger is not what was written.
type Break struct {
	Line int    `json:"line"` // from 1
	Kind string `json:"kind"`
}

// Kinds of breaks.
const (
	Unreadable = "unreadable" // the line is no record
	Altered    = "altered"    // the line has not the hash that it claims
	Unlinked   = "unlinked"   // the line does not follow on the one before: one was removed, inserted or moved
	Resealed   = "resealed"   // what stands before a record of a break is not what it was then
)

// A NotLedgerError is a file in which nothing is a record.
type NotLedgerError struct{ File string }

func (e *NotLedgerError) Error() string { return e.File + " is not a ledger" }

// Failure is the error in words.
func (e *NotLedgerError) Failure() *diag.Failure {
	return &diag.Failure{Text: diag.Both(e.File+" är ingen liggare", e.Error()), IsUsage: true,
		Hint: diag.Both("ange en liggare, eller en fil som inte finns än", "name a ledger, or a file that does not exist yet")}
}

// longest is the size of a line in bytes; a URL has a few hundred. What is longer is no record.
const longest = 1 << 20

// Read reads a ledger and checks its chain. each, if not nil, is called with the number and the record of every
// line that can be read, true or not. An empty file is a ledger. The error is a [NotLedgerError] without a name,
// or that of r.
func Read(r io.Reader, each func(line int, r Record)) (*Ledger, error) {
	l := newLedger()
	lines := bufio.NewReaderSize(r, 64<<10)
	for {
		line, err := readLine(lines)
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("read ledger: %w", err)
		}
		if len(line) > 0 {
			l.take(line, each)
		}
		if err == io.EOF {
			break
		}
	}
	if l.Records == 0 && l.size > 0 && !l.IsTorn {
		return nil, &NotLedgerError{}
	}
	return l, nil
}

func newLedger() *Ledger {
	return &Ledger{Public: map[string]Record{}, all: sha256.New()}
}

// readLine reads a line with its end. Of one that is too long, it gives the beginning, which is no record, and
// takes the rest in the next calls.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return line, err
	}
	long := bytes.Clone(line)
	for errors.Is(err, bufio.ErrBufferFull) && len(long) < longest {
		line, err = r.ReadSlice('\n')
		long = append(long, line...)
	}
	if errors.Is(err, bufio.ErrBufferFull) {
		err = nil
	}
	return long, err
}

// take adds a line with its end, which the last one of a file may lack.
func (l *Ledger) take(line []byte, each func(int, Record)) {
	l.lines++
	l.size += int64(len(line))
	text, hasEnd := bytes.CutSuffix(line, []byte("\n"))
	r, isTrue, err := decode(text)
	if err != nil && !hasEnd && l.isUnfinished(text) {
		l.IsTorn = true
		return
	}
	switch {
	case err != nil:
		l.note(Unreadable)
	case !isTrue:
		l.note(Altered)
	case r.Prev != l.Head:
		l.note(Unlinked)
	case r.What == Broken && r.Seal != l.seal():
		l.note(Resealed)
	}
	l.kept = l.size
	l.all.Write(line)
	l.noEnd = !hasEnd
	l.IsTorn = !hasEnd && err == nil && isTrue
	if err != nil {
		return
	}
	l.apply(r)
	if each != nil {
		each(l.lines, r)
	}
}

// mended says that the last line is cut off or has got its end.
func (l *Ledger) mended() {
	if l.noEnd {
		l.kept++
	}
	if l.kept < l.size {
		l.lines-- // the one that was cut off
	}
	l.size = l.kept
	l.IsTorn, l.noEnd = false, false
}

func (l *Ledger) note(kind string) { l.Breaks = append(l.Breaks, Break{l.lines, kind}) }

func (l *Ledger) seal() string { return hex.EncodeToString(l.all.Sum(nil)) }

// isUnfinished tells whether a last line without end is the beginning of the record that would follow. A file of
// a single such line must have enough of it to be told from something else.
func (l *Ledger) isUnfinished(text []byte) bool {
	expected := []byte(opening + l.Head + `","at":"`)
	if len(text) < len(expected) {
		return l.Records > 0 && bytes.HasPrefix(expected, text)
	}
	var value json.RawMessage
	err := json.NewDecoder(bytes.NewReader(text)).Decode(&value)
	return bytes.HasPrefix(text, expected) && errors.Is(err, io.ErrUnexpectedEOF)
}

// apply does what a record tells.
func (l *Ledger) apply(r Record) {
	l.Records++
	l.Head = r.Hash
	switch r.What {
	case Build:
		l.Unfinished, l.missing = &r, r.Events
	case Published, Changed:
		l.Public[r.URL] = r
		l.missing--
	case Removed:
		delete(l.Public, r.URL)
		l.missing--
	case Broken:
		l.noted = len(l.Breaks)
	}
	if l.missing <= 0 {
		l.Unfinished = nil
	}
}

// IsWhole tells whether every line is what was written, and was written to its end.
func (l *Ledger) IsWhole() bool { return len(l.Breaks) == 0 && !l.IsTorn }

// Missing is how many events of the build Unfinished are not told.
func (l *Ledger) Missing() int { return max(l.missing, 0) }
