package main

import (
	"errors"
	"fmt"
	"path/filepath"
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
	Out    string `placeholder:"DIR" help:"The output folder (default: public in the root)."`
	Ledger string `placeholder:"FILE" help:"Record there what became public, changed or disappeared, and when."`
	Quiet  bool   `short:"q" help:"Print nothing but warnings and errors."`
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
	if err != nil {
		return err
	}
	var inspectors []routes.Inspector
	if model != nil {
		inspectors = w.inspectors(model, table, w.places(model))
		diags = append(diags, w.ahead(j, model, diags)...)
		inspectors = append(inspectors, recorder.watch(j, model)...)
	}
	out := b.in(b.Out, "public")
	result, found, err := publish.Write(table, out, diags.HasErrors(), inspectors...)
	err = recorder.record(err)
	diags = w.set.Heard(append(diags, found...)).Sorted()
	lang := b.language(env, model, j)
	recorder.warn(lang)
	if err := b.report(env, env.stderr, lang).Write(env.stderr, diags.AtLeast(diag.Warning)); err != nil {
		return err
	}
	var foreign *publish.ForeignFolderError
	switch {
	case errors.As(err, &foreign):
		return &usageError{words{foreign.Dir + " innehåller filer som inget bygge har skrivit", foreign.Error()},
			words{"välj en annan mapp med --out, eller töm den här själv", "choose another folder with --out, or empty this one yourself"}}
	// What is wrong in the content comes first: it may be the reason why something could not be rendered.
	case err != nil && !diags.HasErrors():
		return err
	case diags.HasErrors():
		errs, warnings := diags.Count()
		fmt.Fprintln(env.stderr, summary(lang, "failed", label(out), count(lang, errs, "error"), count(lang, warnings, "warning")))
		return errFaults
	case !b.Quiet:
		_, warnings := diags.Count()
		fmt.Fprintln(env.stdout, summary(lang, "built", result.Files, label(out), result.Written, result.Removed, env.clock().Sub(began).Round(time.Millisecond), count(lang, warnings, "warning")))
		recorder.tell(lang)
	}
	return nil
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
