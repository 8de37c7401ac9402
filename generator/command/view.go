package command

import (
	"cmp"
	"fmt"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/workspace"
)

// A view says what site is made of the sources: as of when, for whom, at which address.
type view struct {
	memory
	BaseURL string `name:"base-url" placeholder:"URL" help:"The site's address, https://host (default: on Netlify the deploy's, else that of site.yaml)."`
	Drafts  bool   `help:"Show drafts. The whole site says noindex then."`
	Future  bool   `help:"Show what is under embargo. The whole site says noindex then."`
	Now     string `placeholder:"TIME" help:"As at that moment: 2012-03-28 or '2012-03-28 08:00'."`
}

// job says what to make, from the flags and, on Netlify, from what the host tells of the deploy.
func (v *view) job(p *place, env Environment) (workspace.Job, error) {
	j := workspace.Job{
		Content: p.contentDir(), Templates: p.templatesDir(), Static: p.staticDir(), Admin: p.adminDir(), Editor: p.editorDir(),
		BaseURL: v.BaseURL, Now: v.Now, Clock: env.Clock(), Drafts: v.Drafts, Future: v.Future, Cache: v.memory.dir(env),
	}
	if d := deployOf(env); d.isHosted {
		// A preview lies at an address that anyone can guess, so nothing that is withheld goes there.
		if v.Drafts || v.Future || v.Now != "" {
			return j, diag.Usage(diag.Both("--drafts, --future och --now tillåts inte på Netlify: vem som helst kan läsa det som byggs där", "--drafts, --future and --now are refused on Netlify: anyone can read what is built there"),
				diag.Both("titta på utkast på den egna datorn", "see drafts on your own computer"))
		}
		j.NoIndex = !d.isPublic
		j.BaseURL = cmp.Or(j.BaseURL, d.baseURL)
	}
	if j.BaseURL != "" {
		if err := content.CheckBaseURL(j.BaseURL); err != nil {
			return j, diag.Usage(diag.Both(fmt.Sprintf("%q kan inte vara webbplatsens adress", j.BaseURL), fmt.Sprintf("%q cannot be the site's address: %v", j.BaseURL, err)),
				diag.Both("skriv till exempel --base-url https://dialog.kommun.se", "write for example --base-url https://dialog.kommun.se"))
		}
	}
	return j, nil
}

// A deploy is what Netlify tells of a build in its environment.
type deploy struct {
	isHosted bool
	isPublic bool   // the production site, not a preview
	baseURL  string // "" = the one of the settings
	revision string // the commit that is built, "" where it is not told
}

// unknownAddress stands for the address of a preview that nobody has told (RFC 2606): a preview never says that it is
// the production site.
const unknownAddress = "https://preview.invalid"

// deployOf reads the environment. On a computer of one's own, `netlify build --context deploy-preview` does not set
// NETLIFY, but CONTEXT; and what is built there may be uploaded.
func deployOf(env Environment) deploy {
	context, address := env.Getenv("CONTEXT"), env.Getenv("DEPLOY_PRIME_URL")
	d := deploy{isPublic: context == "production", isHosted: env.Getenv("NETLIFY") == "true" || context != "" || address != ""}
	switch {
	case d.isPublic:
		d.baseURL = env.Getenv("URL")
	case d.isHosted:
		d.baseURL = cmp.Or(address, env.Getenv("DEPLOY_URL"), unknownAddress)
	}
	if d.isHosted {
		d.revision = env.Getenv("COMMIT_REF")
	}
	return d
}
