package workspace

import (
	"os"
	"path/filepath"

	"alingsas.se/dialog/generator/blank"
	"alingsas.se/dialog/generator/folder"
)

// New writes the files that an author wishes to fill in, all of them or none, and gives their names in messages. Nothing
// that is there is written over.
func (w *Workspace) New(wish blank.Wish) (made []string, err error) {
	files, err := blank.Make(w.set, wish)
	if err != nil {
		return nil, err
	}
	for i, f := range files {
		if err := folder.WriteNew(w.onDisk(f), f.Text); err != nil {
			for _, written := range files[:i] {
				_ = os.Remove(w.onDisk(written))
			}
			return nil, err
		}
		made = append(made, folder.Label(w.job.Content)+"/"+f.Name)
	}
	return made, nil
}

func (w *Workspace) onDisk(f blank.File) string {
	return filepath.Join(w.job.Content, filepath.FromSlash(f.Name))
}

// Address gives where the preview shows a file, drafts and what is under embargo included; "" where that is not known.
func (w *Workspace) Address(file string) string {
	j := w.job
	j.Drafts, j.Future = true, true
	a, err := w.Assemble(j)
	if err != nil || a.Model == nil {
		return ""
	}
	for _, e := range a.Model.Editions {
		for _, i := range e.Items() {
			if i.Source.File == file {
				return i.URL + everything
			}
		}
	}
	return ""
}

// everything is what an address needs so that the preview shows what readers do not see.
const everything = "?_drafts=1&_future=1"
