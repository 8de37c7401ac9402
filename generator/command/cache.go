package command

import (
	"cmp"
	"os"
	"path/filepath"
)

// A cache says where pictures that were made once are kept for the next build.
type cache struct {
	Cache string `placeholder:"DIR" help:"Where pictures are kept for the next build; none keeps nothing (default: the user's cache folder, on Netlify the one that is kept)."`
}

// netlifyCache is the folder that Netlify keeps from one build to the next.
const netlifyCache = "/opt/build/cache"

// cacheName is our folder among those of other programs.
const cacheName = "alingsas-dialog"

// folder is where to keep what was made, "" for nowhere. It may be deleted at any time.
func (c cache) folder(env Environment) string {
	switch {
	case c.Cache == "none":
		return ""
	case c.Cache != "":
		return c.Cache
	case env.Getenv("NETLIFY") == "true":
		return filepath.Join(cmp.Or(env.Getenv("NETLIFY_CACHE_DIR"), netlifyCache), cacheName)
	case env.Getenv("HOME") == "" && env.Getenv("LocalAppData") == "":
		return "" // nobody's computer, or a test
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // every picture is made anew
	}
	return filepath.Join(dir, cacheName)
}
