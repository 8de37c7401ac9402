package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const at = "2026-06-15T12:00:00+02:00"

// site is what is public, from pairs of a URL and its text.
func site(pairs ...string) map[string]Record {
	public := map[string]Record{}
	for i := 0; i < len(pairs); i += 2 {
		text := pairs[i+1]
		public[pairs[i]] = Record{At: at, SHA256: sum([]byte(text)), Size: int64(len(text)), Source: "content" + pairs[i] + "a.md", Revision: "abc"}
	}
	return public
}

// publish does what a build does: it begins, and tells its events.
func publish(t testing.TB, file string, now map[string]Record) {
	t.Helper()
	b := open(t, file)
	defer b.Close()
	events := Diff(b.Ledger.Public, now)
	for i := range events {
		events[i].At = at
	}
	begin := []Record{{At: at, What: Build, Base: "https://dialog.example.se", Events: len(events), Site: Digest(now)}}
	if len(events) == 0 {
		begin = nil
	}
	for _, records := range [][]Record{begin, events} {
		if err := b.Append(at, records); err != nil {
			t.Fatal(err)
		}
	}
}

func open(t testing.TB, file string) *Book {
	t.Helper()
	b, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sample is a ledger of three builds and seven lines.
func sample(t testing.TB) (file string, text []byte) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "ledger.jsonl")
	publish(t, file, site("/a/", "A <b> & c", "/b/", ""))
	publish(t, file, site("/a/", "changed", "/b/", ""))
	publish(t, file, site("/a/", "changed"))
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return file, text
}

