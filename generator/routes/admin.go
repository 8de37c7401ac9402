//go:build !js

package routes

import (
	"bytes"
	"encoding/json"
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
		page, err := admin.Page(settings, l.icon(), l.editorScripts())
		return string(page), err
	})
	l.text(admin.ConfigURL, source, func() (string, error) {
		config, err := admin.Config(settings, l.icon())
		return string(config), err
	})
	l.text(admin.NamesURL, source, l.names)
	for _, name := range slices.Concat(admin.Scripts, admin.Modules) {
		l.text(admin.Folder+name, source, func() (string, error) { return string(admin.Script(name)), nil })
	}
}

// editorScripts are those of the editor's page, in the order in which they run: what adds to it comes before what starts it.
func (l *lister) editorScripts() []string {
	var urls []string
	for _, name := range admin.Scripts {
		if name == admin.Start && l.showsWriting() {
			urls = append(urls, editingFolder+"preview.js")
		}
		urls = append(urls, admin.Folder+name)
	}
	return urls
}

// names are those of the files, by kind and id, that are not called by their id alone: the editor names a text by its
// file, and texts name each other by their ids.
func (l *lister) names() (string, error) {
	names := map[string]map[string]string{}
	for _, i := range l.site.Editions[0].Items() {
		folder, file, _ := strings.Cut(strings.TrimSuffix(i.Source.Name, ".md"), "/")
		if names[folder] == nil {
			names[folder] = map[string]string{}
		}
		if id := i.Source.ID; file != id {
			names[folder][id] = file
		}
	}
	text, err := json.Marshal(names)
	return string(text), err
}

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
		"yaml.LICENSE.txt":      "yaml/LICENSE",
		"LICENSE.txt":           editorPackage + "/LICENSE.txt",
	}
	for _, locale := range admin.Locales(l.site.Settings) {
		files["locales/"+locale+".js"] = editorPackage + "/locales/" + locale + ".json"
	}
	for folder, address := range map[string]string{path.Dir(editorStart): "npm/", "yaml/browser": "yaml/"} {
		if err := l.addPackage(files, folder, address); err != nil {
			return nil, err
		}
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

// addPackage adds the files of a folder, but for what only helps to find faults in them.
func (l *lister) addPackage(files map[string]string, folder, address string) error {
	return fs.WalkDir(l.from.Admin, folder, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) != ".map" {
			files[address+strings.TrimPrefix(name, folder+"/")] = name
		}
		return err
	})
}

// vendoredFile publishes a file as it is, but for one line (see mendEditor); JSON that the editor imports as a module becomes one.
func (l *lister) vendoredFile(address, name string) web.Route {
	return web.Route{URL: admin.Vendored + web.EscapePath(address), Source: path.Join(l.from.AdminLabel, name), Render: func(w *bytes.Buffer) (diag.List, error) {
		data, err := fs.ReadFile(l.from.Admin, name)
		if strings.HasPrefix(address, "locales/") {
			data = append([]byte("export default "), data...)
		}
		w.Write(mendEditor(name, data))
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
