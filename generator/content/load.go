package content

import (
	"bytes"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// A Loader reads a content folder again and again and parses only the files that changed. What it
// remembers of a file depends on that file and the settings alone; what lies between files is
// settled anew each time, so there is nothing to invalidate. A change of site.yaml drops the memory.
type Loader struct {
	Year int // in which it loads, for the examples in messages; 0 where that does not matter
	// Kept are texts that others have read, by name. A file that says [KeptMark], and nothing else, is one.
	Kept map[string]Kept

	fsys  fs.FS
	label string

	memory    map[string]remembered // content files by name
	files     map[string]stamp      // all other files, by name
	site      []byte                // site.yaml as it was read
	statement []byte                // accessibility.yaml as it was read
	record    []byte                // accessibility-tests.yaml as it was read
	set       *Set
	diags     diag.List
	revision  atomic.Int64 // of the texts, in all sets
}

// A Change tells what a load found.
type Change int

const (
	Unchanged  Change = iota
	BodiesOnly        // texts of items; they were replaced in the set that was given before
	Everything        // the set is another one
)

// remembered is what one file gave.
type remembered struct {
	stamp  stamp
	data   []byte
	parsed parsed
}

// A stamp tells whether a file is the one that was read.
type stamp struct {
	size     int64
	modified time.Time
	sure     bool // it was old enough when it was read
}

// stampGap is how long ago a file must have been written for its stamp to be trusted: two saves within
// one tick of a file system's clock leave the same stamp.
const stampGap = 2 * time.Second

// stampOf gives the stamp of a file; info is nil where it could not be looked at.
func stampOf(info fs.FileInfo) stamp {
	if info == nil {
		return stamp{}
	}
	age := time.Since(info.ModTime())
	return stamp{size: info.Size(), modified: info.ModTime(), sure: age > stampGap || age < -stampGap}
}

func (s stamp) isSame(now stamp) bool {
	return s.sure && s.size == now.size && s.modified.Equal(now.modified)
}

// NewLoader makes a loader of the content folder fsys. label is the folder's name in messages.
func NewLoader(fsys fs.FS, label string) *Loader {
	return &Loader{fsys: fsys, label: label, memory: map[string]remembered{}}
}

// Load looks at every file, reads what changed since the last call and gives the whole set, as complete as
// the files allow: a file with faults gives the item that could be read.
func (l *Loader) Load() (*Set, diag.List, Change) { return l.load(l.set != nil) }

// load is Load. Where mayBeSame is false the set is put together anew, whatever the files look like.
func (l *Loader) load(mayBeSame bool) (*Set, diag.List, Change) {
	site, statement, record := l.read(settingsFile), l.read(statementFile), l.read(TestRecordFile)
	settings, settingsDiags := LoadSettings(withFile(l.fsys, settingsFile, site), l.label, l.Year)
	isSame := mayBeSame && isSameFile(site, l.site) && isSameFile(statement, l.statement) && isSameFile(record, l.record)
	if l.set != nil && isSameFile(site, l.site) {
		settings = l.set.Settings // what is remembered points to it
	} else {
		clear(l.memory)
	}
	l.site, l.statement, l.record = site, statement, record

	places, files, found := survey(l.fsys, l.label, settings)
	stamps := stampsOf(files)
	isSame = isSame && maps.EqualFunc(l.files, stamps, stamp.isSame) && len(places) == len(l.memory)
	l.files = stamps
	items, fresh := l.parseAll(settings, places)
	switch {
	case isSame && len(fresh) == 0:
		l.memory = items // their stamps may be trusted now
		return l.set, l.diags, Unchanged
	case isSame && l.replaceBodies(items, fresh):
		for _, name := range fresh {
			items[name] = l.memory[name]
		}
		l.memory = items
		return l.set, l.diags, BodiesOnly
	}
	l.memory = items
	parsed := make([]parsed, len(places))
	for i, at := range places {
		parsed[i] = items[at.name].parsed
	}
	asRead := withFile(withFile(l.fsys, statementFile, statement), TestRecordFile, record)
	l.set, l.diags = assembleSet(asRead, l.label, settings, parsed, files)
	l.set.FS, l.set.revision = l.fsys, &l.revision
	l.set.parsed = parsed
	l.diags = append(append(l.diags, settingsDiags...), found...)
	return l.set, l.diags, Everything
}

// LoadNamed is Load, where only the named files may have changed: names inside the content folder. What is
// not a file that was there before makes it look at all, and put the set together anew: a picture that
// was away for a moment looks as it did before, while what was made meanwhile lacks it.
func (l *Loader) LoadNamed(names []string) (*Set, diag.List, Change) {
	if l.set == nil {
		return l.Load()
	}
	items, fresh := map[string]remembered{}, []string(nil)
	for _, name := range names {
		old, known := l.memory[name]
		if _, err := fs.Stat(l.fsys, name); !known || err != nil {
			return l.load(false)
		}
		if r, isFresh := l.parseFile(l.set.Settings, placeAt(name, l.set.Settings), old); isFresh {
			items[name], fresh = r, append(fresh, name)
		}
	}
	switch {
	case len(fresh) == 0:
		return l.set, l.diags, Unchanged
	case l.replaceBodies(items, fresh):
		return l.set, l.diags, BodiesOnly
	}
	return l.Load()
}

func placeAt(name string, settings *Settings) place {
	at, _ := placeOf(name, settings.Languages) // one that is remembered is a place
	return at
}

// bodyLimit is how many texts at once are worth to be compared: looking for their headings takes its time.
const bodyLimit = 20

// replaceBodies gives the items of fresh files their new texts, where nothing but the texts changed and no fault
// came or went with them. A file that lies beside an item is published where its text names it, so the texts
// of such folders are not merely texts; and links lead to headings, so these must be the same.
func (l *Loader) replaceBodies(items map[string]remembered, fresh []string) bool {
	if len(fresh) > bodyLimit {
		return false
	}
	for _, name := range fresh {
		now := items[name]
		old, known := l.memory[name]
		if !known || !now.hasSameMatter(old) || l.hasFilesIn(path.Dir(name)) {
			return false
		}
	}
	for _, name := range fresh {
		now, old := items[name], l.memory[name]
		old.parsed.item().Body.replace(now.parsed.item().Body.Text())
		l.memory[name] = remembered{stamp: now.stamp, data: now.data, parsed: old.parsed}
	}
	l.revision.Add(1)
	return true
}

// hasSameMatter tells whether two readings of a file differ in the body only.
func (r remembered) hasSameMatter(old remembered) bool {
	a, b := r.parsed.item(), old.parsed.item()
	if a == nil || b == nil || len(r.parsed.diags)+len(old.parsed.diags) > 0 {
		return false
	}
	x, y := a.Body.Text().Source(), b.Body.Text().Source()
	return x.Offset > 0 && x.Offset == y.Offset && a.Body.Text().IsEmpty() == b.Body.Text().IsEmpty() && bytes.Equal(x.Data[:x.Offset], y.Data[:y.Offset]) &&
		slices.EqualFunc(a.Body.Text().Outline().Headings, b.Body.Text().Outline().Headings,
			func(a, b markdown.Heading) bool { return a.ID == b.ID })
}

func (l *Loader) hasFilesIn(dir string) bool {
	for name := range l.files {
		if strings.HasPrefix(name, dir+"/") {
			return true
		}
	}
	return false
}

// read gives nil for a file that can't be read.
func (l *Loader) read(name string) []byte {
	data, err := readFile(l.fsys, name)
	switch {
	case err != nil:
		return nil
	case data == nil:
		return []byte{}
	}
	return data
}

// isSameFile tells an empty file from one that is not there.
func isSameFile(a, b []byte) bool { return bytes.Equal(a, b) && (a == nil) == (b == nil) }

// withFile is a content folder with one file as it was read: what is remembered as the file's bytes
// must be what was parsed, though an editor may be writing it at this moment.
func withFile(fsys fs.FS, name string, data []byte) fs.FS {
	if data == nil {
		return fsys
	}
	return frozenFile{fsys, name, data}
}

type frozenFile struct {
	fs.FS
	name string
	data []byte
}

// Stat implements [fs.StatFS] with the folder's own, which opens nothing.
func (f frozenFile) Stat(name string) (fs.FileInfo, error) { return fs.Stat(f.FS, name) }

// Lstat implements [fs.ReadLinkFS].
func (f frozenFile) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, name) }

