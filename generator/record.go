package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/ledger"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// A recorder tells a ledger what a build publishes: it looks at every output, is told when the first is about to be
// published, and records the events when all are. A nil one records nothing.
type recorder struct {
	env   environment
	name  string // of the ledger, in messages
	out   string
	book  *ledger.Book
	found ledger.Ledger // what the ledger was before this build

	job    job
	model  *site.Site
	mu     sync.Mutex
	public map[string]ledger.Record // by URL: what is public after this build
	events []ledger.Record
	begun  bool
}

// recorder takes the ledger that the build was given, before anything is read: whoever builds at the same time
// has to come later in all. It is nil where there is none to write.
func (b *buildCommand) recorder(env environment) (*recorder, error) {
	if b.Ledger == "" {
		return nil, nil
	}
	if b.Drafts || b.Future || b.Now != "" {
		return nil, &usageError{words{"--drafts, --future och --now går inte ihop med --ledger: liggaren säger vad som blev offentligt, och när", "--drafts, --future and --now do not go with --ledger: it tells what became public, and when"},
			words{"bygg utan --ledger för att titta framåt eller bakåt", "build without --ledger to look ahead or back"}}
	}
	if env.getenv("NETLIFY") == "true" && env.getenv("CONTEXT") != "production" {
		lang := b.language(env, nil, job{content: b.in(b.Content, "content")})
		fmt.Fprintln(env.stderr, "generator:", words{"en förhandsvisning skrivs inte in i liggaren", "a preview is not recorded in the ledger"}.in(lang))
		return nil, nil
	}
	out := b.in(b.Out, "public")
	if err := b.checkLedger(out); err != nil {
		return nil, err
	}
	book, err := ledger.Open(b.Ledger)
	if err != nil {
		return nil, ledgerFault(err)
	}
	return &recorder{env: env, name: label(b.Ledger), out: out, book: book, found: *book.Ledger, public: map[string]ledger.Record{}}, nil
}

// checkLedger refuses a ledger among the files that are published, or that are read to be.
func (b *buildCommand) checkLedger(out string) error {
	for _, dir := range []string{out, b.in(b.Content, "content"), b.in(b.Templates, "templates"), b.in(b.Static, "static")} {
		if isWithin(resolved(b.Ledger), resolved(dir)) {
			return &usageError{words{"liggaren " + b.Ledger + " får inte ligga i " + dir, "the ledger " + b.Ledger + " must not lie in " + dir},
				words{"lägg den bredvid mapparna, till exempel --ledger ledger.jsonl", "put it beside the folders, for example --ledger ledger.jsonl"}}
		}
	}
	return nil
}

// resolved is a path without links, as far as it exists.
func resolved(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	// A link to a file that is not there yet leads somewhere all the same.
	if target, err := os.Readlink(abs); err == nil {
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(abs), target)
		}
		return filepath.Join(resolved(filepath.Dir(target)), filepath.Base(target))
	}
	if dir := filepath.Dir(abs); dir != abs {
		return filepath.Join(resolved(dir), filepath.Base(abs))
	}
	return abs
}

