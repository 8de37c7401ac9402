package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/routes"
)

// A place says where the sources are.
type place struct {
	Root      string `default:"." placeholder:"DIR" help:"The project's folder (default: this one)."`
	Content   string `placeholder:"DIR" help:"The content folder (default: content in the root)."`
	Templates string `placeholder:"DIR" help:"The templates folder (default: templates in the root)."`
	Static    string `placeholder:"DIR" help:"The static folder (default: static in the root)."`
	Messages  string `enum:"sv,en,auto" default:"auto" help:"The language of messages: sv, en or auto (the site's, then the terminal's)."`
}

type buildCommand struct {
	place
	view
	Out     string `placeholder:"DIR" help:"The output folder (default: public in the root)."`
	Quiet   bool   `short:"q" help:"Print nothing but warnings and errors."`
	Profile string `placeholder:"FILE" help:"Write a profile of the processor's time, for go tool pprof."`
	Ledger  string `placeholder:"FILE" help:"Record there what became public, changed or disappeared, and when."`
}

// A view says what site is made of the sources: as of when, for whom, at which address.
type view struct {
	BaseURL string `name:"base-url" placeholder:"URL" help:"The site's address, https://host (default: on Netlify the deploy's, else that of site.yaml)."`
	Drafts  bool   `help:"Show drafts. The whole site says noindex then."`
	Future  bool   `help:"Show what is under embargo. The whole site says noindex then."`
	Now     string `placeholder:"TIME" help:"As at that moment: 2012-03-28 or '2012-03-28 08:00'."`
}

// Run builds the site, or says what is wrong and leaves the output as it was.
func (b *buildCommand) Run(env environment) error {
	began := env.clock()
	collect := func() {}
	if env.getenv("GOGC") == "" {
		// What is read stays to the end, nearly all of it: there is nothing to collect meanwhile. Afterwards what
		// stays is most of what is in use, so collecting less often costs little memory.
		debug.SetGCPercent(-1)
		wantLargePages()
		collect = func() { debug.SetGCPercent(120) }
	}
	stop, err := profile(b.Profile)
	if err != nil {
		return err
	}
	defer stop()
	out := b.in(b.Out, "public")
	if err := publish.CheckFolder(out, b.sources()...); err != nil {
		return unpublished(err)
	}
	recorder, err := b.recorder(env)
	if err != nil {
		return err
	}
	defer recorder.close()
	j, err := b.view.job(&b.place, env)
	if err != nil {
		return err
	}
	w, model, table, diags, err := assembleOnce(j)
	collect()
	if err != nil {
		return err
	}
	var inspectors []routes.Inspector
	if model != nil {
		inspectors = w.inspectors(model, table, w.places(model))
		diags = append(diags, w.ahead(j, model, diags)...)
		inspectors = append(inspectors, recorder.watch(j, model)...)
	}
	if p := newProgress(env, env.stderr, len(table)); p != nil && !b.Quiet {
		inspectors = append(inspectors, p)
	}
	result, found, err := publish.Write(table, out, diags.HasErrors(), inspectors...)
	err = recorder.record(err)
	diags = w.set.Heard(append(diags, found...)).Sorted()
	lang := b.language(env, model, j)
	recorder.warn(lang)
	if err := b.report(env, env.stderr, lang).Write(env.stderr, diags.AtLeast(diag.Warning)); err != nil {
		return err
	}
	switch {
	// What is wrong in the content comes first: it may be the reason why something could not be rendered.
	case err != nil && !diags.HasErrors():
		return unpublished(err)
	case diags.HasErrors():
		errs, warnings := diags.Count()
		fmt.Fprintln(env.stderr, summary(lang, "failed", label(out), count(lang, errs, "error"), count(lang, warnings, "warning")))
		return errFaults
	}
	if result.Unlocked {
		fmt.Fprintln(env.stderr, "generator:", unlocked.in(lang))
	}
	if !b.Quiet {
		_, warnings := diags.Count()
		fmt.Fprintln(env.stdout, summary(lang, "built", result.Files, label(out), result.Written, result.Removed, env.clock().Sub(began).Round(time.Millisecond), count(lang, warnings, "warning")))
		if next := nextChange(lang, model.Next); next != "" {
			fmt.Fprintln(env.stdout, next)
		}
		recorder.tell(lang)
	}
	return nil
}

// profile writes where the processor's time goes into a file, until stop is called; without a file it does nothing.
func profile(file string) (stop func(), err error) {
	if file == "" {
		return func() {}, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close() // what can't be read is seen by whoever reads it
	}, nil
}

// sources are the folders that no output may touch.
func (b *buildCommand) sources() []string {
	return []string{b.in(b.Content, "content"), b.in(b.Templates, "templates"), b.in(b.Static, "static"), b.in("", "generator")}
}

// job says what to make, from the flags and, on Netlify, from what the host tells of the deploy.
func (v *view) job(p *place, env environment) (job, error) {
	j := job{
		content: p.in(p.Content, "content"), templates: p.in(p.Templates, "templates"), static: p.in(p.Static, "static"),
		baseURL: v.BaseURL, now: v.Now, clock: env.clock(), drafts: v.Drafts, future: v.Future,
	}
	if env.getenv("NETLIFY") == "true" {
		// A preview lies at an address that anyone can guess, so nothing that is withheld goes there.
		if v.Drafts || v.Future || v.Now != "" {
			return j, &usageError{words{"--drafts, --future och --now tillåts inte på Netlify: vem som helst kan läsa det som byggs där", "--drafts, --future and --now are refused on Netlify: anyone can read what is built there"},
				words{"titta på utkast på den egna datorn", "see drafts on your own computer"}}
		}
		isPublic := env.getenv("CONTEXT") == "production"
		j.noIndex = !isPublic
		if j.baseURL == "" && isPublic {
			j.baseURL = env.getenv("URL")
		}
		if j.baseURL == "" && !isPublic {
			j.baseURL = env.getenv("DEPLOY_PRIME_URL")
		}
	}
	if j.baseURL != "" {
		if err := content.CheckBaseURL(j.baseURL); err != nil {
			return j, &usageError{words{fmt.Sprintf("%q kan inte vara webbplatsens adress", j.baseURL), fmt.Sprintf("%q cannot be the site's address: %v", j.baseURL, err)},
				words{"skriv till exempel --base-url https://dialog.kommun.se", "write for example --base-url https://dialog.kommun.se"}}
		}
	}
	return j, nil
}

func (p *place) in(dir, standard string) string {
	if dir != "" {
		return dir
	}
	return filepath.Join(p.Root, standard)
}
