package routes

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/admin"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// Where the editor's package lies among those that are installed.
const (
	editorPackage = "@sveltia/cms"
	editorStart   = editorPackage + "/npm/index.js"
)

// listEditor adds the page on which people write in a browser, where the settings turn it on.
func (l *lister) listEditor() {
	if !l.hasEditor() {
		return
	}
	settings := l.site.Settings
	vendored, err := l.vendored()
	if err != nil {
		l.diags.Add(settings.At("admin"), diag.NoEditor, "folder", l.from.AdminLabel)
		return
	}
	l.table = append(l.table, vendored...)
	source := settings.File
	l.text(admin.Folder, source, func() (string, error) {
		page, err := admin.Page(settings, l.icon(), admin.ImportMap(settings))
		return string(page), err
	})
	l.text(admin.ConfigURL, source, func() (string, error) {
		config, err := admin.Config(settings, l.icon())
		return string(config), err
	})
	for _, name := range admin.Scripts {
		l.text(admin.Folder+name, source, func() (string, error) { return string(admin.Script(name)), nil })
	}
}

// hasEditor tells whether the settings turn the editor on.
func (l *lister) hasEditor() bool { return l.site.Settings.Editable() }

// icon is the address of the site's icon, "" where it has none.
func (l *lister) icon() string {
	url, err := l.assets.url("icon.svg")
	if err != nil {
		return ""
	}
	return url
}

// vendored are the files of the editor that are not ours, and their licences. The error is that they are not installed.
func (l *lister) vendored() ([]web.Route, error) {
	if l.from.Admin == nil {
		return nil, fs.ErrNotExist
	}
	files := map[string]string{ // by address: the name among the packages
		"immutable.js":          "immutable/dist/immutable.es.js",
		"immutable.LICENSE.txt": "immutable/LICENSE",
		"LICENSE.txt":           editorPackage + "/LICENSE.txt",
	}
	for _, locale := range admin.Locales(l.site.Settings) {
		files["locales/"+locale+".js"] = editorPackage + "/locales/" + locale + ".json"
	}
	err := fs.WalkDir(l.from.Admin, path.Dir(editorStart), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) != ".map" {
			files[strings.TrimPrefix(name, editorPackage+"/")] = name
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var routes []web.Route
	for address, name := range files {
		if _, err := fs.Stat(l.from.Admin, name); err != nil {
			return nil, err
		}
		routes = append(routes, l.vendoredFile(address, name))
	}
	slices.SortFunc(routes, func(a, b web.Route) int { return strings.Compare(a.URL, b.URL) })
	return routes, nil
}

// vendoredFile publishes a file as it is; only JSON that the editor imports as a module becomes one.
func (l *lister) vendoredFile(address, name string) web.Route {
	return web.Route{URL: admin.Vendored + web.EscapePath(address), Source: path.Join(l.from.AdminLabel, name), Render: func(w *bytes.Buffer) (diag.List, error) {
		data, err := fs.ReadFile(l.from.Admin, name)
		if path.Ext(name) == ".json" {
			data = append([]byte("export default "), data...)
		}
		w.Write(data)
		return nil, err
	}}
}

// editorHeaders are sent with the editor's page and files. Whoever signs in does so in a window of the server, which
// answers to the one that opened it.
func (l *lister) editorHeaders() []string {
	headers := []string{
		"Content-Security-Policy: " + admin.Policy(l.site.Settings.Editor, admin.ImportMap(l.site.Settings)),
		"Cross-Origin-Opener-Policy: same-origin-allow-popups",
	}
	if !l.noIndex() {
		headers = append(headers, "X-Robots-Tag: noindex")
	}
	return headers
}
