package command

import (
	"os"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"golang.org/x/text/unicode/norm"
)

// namedFiles are the files and folders that a check is to tell about, by their whole paths; none is all.
type namedFiles []string

// named finds files as they are named from where one stands, or from the project's root as messages name them.
func named(files []string, root string) (namedFiles, error) {
	var all namedFiles
	for _, file := range files {
		path := file
		if _, err := os.Stat(path); err != nil && !filepath.IsAbs(path) {
			path = filepath.Join(root, file)
		}
		if _, err := os.Stat(path); err != nil {
			return nil, diag.Usage(diag.Both(file+" finns inte", "there is no "+file),
				diag.Both("skriv filens namn som det är härifrån, till exempel content/press/2026-03-27-dialog.md", "write the file's name as seen from here, for example content/press/2026-03-27-dialog.md"))
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		all = append(all, norm.NFC.String(abs))
	}
	return all, nil
}

// split divides findings into those about the named files and the others.
func (n namedFiles) split(all diag.List) (about, others diag.List) {
	if len(n) == 0 {
		return all, nil
	}
	for _, d := range all {
		if n.has(d.File) {
			about = append(about, d)
		} else {
			others = append(others, d)
		}
	}
	return about, others
}

// has tells whether a file is one of them, or lies in a folder that is. It is named as messages do, from where one stands.
func (n namedFiles) has(file string) bool {
	abs, err := filepath.Abs(filepath.FromSlash(file))
	if err != nil {
		return false
	}
	abs = norm.NFC.String(abs)
	for _, name := range n {
		if abs == name || strings.HasPrefix(abs, name+string(filepath.Separator)) {
			return true
		}
	}
	return false
}
