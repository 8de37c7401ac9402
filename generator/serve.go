package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/preview"
	"alingsas.se/dialog/generator/site"
)

type serveCommand struct {
	place
	Addr   string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; on this computer only."`
	Drafts bool   `help:"Show drafts from the start. The preview's bar switches them."`
	Future bool   `help:"Show what is under embargo from the start."`
	Now    string `placeholder:"TIME" help:"Show the site as at that moment."`
	Poll   bool   `help:"Look for changes again and again, for network drives."`
	Open   bool   `help:"Open the site in the browser."`
}

// Run shows the site and keeps it up to date until it is interrupted.
func (s *serveCommand) Run(env environment) error {
	listener, err := listen(s.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := "http://" + listener.Addr().String()
	p, err := s.newPreview(env)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintln(env.stdout, summary(s.spoken(env, content.FirstLanguage(p.source.contentFS)), "serving", address))
	if s.Open {
		openBrowser(address)
	}
	return p.run(ctx, listener)
}

// A livePreview is a server with the source it shows and the folders it watches.
type livePreview struct {
	source  *livingSource
	server  *preview.Server
	folders []string
	poll    time.Duration // how often to look; 0 = events tell
}

// newPreview opens the folders. A moment that can't be is told before anything is shown.
func (s *serveCommand) newPreview(env environment) (*livePreview, error) {
	j := job{
		content: s.in(s.Content, "content"), templates: s.in(s.Templates, "templates"), static: s.in(s.Static, "static"),
		now: s.Now, clock: env.clock(),
	}
	w, err := open(j)
	if err != nil {
		return nil, err
	}
	settings, _ := content.LoadSettings(w.contentFS, label(j.content))
	if _, err := j.options(settings); err != nil {
		return nil, err
	}
	source := &livingSource{workspace: w, place: &s.place, env: env}
	base := preview.View{Drafts: s.Drafts, Future: s.Future, Now: s.Now}
	p := &livePreview{
		source: source, server: preview.New(source, base, env.clock, source.report),
		folders: []string{j.content, j.templates, j.static},
	}
	if s.Poll {
		p.poll = preview.Poll
	}
	return p, nil
}

// run answers on l and follows the files until ctx ends.
func (p *livePreview) run(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	var folders sync.WaitGroup
	folders.Go(func() {
		say := func(text string) { fmt.Fprintln(p.source.env.stderr, "generator:", text) }
		if err := preview.Watch(ctx, p.folders, p.poll, p.server.Changed, say); err != nil {
			say(err.Error())
		}
	})
	err := p.server.Serve(ctx, l)
	stop()
	folders.Wait()
	return err
}

// listen takes the address, or says which is free next to it. Addresses that other computers reach are
// refused: the preview shows drafts.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, &usageError{words{"--addr " + addr + " är ingen adress", "--addr " + addr + ": " + err.Error()},
			words{"skriv till exempel --addr 127.0.0.1:8080", "write for example --addr 127.0.0.1:8080"}}
	}
	if host == "localhost" || host == "" {
		host = "127.0.0.1"
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return nil, &usageError{words{"--addr " + addr + " kan nås av andra, och förhandsvisningen visar utkast", "--addr " + addr + " can be reached by others, and the preview shows drafts"},
			words{"använd --addr 127.0.0.1:" + port, "use --addr 127.0.0.1:" + port}}
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, portTaken(host, port)
	}
	return l, err
}

func portTaken(host, port string) error {
	free := net.JoinHostPort(host, nextFree(host, port))
	return &usageError{words{"port " + port + " är upptagen: är en annan förhandsvisning igång?", "port " + port + " is taken: is another preview running?"},
		words{"använd --addr " + free, "use --addr " + free}}
}

// nextFree finds the next port that nobody listens on.
func nextFree(host, port string) string {
	n, err := strconv.Atoi(port)
	if err != nil {
		return "0"
	}
	for next := n + 1; next < min(n+100, 1<<16); next++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(next)))
		if err == nil {
			l.Close()
			return strconv.Itoa(next)
		}
	}
	return "0"
}

// openBrowser asks the system to show an address. That it can't is no reason to stop: the address has been
// printed.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if cmd := exec.Command(name, args...); cmd.Start() == nil {
		go cmd.Wait()
	}
}

// A livingSource makes the site of a workspace anew for the preview.
type livingSource struct {
	*workspace
	place *place
	env   environment
}

// Refresh reads what changed: any file, or only those named, by their paths.
func (s *livingSource) Refresh(paths []string) preview.Change {
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
		change = s.read()
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
func (s *livingSource) reopen() {
	for dir, opened := range map[string]fs.FS{s.job.content: s.contentFS, s.job.templates: s.templatesFS, s.job.static: s.staticFS} {
		now, err := os.Stat(dir)
		if err != nil {
			continue // gone; reading it tells so
		}
		if was, err := fs.Stat(opened, "."); err == nil && os.SameFile(was, now) {
			continue
		}
		if w, err := open(s.job); err == nil {
			s.workspace = w
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
func (s *livingSource) contentNames(paths []string) (names []string, ok bool) {
	for _, p := range paths {
		rel, err := filepath.Rel(s.job.content, p)
		if err != nil || !filepath.IsLocal(rel) {
			return nil, false
		}
		names = append(names, filepath.ToSlash(rel))
	}
	return names, len(names) > 0 && s.set != nil
}

// Assemble makes the site in a view.
func (s *livingSource) Assemble(v preview.View) preview.Result {
	j := s.job
	j.drafts, j.future, j.now, j.clock = v.Drafts, v.Future, v.Now, s.env.clock()
	model, table, diags, err := s.workspace.assemble(j)
	result := preview.Result{
		Table: table, Diags: diags.Sorted(), Err: err, Language: s.place.spoken(s.env, s.set.Settings.Languages[0]),
		IsPresent: v.Now == "",
	}
	if model != nil {
		result.Moment, result.Next = model.Now, model.Next.At
		result.Items = overview(s.set, model)
		links := check.NewLinks(model, table, nil)
		set := s.set
		result.Check = func(ctx context.Context) diag.List {
			return set.Heard(append(checkTexts(ctx, model, links), check.Texts(ctx, set)...)).Sorted()
		}
	}
	return result
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
func (s *livingSource) Excerpt(file string) []byte { return s.place.source(file) }

// report tells the terminal of a new state, short: the panel in the browser has the rest.
func (s *livingSource) report(r preview.Result) {
	errs, warnings := r.Diags.Count()
	if err := s.place.report(s.env, s.env.stderr, r.Language).Write(s.env.stderr, r.Diags.AtLeast(diag.Warning)); err != nil {
		return
	}
	fmt.Fprintln(s.env.stdout, summary(r.Language, "shown", s.env.clock().Format("15:04:05"), len(r.Table), count(r.Language, errs, "error"), count(r.Language, warnings, "warning")))
}
