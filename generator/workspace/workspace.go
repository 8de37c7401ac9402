// Package workspace opens the folders of a project, reads them, and assembles them into a site: Job, Workspace,
// Assembly, Live.
//
// In comes a Job: which folders, as of when, for whom. Out comes an Assembly: the linked site, the table of every
// output, and all that is wrong. The commands differ only in what they do with these. The whole flow stands in
// [Workspace.Assemble].
package workspace

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/ledger"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/routes"
)

// A Job is what a site is made of, and how.
type Job struct {
	Content, Templates, Static string // folders
	BaseURL                    string // "" = the one of the settings
	Now                        string // as a date in the content is written; "" = Clock
	Clock                      time.Time
	Drafts, Future             bool              // show what is withheld
	NoIndex                    bool              // tell search engines to stay away
	Added                      map[string][]byte // content files that are not written yet, by their names in the content folder
	Cache                      string            // the folder in which it is remembered what was made of pictures; "" = none
	Admin                      string            // the folder of the packages that the editor in the browser is made of
	Editor                     string            // the folder of what shows pages there
}

// photographs is the folder in which those are remembered, "" for none.
func (j *Job) photographs() string {
	if j.Cache == "" {
		return ""
	}
	return filepath.Join(j.Cache, "photographs")
}

// A Workspace is the folders of a job, opened. It may be read again and again; a file that did not
// change is not parsed again.
type Workspace struct {
	job                        Job
	content, templates, static fs.FS
	loader                     *content.Loader
	pictures                   *pictures.Cache
	firstSeen                  func(name string) time.Time // of a content file, as git knows
	admin, editor              fs.FS                       // nil until they are asked for, or where they are not there

	// What was read last.
	set    *content.Set
	diags  diag.List
	words  map[string]*locale.Words
	others map[string]fileStamp // templates and static files, by folder and name
}

// Open opens the folders of a job. The error is a [diag.Failure] that names a folder that is not there.
func Open(j Job) (*Workspace, error) {
	w := &Workspace{job: j}
	for _, f := range []struct {
		dir string
		fs  *fs.FS
	}{{j.Content, &w.content}, {j.Templates, &w.templates}, {j.Static, &w.static}} {
		opened, err := folder.Open(f.dir)
		if err != nil {
			return nil, err
		}
		*f.fs = opened
	}
	w.content = over(w.content, j.Added)
	w.loader = content.NewLoader(w.content, folder.Label(j.Content))
	w.loader.Year = j.Clock.Year()
	w.pictures = pictures.Open(j.photographs())
	w.firstSeen = ledger.FirstCommits(j.Content)
	return w, nil
}

// ofEditor opens a folder of what the editor in the browser is made of, nil where there is none. No other site needs it.
func (w *Workspace) ofEditor(dir string, kept *fs.FS) fs.FS {
	if *kept == nil && dir != "" && w.set.Settings.Editable() {
		if opened, err := folder.Open(dir); err == nil {
			*kept = opened
		}
	}
	return *kept
}

// Close writes down what is to be remembered of pictures. The error tells why that cannot be; nothing else is lost.
func (w *Workspace) Close() error { return w.pictures.Close() }

// Read looks at every file of the folders and reads what changed.
func (w *Workspace) Read() content.Change {
	set, diags, change := w.loader.Load()
	others := stamps(w.templates, w.static)
	if !maps.Equal(others, w.others) {
		change = content.Everything
	}
	w.others = others
	w.take(set, diags, change)
	return change
}

// readNamed looks at some content files only, by their names in the content folder.
func (w *Workspace) readNamed(names []string) content.Change {
	set, diags, change := w.loader.LoadNamed(names)
	w.take(set, diags, change)
	return change
}

func (w *Workspace) take(set *content.Set, diags diag.List, change content.Change) {
	if change != content.Everything {
		return
	}
	w.set, w.diags = set, diags[:len(diags):len(diags)]
	templates := folder.Label(w.job.Templates)
	words, found := content.LoadWords(wordsOf(w.templates), templates+"/words", set.Settings.Languages)
	found = append(found, routes.CheckWords(words, templates)...)
	w.words = words
	if found.HasErrors() {
		w.words = nil // without its words no page can be made
	}
	w.diags = append(w.diags, found...)
}

func wordsOf(templates fs.FS) fs.FS {
	words, err := fs.Sub(templates, "words")
	if err != nil {
		panic(err) // the name is a valid one
	}
	return words
}

// A fileStamp tells one state of a file from another.
type fileStamp struct {
	size     int64
	modified time.Time
}

// stamps looks at every file of the folders. What can't be looked at counts as not there; reading it
// tells why.
func stamps(folders ...fs.FS) map[string]fileStamp {
	found := map[string]fileStamp{}
	for i, folder := range folders {
		_ = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			if info, err := entry.Info(); err == nil {
				found[strconv.Itoa(i)+name] = fileStamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return found
}

// Excerpt gives a file that a message is about, by its name there; nil where it can't be read.
func Excerpt(file string) []byte {
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		return nil
	}
	return data
}
