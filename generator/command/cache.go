package command

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
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

// tell says why nothing could be remembered, where somebody named the folder: the pictures are right all the same.
func (m *memory) tell(env Environment, err error) {
	if err != nil && m.Cache != "" {
		fmt.Fprintln(env.Stderr, "generator:", "--cache:", err)
	}
}
