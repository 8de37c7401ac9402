package workspace

import (
	"context"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"sync"
	"time"

	"alingsas.se/dialog/generator/blank"
	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/preview"
	"alingsas.se/dialog/generator/site"
)

// Live says how a workspace is shown while its files change.
type Live struct {
	Clock    func() time.Time
	Language func(first string) string // of messages, for a site with that first language
	Report   func(preview.Result)      // is told of each state
	Say      func(string)              // is told what is wrong with watching
	Poll     time.Duration             // how often to look; 0 = events of the system tell
}

// A Preview is a server with the workspace it shows and the folders it watches.
type Preview struct {
	how    Live
	source *source
	server *preview.Server
}

// NewPreview opens the folders of a job. The first view has the job's flags. A moment that can't be is told before
// anything is shown.
func NewPreview(j Job, how Live) (*Preview, error) {
	w, err := Open(j)
	if err != nil {
		return nil, err
	}
	settings, _ := content.LoadSettings(w.content, folder.Label(j.Content), j.Clock.Year())
	if _, err := j.options(settings); err != nil {
		return nil, err
	}
	s := &source{Workspace: w, how: how}
	view := preview.View{Drafts: j.Drafts, Future: j.Future, Now: j.Now}
	return &Preview{how: how, source: s, server: preview.New(s, view, how.Clock, how.Report)}, nil
}

// Close writes down what is to be remembered; see [Workspace.Close].
func (p *Preview) Close() error { return p.source.Close() }

// Run answers on l and follows the files until ctx ends.
func (p *Preview) Run(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	job := p.source.job
	var folders sync.WaitGroup
	folders.Go(func() {
		if err := preview.Watch(ctx, []string{job.Content, job.Templates, job.Static}, p.how.Poll, p.server.Changed, p.how.Say); err != nil {
			p.how.Say(err.Error())
		}
	})
	err := p.server.Serve(ctx, l)
	stop()
	folders.Wait()
	return err
}

// FirstLanguage is the first one of the site, "" where the settings do not say.
func (p *Preview) FirstLanguage() string { return content.FirstLanguage(p.source.content) }

// A source makes the site of a workspace anew for the preview.
type source struct {
	*Workspace
	how Live
}

// Refresh reads what changed: any file, or only those named, by their paths.
func (s *source) Refresh(paths []string) preview.Change {
	change := content.Unchanged
	s.reopen()
	if names, ok := s.contentNames(paths); ok {
		change = s.readNamed(names)
	} else {
		// Templates are read when the site is made. One that was saved a moment ago, or that something has
		// happened to, may look as it did before and be another one than was read.
		if len(paths) > 0 || isRecent(s.others) {
			s.others = nil
		}
		change = s.Read()
	}
	switch change {
	case content.Unchanged:
		return preview.Nothing
	case content.BodiesOnly:
		return preview.Texts
	}
	return preview.Everything
}

// reopen opens the folders anew where another has taken the name of one: a checkout of a branch that lacks
// it, and back.
func (s *source) reopen() {
	for dir, opened := range map[string]fs.FS{s.job.Content: s.content, s.job.Templates: s.templates, s.job.Static: s.static} {
		now, err := os.Stat(dir)
		if err != nil {
			continue // gone; reading it tells so
		}
		if was, err := fs.Stat(opened, "."); err == nil && os.SameFile(was, now) {
			continue
		}
		if w, err := Open(s.job); err == nil {
			s.Workspace = w
		}
		return
	}
}

// stampGap is how long ago a file must have been written for its stamp to be trusted: two saves within
// one tick of a file system's clock leave the same stamp.
const stampGap = 2 * time.Second

// isRecent tells whether a file was written a moment ago, as its stamp says.
func isRecent(files map[string]fileStamp) bool {
	for _, f := range files {
		if age := time.Since(f.modified); age < stampGap && age > -stampGap {
			return true
		}
	}
	return false
}

// contentNames gives the names inside the content folder of paths that are all there.
func (s *source) contentNames(paths []string) (names []string, ok bool) {
	for _, p := range paths {
		rel, err := filepath.Rel(s.job.Content, p)
		if err != nil || !filepath.IsLocal(rel) {
			return nil, false
		}
		names = append(names, filepath.ToSlash(rel))
	}
	return names, len(names) > 0 && s.set != nil
}

// Assemble makes the site in a view.
func (s *source) Assemble(v preview.View) preview.Result {
	j := s.job
	j.Drafts, j.Future, j.Now, j.Clock = v.Drafts, v.Future, v.Now, s.how.Clock()
	a, err := s.Workspace.Assemble(j)
	result := preview.Result{
		Table: a.Table, Diags: a.Diags.Sorted(), Err: err, Language: s.how.Language(a.Set.Settings.Languages[0]), IsPresent: v.Now == "",
	}
	result.Create = s.create
	if a.Model != nil {
		result.Moment, result.Next = a.Model.Now, a.Model.Next.At
		result.Items = overview(a.Set, a.Model)
		links := check.NewLinks(a.Model, a.Table, nil)
		result.Check = func(ctx context.Context) diag.List {
			return a.Set.Heard(append(checkTexts(ctx, a.Model, links), check.Texts(ctx, a.Set)...)).Sorted()
		}
	}
	return result
}

// create makes a file to write in.
func (s *source) create(kind, title string) (string, error) {
	made, err := s.New(blank.Wish{Kind: kind, Title: title, Now: s.how.Clock()})
	if err != nil {
		return "", err
	}
	return made[0], nil
}

// checkTexts gives what is wrong in the texts of a site; nothing where ctx ends before.
func checkTexts(ctx context.Context, model *site.Site, links *check.Links) diag.List {
	var diags diag.List
	for _, b := range model.Bodies() {
		if ctx.Err() != nil {
			return nil
		}
		diags = append(append(diags, b.Check()...), links.Text(b)...)
	}
	return diags.Sorted()
}

// Excerpt gives a file that a message is about.
func (s *source) Excerpt(file string) []byte { return Excerpt(file) }