func isWithin(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

func ledgerFault(err error) error {
	var foreign *ledger.NotLedgerError
	var held *ledger.HeldError
	switch {
	case errors.As(err, &foreign):
		return &usageError{words{foreign.File + " är ingen liggare", foreign.Error()},
			words{"ange en liggare, eller en fil som inte finns än", "name a ledger, or a file that does not exist yet"}}
	case errors.As(err, &held):
		return &failure{words{"ett annat bygge skriver i " + held.File, held.Error()},
			words{"vänta tills det är klart, och bygg igen", "wait until it is done, and build again"}}
	}
	return err
}

func (r *recorder) close() {
	if r != nil {
		r.book.Close()
	}
}

// watch is the inspector of a build's outputs, if there is a ledger.
func (r *recorder) watch(j job, model *site.Site) []routes.Inspector {
	if r == nil || model == nil {
		return nil
	}
	r.job, r.model = j, model
	return []routes.Inspector{r}
}

// Inspect notes what is about to be public, and whether it lies in the output folder already.
func (r *recorder) Inspect(route routes.Route, data []byte) {
	now := record(data)
	now.Source = route.Source
	if r.found.Public[route.URL].SHA256 != now.SHA256 {
		old, err := os.ReadFile(filepath.Join(r.out, filepath.FromSlash(route.File())))
		now.Already = err == nil && record(old).SHA256 == now.SHA256
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.public[route.URL] = now
}

func record(data []byte) ledger.Record {
	hash := sha256.Sum256(data)
	return ledger.Record{SHA256: hex.EncodeToString(hash[:]), Size: int64(len(data))}
}

// Found is that of [routes.Inspector].
func (r *recorder) Found() diag.List { return nil }

// Commit writes that the build begins to publish, what a build before it did not come to tell, and where the
// ledger was broken.
func (r *recorder) Commit() error {
	at := r.model.Now.Format(time.RFC3339)
	folders := sync.OnceValue(func() revisions { return r.job.revisions(r.env) }) // asking git takes its time
	lines, known := r.untold(at, folders)
	if r.events = ledger.Diff(known, r.public); len(r.events) > 0 {
		begin := ledger.Record{At: at, What: ledger.Build, Base: strings.TrimSuffix(r.model.BaseURL, "/"), Events: len(r.events), Site: ledger.Digest(r.public)}
		_, begin.Revision, _ = folders().of(r.model.Settings.File)
		for i := range r.events {
			e := &r.events[i]
			e.At = at
			if e.What == ledger.Removed {
				e.Revision, e.Already = begin.Revision, r.isGone(e.URL)
			} else {
				e.Source, e.Revision, e.Uncommitted = folders().of(e.Source)
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
func (r *recorder) untold(at string, folders func() revisions) (events []ledger.Record, known map[string]ledger.Record) {
	known = r.book.Ledger.Public
	build := r.book.Ledger.Unfinished
	if build == nil {
		return nil, known
	}
	outputs := r.outputs()
	if ledger.Digest(outputs) != build.Site {
		return nil, known
	}
	events = ledger.Diff(known, outputs)
	for i := range events {
		e := &events[i]
		e.At, e.Recorded, e.Revision, e.Uncommitted = build.At, at, build.Revision, build.Uncommitted
		if now, isPublic := r.public[e.URL]; isPublic && e.Source == "" {
			e.Source, _, _ = folders().of(now.Source)
		}
	}
	return events, outputs
}

// isGone tells whether the output folder is a site that lacks an output.
func (r *recorder) isGone(url string) bool {
	_, err := os.Stat(filepath.Join(r.out, "_headers"))
	_, gone := os.Stat(filepath.Join(r.out, filepath.FromSlash(routes.Route{URL: url}.File())))
	return err == nil && errors.Is(gone, fs.ErrNotExist)
}

// outputs are the files of the output folder, by URL.
func (r *recorder) outputs() map[string]ledger.Record {
	found := map[string]ledger.Record{}
	_ = fs.WalkDir(os.DirFS(r.out), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		data, err := os.ReadFile(filepath.Join(r.out, filepath.FromSlash(name)))
		if err != nil {
			return nil // the digest tells that something is missing
		}
		url := "/" + routes.EscapePath(name)
		if rest, isIndex := strings.CutSuffix(url, "/index.html"); isIndex {
			url = rest + "/"
		}
		file := record(data)
		file.Source = r.book.Ledger.Public[url].Source
		found[url] = file
		return nil
	})
	return found
}

// record tells the events of a build that published without an error.
func (r *recorder) record(err error) error {
	if r == nil || err != nil || !r.begun {
		return err
	}
	return r.book.Append("", r.events)
}

// warn tells loudly what was wrong with the ledger that the build was given.
func (r *recorder) warn(lang string) {
	if r == nil {
		return
	}
	for _, b := range firstBreaks(r.found.Breaks) {
		fmt.Fprintf(r.env.stderr, "generator: %s:%d: %s\n", r.name, b.Line, breakWords[b.Kind].in(lang))
	}
	if len(r.found.Breaks) > 0 {
		fmt.Fprintln(r.env.stderr, words{"  råd:", "  hint:"}.in(lang), words{"spara filen som den är, och ta reda på vad som hände; webbplatsen publiceras, och en ny kedja börjar efter brottet",
			"keep the file as it is, and find out what happened; the site is published, and a new chain begins after the break"}.in(lang))
	}
	if r.found.IsTorn {
		fmt.Fprintln(r.env.stderr, "generator:", r.name+":", tornWords.in(lang))
	}
}

// tell says what was recorded, and the receipt.
func (r *recorder) tell(lang string) {
	if r != nil && r.book.Ledger.Records > 0 {
		fmt.Fprintln(r.env.stdout, summary(lang, "ledger", r.name, count(lang, len(r.events), "event"), r.book.Ledger.Head))
	}
}
