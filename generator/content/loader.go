package content

import (
	"bytes"
	"io/fs"
	"maps"
	"time"

	"alingsas.se/dialog/generator/diag"
)

// A Loader reads a content folder again and again and parses only the files that changed. What it
// remembers of a file depends on that file and the settings alone; what lies between files is
// settled anew each time, so there is nothing to invalidate. A change of site.yaml drops the memory.
type Loader struct {
	fsys  fs.FS
	label string

	memory    map[string]remembered // content files by name
	files     map[string]stamp      // all other files, by name
	site      []byte                // site.yaml as it was read
	statement []byte                // accessibility.yaml as it was read
	set       *Set
	diags     diag.List
}

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

func stampOf(entry fs.DirEntry) stamp {
	info, err := entry.Info()
	if err != nil {
		return stamp{}
	}
	return stamp{size: info.Size(), modified: info.ModTime(), sure: time.Since(info.ModTime()) > stampGap}
}

func (s stamp) isSame(now stamp) bool {
	return s.sure && s.size == now.size && s.modified.Equal(now.modified)
}

// NewLoader makes a loader of the content folder fsys. label is the folder's name in messages.
func NewLoader(fsys fs.FS, label string) *Loader {
	return &Loader{fsys: fsys, label: label, memory: map[string]remembered{}}
}

// Load reads what changed since it was called last and gives the whole set. changed tells whether
// anything did; where nothing did, the set is the one that was given before.
func (l *Loader) Load() (set *Set, diags diag.List, changed bool) {
	site, statement := l.read(settingsFile), l.read(statementFile)
	changed = l.set == nil || !bytes.Equal(site, l.site) || !bytes.Equal(statement, l.statement)
	settings, settingsDiags := loadSettings(l.fsys, l.label)
	if l.set != nil && bytes.Equal(site, l.site) {
		settings = l.set.Settings // what is remembered points to it
	} else {
		clear(l.memory)
	}
	l.site, l.statement = site, statement

	places, files, found := survey(l.fsys, l.label, settings)
	parsed, parsedAny := l.parseAll(settings, places)
	stamps := stampsOf(files)
	if changed = changed || parsedAny || !maps.EqualFunc(stamps, l.files, stamp.isSame); !changed {
		return l.set, l.diags, false
	}
	l.files = stamps
	l.set, l.diags = assembleSet(l.fsys, l.label, settings, parsed, namesOf(files))
	l.diags = append(append(l.diags, settingsDiags...), found...)
	return l.set, l.diags, true
}

func (l *Loader) read(name string) []byte {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return nil
	}
	return data
}

// parseAll gives what every file holds, remembered or parsed anew, and whether any is new, another
// one or gone.
func (l *Loader) parseAll(settings *Settings, places []place) (all []parsed, changed bool) {
	results := make([]remembered, len(places))
	fresh := make([]bool, len(places))
	eachOf(len(places), func(i int) {
		at := places[i]
		now, old := stampOf(at.entry), l.memory[at.name]
		if old.data != nil && old.stamp.isSame(now) {
			results[i] = old
			return
		}
		results[i], fresh[i] = l.parseFile(settings, at, now, old)
	})
	changed = len(places) != len(l.memory)
	all = make([]parsed, len(places))
	memory := make(map[string]remembered, len(places))
	for i, r := range results {
		changed = changed || fresh[i]
		all[i] = r.parsed
		memory[places[i].name] = r
	}
	l.memory = memory
	return all, changed
}

// parseFile reads a file; where its bytes are the ones that are remembered, nothing is parsed.
func (l *Loader) parseFile(settings *Settings, at place, now stamp, old remembered) (r remembered, fresh bool) {
	file := l.label + "/" + at.name
	data, err := fs.ReadFile(l.fsys, at.name)
	if err != nil {
		r.parsed.diags.Add(diag.Position{File: file}, diag.UnreadableFile, "why", reason(err))
		return r, true
	}
	if old.data != nil && bytes.Equal(data, old.data) {
		return remembered{now, data, old.parsed}, false
	}
	if data == nil {
		data = []byte{} // an empty file is remembered, too
	}
	return remembered{now, data, parse(settings, at, file, data)}, true
}

func stampsOf(files []looseFile) map[string]stamp {
	stamps := make(map[string]stamp, len(files))
	for _, f := range files {
		stamps[f.name] = stampOf(f.entry)
	}
	return stamps
}
