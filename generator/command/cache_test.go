package command

import (
	"path/filepath"
	"testing"
)

func TestWherePicturesAreKept(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", home)
	for _, c := range []struct {
		name, flag string
		env        map[string]string
		want       string
	}{
		{"the user's folder", "", map[string]string{"HOME": home}, filepath.Join(home, "press-pictures")},
		{"a folder that was named", "here", map[string]string{"HOME": home, "NETLIFY": "true"}, "here"},
		{"nowhere", "none", map[string]string{"HOME": home}, ""},
		{"the folder that Netlify keeps", "", map[string]string{"HOME": home, "NETLIFY": "true"}, "/opt/build/cache/press-pictures"},
		{"the folder that Netlify tells of", "", map[string]string{"NETLIFY": "true", "NETLIFY_CACHE_DIR": "/c"}, "/c/press-pictures"},
	} {
		env := Environment{Getenv: func(name string) string { return c.env[name] }}
		if got := (&memory{c.flag}).dir(env); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