// ReadLink implements [fs.ReadLinkFS].
func (f frozenFile) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }

// ReadFile implements [fs.ReadFileFS].
func (f frozenFile) ReadFile(name string) ([]byte, error) {
	if name == f.name {
		return f.data, nil
	}
	return fs.ReadFile(f.FS, name)
}

// parseAll gives what every file holds, remembered or parsed anew, and the names of those that are fresh: new
// or with other bytes.
func (l *Loader) parseAll(settings *Settings, places []place) (all map[string]remembered, fresh []string) {
	results := make([]remembered, len(places))
	isFresh := make([]bool, len(places))
	eachOf(len(places), func(i int) {
		at := places[i]
		old := l.memory[at.name]
		if old.data != nil && at.looksLike(l.fsys, old.stamp) {
			results[i] = old
			return
		}
		results[i], isFresh[i] = l.parseFile(settings, at, old)
	})
	all = make(map[string]remembered, len(places))
	for i, r := range results {
		all[places[i].name] = r
		if isFresh[i] {
			fresh = append(fresh, places[i].name)
		}
	}
	return all, fresh
}

// parseFile reads a file; where its bytes are the ones that are remembered, nothing is parsed.
func (l *Loader) parseFile(settings *Settings, at place, old remembered) (r remembered, isFresh bool) {
	file := l.label + "/" + at.name
	data, now, err := readStamped(l.fsys, at.name)
	if err != nil {
		r.parsed = l.parseUnread(settings, at, file, err)
		return r, old.data != nil || !r.parsed.isLike(old.parsed)
	}
	if old.data != nil && bytes.Equal(data, old.data) {
		return remembered{now, data, old.parsed}, false
	}
	if data == nil {
		data = []byte{} // an empty file is remembered, too
	}
	if kept, found := l.Kept[at.composed]; found && string(data) == KeptMark {
		return remembered{now, data, kept.restore(settings, at, file)}, true
	}
	return remembered{now, data, parse(settings, at, file, data)}, true
}

func stampsOf(files []looseFile) map[string]stamp {
	stamps := make(map[string]stamp, len(files))
	for _, f := range files {
		info, _ := f.entry.Info()
		stamps[f.name] = stampOf(info)
	}
	return stamps
}
