package command

import (
	"fmt"
	"os"
	"path/filepath"
)

// A memory says where it is remembered what was made of pictures.
type memory struct {
	Cache string `placeholder:"DIR" help:"Where it is remembered what was made of pictures; none: nowhere (default: in the user's cache folder, on Netlify in Go's, which is kept between builds)."`
}

// cacheName is the program's folder among those of others.
const cacheName = "press-pictures"

// dir is the folder; "" where nothing is remembered.
func (m *memory) dir(env Environment) string {
	switch m.Cache {
	case "none":
		return ""
	case "":
	default:
		return m.Cache
	}
	// Netlify keeps the folders of Go between builds, and others only with a plugin.
	if kept := env.Getenv("GOCACHE"); kept != "" && deployOf(env).isHosted {
		return filepath.Join(kept, cacheName)
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
