package routes

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
	"golang.org/x/text/unicode/norm"
)

// assetFolder holds the static files whose published names carry a hash of their bytes, so that
// browsers may keep them for good. All other static files are published under their own names.
const assetFolder = "assets"

// An asset is a static file.
type asset struct {
	name string // in the static folder
	url  string
	data []byte
}

// assets are the static files by name.
type assets struct{ byName map[string]*asset }

// loadAssets reads every static file; style sheets and scripts are made smaller.
func loadAssets(fsys fs.FS, label string) (*assets, diag.List) {
	var diags diag.List
	a := &assets{byName: map[string]*asset{}}
	// The error is told where it arises: one folder that can't be read keeps the others from nothing.
	_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		at := diag.Position{File: path.Join(label, name)}
		switch {
		case err != nil:
			diags.Add(at, diag.UnreadableFile, "why", reason(err))
			return nil
		case name != "." && isLeftBehind(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		if found := site.CheckName(at, name); len(found) > 0 {
			diags = append(diags, found...)
			return nil
		}
		one, found := loadAsset(fsys, name, at)
		diags = append(diags, found...)
		if one != nil {
			a.byName[name] = one
		}
		return nil
	})
	return a, diags
}

// loadAsset gives nil for a file that can't be read.
func loadAsset(fsys fs.FS, name string, at diag.Position) (*asset, diag.List) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, diag.List{diag.New(at, diag.UnreadableFile, "why", reason(err))}
	}
	if mark := content.ConflictMark(data); mark >= 0 && utf8.Valid(data) {
		return nil, diag.List{diag.New(diag.At(at.File, data, mark), diag.Conflict)}
	}
	var diags diag.List
	small, err := shrink(name, data)
	if err != nil {
		diags.Add(at, diag.BadAsset, "why", err.Error())
	}
	return &asset{name: name, url: assetURL(name, small), data: small}, diags
}

// reason gives an error without the path, which the message has already.
func reason(err error) string {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return failed.Err.Error()
	}
	return err.Error()
}

// isLeftBehind finds what editors and systems leave beside files: swap files, backups, folders of their
// own. One name with a dot is published: RFC 8615 puts what machines look for there.
func isLeftBehind(base string) bool {
	return strings.HasPrefix(base, ".") && base != ".well-known" || strings.HasSuffix(base, "~") || strings.HasSuffix(base, ".tmp")
}

func assetURL(name string, data []byte) string {
	name = norm.NFC.String(name) // a Mac has a letter and a mark for å, where texts that link to the file have å
	if !strings.HasPrefix(name, assetFolder+"/") {
		return "/" + web.EscapePath(name)
	}
	sum := sha256.Sum256(data)
	hash := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
	ext := path.Ext(name)
	return "/" + web.EscapePath(strings.TrimSuffix(name, ext)+"."+hash+ext)
}

// url gives the address of a file in static/assets; a template that names one that is not there fails.
func (a *assets) url(name string) (string, error) {
	if found := a.byName[path.Join(assetFolder, name)]; found != nil {
		return found.url, nil
	}
	return "", fmt.Errorf("static/%s/%s does not exist", assetFolder, name)
}

// routes lists the static files.
func (a *assets) routes(label string) []web.Route {
	var routes []web.Route
	for _, one := range a.byName {
		routes = append(routes, web.Route{URL: one.url, Source: path.Join(label, one.name), Render: func(w *bytes.Buffer) (diag.List, error) {
			w.Write(one.data)
			return nil, nil
		}})
	}
	slices.SortFunc(routes, func(a, b web.Route) int { return strings.Compare(a.URL, b.URL) })
	return routes
}