func read(t testing.TB, text []byte) *Ledger {
	t.Helper()
	l, err := Read(bytes.NewReader(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestALedgerKnowsWhatIsPublic(t *testing.T) {
	_, text := sample(t)
	l := read(t, text)
	if !l.IsWhole() || l.Records != 7 || l.Unfinished != nil {
		t.Errorf("%+v", l)
	}
	if got, want := Digest(l.Public), Digest(site("/a/", "changed")); got != want {
		t.Errorf("public is %v", l.Public)
	}
}

func TestABuildThatChangesNothingWritesNothing(t *testing.T) {
	file, text := sample(t)
	publish(t, file, site("/a/", "changed"))
	if again, _ := os.ReadFile(file); !bytes.Equal(again, text) {
		t.Errorf("grew by %q", again[len(text):])
	}
	none := filepath.Join(t.TempDir(), "none.jsonl")
	publish(t, none, nil)
	if _, err := os.Stat(none); !errors.Is(err, os.ErrNotExist) {
		t.Error("a file was made for nothing")
	}
}

func TestTheSameEventsAreTheSameBytes(t *testing.T) {
	_, first := sample(t)
	_, second := sample(t)
	if !bytes.Equal(first, second) {
		t.Errorf("%s\n%s", first, second)
	}
	var urls []string
	for _, r := range Diff(nil, site("/b/", "", "/a/", "", "/c/", "", "/a", "")) {
		urls = append(urls, r.URL)
	}
	if !slices.IsSorted(urls) {
		t.Errorf("events are in the order %v", urls)
	}
}

// A byte that is changed, taken out or put in shows, wherever it stands.
func TestEveryByteThatDiffersShows(t *testing.T) {
	_, text := sample(t)
	whole := read(t, text)
	try := func(what string, at int, changed []byte) {
		l, err := Read(bytes.NewReader(changed), nil)
		if err == nil && l.IsWhole() && l.Head == whole.Head {
			t.Fatalf("byte %d %s: nothing shows", at, what)
		}
		if err == nil && l.IsWhole() && l.Records == whole.Records {
			t.Fatalf("byte %d %s: only the head differs", at, what)
		}
	}
	for i := range text {
		for _, other := range []byte{text[i] ^ 1, text[i] ^ 32, text[i] ^ 128, '\n', ' ', '0', '"'} {
			if other != text[i] {
				changed := bytes.Clone(text)
				changed[i] = other
				try("changed", i, changed)
			}
		}
		try("taken out", i, slices.Delete(bytes.Clone(text), i, i+1))
		for _, more := range []byte{'\n', '\r', ' ', text[i]} {
			try("put in", i, slices.Insert(bytes.Clone(text), i, more))
		}
	}
	for _, more := range []byte{'\n', '\r', ' ', '{'} {
		try("put in", len(text), append(bytes.Clone(text), more))
	}
}

func TestTamperingIsNamed(t *testing.T) {
	_, text := sample(t)
	lines := bytes.SplitAfter(text, []byte("\n"))
	lines = lines[:len(lines)-1]
	forged := func(line []byte, old, new string) []byte {
		r, _, err := decode(bytes.TrimSuffix(bytes.Replace(line, []byte(old), []byte(new), 1), []byte("\n")))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		r.encode(&b)
		return b.Bytes()
	}
	for _, c := range []struct {
		name string
		edit func(l [][]byte) [][]byte
		want []Break
	}{
		{"nothing", func(l [][]byte) [][]byte { return l }, nil},
		{"a word is changed", func(l [][]byte) [][]byte { l[1] = bytes.Replace(l[1], []byte("/a/"), []byte("/x/"), 1); return l }, []Break{{2, Altered}}},
		{"a hash is changed", func(l [][]byte) [][]byte { l[1][len(l[1])-4] ^= 1; return l }, []Break{{2, Altered}, {3, Unlinked}}},
		{"a line is changed and sealed anew", func(l [][]byte) [][]byte { l[1] = forged(l[1], "/a/", "/x/"); return l }, []Break{{3, Unlinked}}},
		{"a line is removed", func(l [][]byte) [][]byte { return slices.Delete(l, 2, 3) }, []Break{{3, Unlinked}}},
		{"the first line is removed", func(l [][]byte) [][]byte { return l[1:] }, []Break{{1, Unlinked}}},
		{"a line is doubled", func(l [][]byte) [][]byte { return slices.Insert(l, 2, l[1]) }, []Break{{3, Unlinked}}},
		{"two lines change places", func(l [][]byte) [][]byte { l[1], l[2] = l[2], l[1]; return l }, []Break{{2, Unlinked}, {3, Unlinked}, {4, Unlinked}}},
		{"a line is put in", func(l [][]byte) [][]byte { return slices.Insert(l, 1, forged(l[1], "/a/", "/x/")) }, []Break{{3, Unlinked}}},
		{"an empty line is put in", func(l [][]byte) [][]byte { return slices.Insert(l, 1, []byte("\n")) }, []Break{{2, Unreadable}}},
		{"other line ends", func(l [][]byte) [][]byte { l[0] = append(l[0][:len(l[0])-1], "\r\n"...); return l }, []Break{{1, Unreadable}, {2, Unlinked}}},
		{"something is added", func(l [][]byte) [][]byte { return append(l, []byte("note: checked\n")) }, []Break{{8, Unreadable}}},
		{"something without line end is added", func(l [][]byte) [][]byte { return append(l, []byte("checked")) }, []Break{{8, Unreadable}}},
		{"the last line end is another sign", func(l [][]byte) [][]byte { l[6][len(l[6])-1] = 'x'; return l }, []Break{{7, Unreadable}}},
		{"a very long line is put in", func(l [][]byte) [][]byte {
			return slices.Insert(l, 1, append(bytes.Repeat([]byte("x"), longest+longest/2), '\n'))
		}, []Break{{2, Unreadable}, {3, Unreadable}}},
	} {
		var copies [][]byte
		for _, line := range lines {
			copies = append(copies, bytes.Clone(line))
		}
		l := read(t, bytes.Join(c.edit(copies), nil))
		if !slices.Equal(l.Breaks, c.want) || l.IsTorn {
			t.Errorf("%s: %v, torn %v; want %v", c.name, l.Breaks, l.IsTorn, c.want)
		}
	}
}

// A kill leaves a beginning of what was to be written. Whatever it is, it is no tampering, and the next build
// keeps every whole record and tells the rest.
func TestWhateverAKillLeavesIsMended(t *testing.T) {
	file, text := sample(t)
	for end := range text {
		whole := bytes.Count(text[:end], []byte("\n"))
		isEnough := end == 0 || whole > 0 || end >= len(`{"prev":"","at":"`)
		l, err := Read(bytes.NewReader(text[:end]), nil)
		if !isEnough {
			if err == nil {
				t.Fatalf("%q is taken for a ledger", text[:end])
			}
			continue
		}
		isTorn := end > 0 && text[end-1] != '\n'
		if err != nil || len(l.Breaks) > 0 || l.IsTorn != isTorn {
			t.Fatalf("the first %d bytes: %v, %+v", end, err, l)
		}
		if end%97 > 0 && text[end] != '\n' && end > 0 && text[end-1] != '\n' {
			continue // reaching the disk takes its time
		}
		if err := os.WriteFile(file, text[:end], 0o644); err != nil {
			t.Fatal(err)
		}
		publish(t, file, site("/a/", "last"))
		after, _ := os.ReadFile(file)
		kept := text[:bytes.LastIndexByte(text[:end], '\n')+1]
		l = read(t, after)
		if !bytes.HasPrefix(after, kept) || !l.IsWhole() || Digest(l.Public) != Digest(site("/a/", "last")) {
			t.Fatalf("the first %d bytes became %s", end, after)
		}
		if text[end] == '\n' && end > 0 && !bytes.HasPrefix(after, text[:end+1]) {
			t.Fatalf("a record that lacked its line end was lost: %s", after)
		}
	}
}

func TestATornLineIsMendedByABuildThatChangesNothing(t *testing.T) {
	file, text := sample(t)
	for _, rest := range []string{text7(text)[:30], text7(text)[:5]} {
		if err := os.WriteFile(file, append(bytes.Clone(text), strings.Replace(rest, "PREV", read(t, text).Head, 1)...), 0o644); err != nil {
			t.Fatal(err)
		}
		publish(t, file, site("/a/", "changed"))
		if after, _ := os.ReadFile(file); !bytes.Equal(after, text) {
			t.Errorf("became %s", after)
		}
	}
}

// text7 is how a line after those of text begins.
func text7(text []byte) string {
	l, _ := Read(bytes.NewReader(text), nil)
	return opening + l.Head + `","at":"2026`
}

// A break is never hidden: it is told once, what stands before it is sealed as it is, and what is public
// is told anew where the ledger no longer knows.
func TestAfterABreakANewChainBegins(t *testing.T) {
	file, text := sample(t)
	broken := bytes.Replace(text, []byte(`"url":"/a/"`), []byte(`"url":"/z/"`), 1)
	broken = append(broken, "garbage"...)
	if err := os.WriteFile(file, broken, 0o644); err != nil {
		t.Fatal(err)
	}
	publish(t, file, site("/a/", "changed"))
	after, _ := os.ReadFile(file)
	if !bytes.HasPrefix(after, broken) {
		t.Fatalf("what was there is gone: %s", after)
	}
	var noted Record
	l, err := Read(bytes.NewReader(after), func(_ int, r Record) {
		if r.What == Broken {
			noted = r
		}
	})
	if err != nil || noted.Line != 2 || noted.Why != Altered || noted.Seal != sum(append(bytes.Clone(broken), '\n')) {
		t.Errorf("%v, noted is %+v", err, noted)
	}
	if want := []Break{{2, Altered}, {8, Unreadable}}; !slices.Equal(l.Breaks, want) || Digest(l.Public) != Digest(site("/a/", "changed")) {
		t.Errorf("breaks %v, public %v", l.Breaks, l.Public)
	}
	publish(t, file, site("/a/", "changed"))
	if again, _ := os.ReadFile(file); !bytes.Equal(again, after) {
		t.Errorf("told again: %s", again[len(after):])
	}
	// Whoever mends the broken part by hand breaks the seal.
	mended := bytes.Replace(after, []byte(`"url":"/z/"`), []byte(`"url":"/a/"`), 1)
	if got := read(t, mended).Breaks; !slices.Contains(got, Break{9, Resealed}) {
		t.Errorf("breaks %v", got)
	}
}

func TestABuildThatWasKilledIsKnown(t *testing.T) {
	_, text := sample(t)
	lines := bytes.SplitAfter(text, []byte("\n"))
	for kept, missing := range []int{0, 2, 1, 0, 1, 0, 1, 0} {
		l := read(t, bytes.Join(lines[:kept], nil))
		if l.Missing() != missing || (l.Unfinished != nil) != (missing > 0) {
			t.Errorf("after %d lines: %d missing, %v", kept, l.Missing(), l.Unfinished)
		}
	}
}

func TestWhatIsNoLedgerIsRefused(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a letter": "Hej!\n", "JSON": "{\"a\": 1}\n", "unfinished JSON": `{"prev":`, "a line end": "\n", "NUL": "\x00"} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var foreign *NotLedgerError
		if _, err := Open(file); !errors.As(err, &foreign) || foreign.File != file {
			t.Errorf("%s: %v", name, err)
		}
		if after, _ := os.ReadFile(file); string(after) != text {
			t.Errorf("%s was changed to %q", name, after)
		}
	}
	if _, err := Open(dir); err == nil {
		t.Error("a folder is taken for a ledger")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 5 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestALedgerHasOneWriter(t *testing.T) {
	file, text := sample(t)
	first := open(t, file)
	var held *HeldError
	if _, err := Open(file); !errors.As(err, &held) {
		t.Errorf("a second one: %v", err)
	}
	first.Close()
	second := open(t, file)
	defer second.Close()
	// Where there are no locks, a file that has grown is not written to.
	grown := append(bytes.Clone(text), text...)
	if err := os.WriteFile(file, grown, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := second.Append(at, []Record{{At: at, What: Build}}); err == nil {
		t.Error("it was written to")
	}
	if after, _ := os.ReadFile(file); !bytes.Equal(after, grown) {
		t.Error("it was changed")
	}
}

func TestAURLHasAHistory(t *testing.T) {
	_, text := sample(t)
	teller := NewTeller("/a/")
	if _, err := Read(bytes.NewReader(text), teller.Take); err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, e := range teller.Entries {
		told = append(told, fmt.Sprint(e.Line, " ", e.What, " ", e.Base))
	}
	if want := []string{"2 published https://dialog.example.se", "5 changed https://dialog.example.se"}; !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
}

// Whatever is published, killed and cut: a ledger that is whole knows what the last build published.
func TestAnyOrderOfBuildsAndKills(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	file := filepath.Join(t.TempDir(), "ledger.jsonl")
	for range 60 {
		now := map[string]Record{}
		for i := range 5 {
			if random.Intn(2) > 0 {
				now[fmt.Sprintf("/%d/", i)] = Record{SHA256: sum([]byte{byte(random.Intn(3))})}
			}
		}
		publish(t, file, now)
		text, _ := os.ReadFile(file)
		if l := read(t, text); !l.IsWhole() || Digest(l.Public) != Digest(now) {
			t.Fatalf("%+v", l)
		}
		if len(text) > 2000 && random.Intn(3) == 0 {
			if err := os.WriteFile(file, text[:len(text)-random.Intn(900)], 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	_, text := sample(f)
	f.Add(text)
	f.Add(text[:len(text)-40])
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		lines := 0
		l, err := Read(bytes.NewReader(text), func(int, Record) { lines++ })
		if err != nil {
			return
		}
		if lines != l.Records || l.kept > l.size || l.size != int64(len(text)) {
			t.Fatalf("%d lines of %+v", lines, l)
		}
		// What is taken for a ledger can be written to, and keeps what it says.
		file := filepath.Join(t.TempDir(), "l")
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
		publish(t, file, site("/fuzz/", "x"))
		after, _ := os.ReadFile(file)
		again := read(t, after)
		if !bytes.HasPrefix(after, text[:l.kept]) || !slices.Equal(again.Breaks, l.Breaks) || again.IsTorn || Digest(again.Public) != Digest(site("/fuzz/", "x")) {
			t.Fatalf("%q became %q", text, after)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	const records = 100_000
	var text bytes.Buffer
	head := ""
	for i := range records {
		r := Record{Prev: head, At: at, What: Changed, URL: fmt.Sprintf("/pressmeddelanden/kommunen-bjuder-in-till-dialog-%d/", i%20_000),
			SHA256: sum([]byte(fmt.Sprint(i))), Size: 5000, Source: "content/press/2012-03-27-dialog.md", Revision: strings.Repeat("a", 40)}
		r.encode(&text)
		head = r.Hash
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() { // of 100,000 records
		if l, err := Read(bytes.NewReader(text.Bytes()), nil); err != nil || !l.IsWhole() {
			b.Fatal(err)
		}
	}
}
