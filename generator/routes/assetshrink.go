//go:build !js

package routes

import (
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

var minifier = func() *minify.M {
	m := minify.New()
	m.AddFunc("css", css.Minify)
	m.AddFunc("js", js.Minify)
	return m
}()

// shrink makes a style sheet or a script smaller. What can't be parsed is returned as it is.
func shrink(name string, data []byte) ([]byte, error) {
	kind := strings.TrimPrefix(path.Ext(name), ".")
	if kind != "css" && kind != "js" {
		return data, nil
	}
	small, err := minifier.Bytes(kind, data)
	if err != nil {
		return data, err
	}
	return small, nil
}
