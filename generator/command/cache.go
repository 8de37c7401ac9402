package command

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"alingsas.se/dialog/generator/diag"
)

// A memory says where it is remembered what was made of pictures.
type memory struct {
	Cache string `placeholder:"DIR" help:"Where it is remembered what was made of pictures; none: nowhere (default: in the user's cache folder, on Netlify in the one that is kept between builds)."`
}

// cacheName is the program's folder among those of others.
const cacheName = "press-pictures"

// netlifyCache is what Netlify keeps from one build to the next, where its environment says nothing else.
const netlifyCache = "/opt/build/cache"

// dir is the folder; "" where nothing is remembered.
func (m *memory) dir(env Environment) string {
	switch m.Cache {
	case "none":
		return ""
	case "":
	default:
		return m.Cache
	}
	if deployOf(env).isHosted {
		return filepath.Join(cmp.Or(env.Getenv("NETLIFY_CACHE_DIR"), netlifyCache), cacheName)
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(base, cacheName)
}

// tell says why not all could be remembered, and what helps: the site is right all the same, so that nothing else would
// show why each build takes as long as the first.
func (m *memory) tell(env Environment, lang string, err error) {
	if err == nil {
		return
	}
	dir := m.dir(env)
	fmt.Fprintln(env.Stderr, "generator:", diag.Both("det går inte att spara bilder i "+dir+" till nästa bygge: "+diag.Cause(err), "no pictures can be kept in "+dir+" for the next build: "+err.Error()).In(lang))
	fmt.Fprintln(env.Stderr, hintLabel.In(lang), diag.Both("webbplatsen är hel; gör plats där, eller nämn en mapp som går att skriva i med --cache MAPP, så tar nästa bygge kortare tid",
		"the site is whole; make room there, or name a folder that can be written to with --cache DIR, and the next build takes less time").In(lang))
}
