package content

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// A kind is what a folder of the content holds.
type kind string

const (
	pressKind   kind = "press"
	meetingKind kind = "meetings"
	contactKind kind = "contacts"
	pageKind    kind = "pages"
)

var kinds = []kind{pressKind, meetingKind, contactKind, pageKind}

// A place is a content file and what its path says of it.
type place struct {
	kind     kind
	name     string // inside the content folder
	id, lang string
}

var datePrefix = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}-`)

// survey lists the content files and the other files of their folders, in order of their names, and
// reports what lies where nothing is published.
func survey(fsys fs.FS, label string, settings *Settings) (places []place, files []string, diags diag.List) {
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		at := diag.Position{File: label + "/" + name}
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			diags.Add(at, diag.UnreadableFile, "why", reason(err))
			return nil
		case name == ".":
			return nil
		case isIgnored(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		p, ok := placeOf(name, settings.Languages)
		switch {
		case ok:
			places = append(places, p)
		case isSettings(name):
		case path.Ext(name) == ".md":
			diags.Add(at, diag.StrayContent)
		default:
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		diags.Add(diag.Position{File: label}, diag.UnreadableFile, "why", reason(err))
	}
	for _, name := range strays(fsys, places, files) {
		diags.Add(diag.Position{File: label + "/" + name}, diag.StrayFile)
	}
	return places, files, diags
}

// isIgnored finds what editors and operating systems leave behind.
func isIgnored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, "#") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

func isSettings(name string) bool {
	return name == settingsFile || name == statementFile || name == "README.md"
}

// placeOf reads a path: KIND/NAME.md or KIND/NAME/index.md, NAME with a language's suffix where it
// is a translation.
func placeOf(name string, languages []string) (place, bool) {
	parts := strings.Split(name, "/")
	base, isMarkdown := strings.CutSuffix(parts[len(parts)-1], ".md")
	p := place{kind: kind(parts[0]), name: name, lang: languages[0]}
	if !isMarkdown || len(parts) < 2 || len(parts) > 3 || !slices.Contains(kinds, p.kind) {
		return place{}, false
	}
	if stem, suffix, found := cutLast(base, "."); found && slices.Contains(languages, suffix) {
		base, p.lang = stem, suffix
	}
	if len(parts) == 3 {
		if base != "index" {
			return place{}, false
		}
		base = parts[1]
	}
	p.id = datePrefix.ReplaceAllString(base, "")
	return p, p.id != ""
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// strays are the files that belong to no item: a file in an item's own folder is the item's, any
// other is used only where a text in its folder names it.
func strays(fsys fs.FS, places []place, loose []string) []string {
	if len(loose) == 0 {
		return nil
	}
	folders := map[string]bool{}
	for _, p := range places {
		if strings.HasPrefix(path.Base(p.name), "index.") {
			folders[path.Dir(p.name)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(loose), func(name string) bool {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if folders[dir] {
				return true
			}
		}
		return slices.ContainsFunc(places, func(p place) bool {
			if path.Dir(p.name) != path.Dir(name) {
				return false
			}
			data, err := fs.ReadFile(fsys, p.name)
			return err == nil && bytes.Contains(data, []byte(path.Base(name)))
		})
	})
}
