package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/intake"
)

// finish writes the files, or shows them, and tells of what was made and what is doubtful.
func (c *importCommand) finish(env Environment, lang string, taken intake.Result) error {
	var failed error
	written := taken.Files
	if c.DryRun {
		for _, f := range taken.Files {
			c.show(env, lang, f)
		}
	} else {
		written, failed = writeNew(c.contentDir(), taken.Files)
		c.list(env, lang, written)
	}
	fmt.Fprintln(env.Stdout, c.summary(lang, taken, written))
	shown := taken.Diags
	if !c.Notes {
		shown = shown.AtLeast(diag.Warning)
	}
	r := report(env, env.Stdout, lang)
	if err := r.Write(env.Stdout, shown); err != nil {
		return err
	}
	switch {
	case failed != nil:
		return failed
	case taken.Diags.HasErrors():
		return errFaults
	}
	return nil
}

// mostListed is how many files are listed by name; of more, their number says as much.
const mostListed = 20

// list names the files that were written.
func (c *importCommand) list(env Environment, lang string, files []*intake.File) {
	if len(files) > mostListed {
		return
	}
	for _, f := range files {
		fmt.Fprintln(env.Stdout, c.nameOf(lang, f))
	}
}

// nameOf is the name of a file in messages, with a word where it is a draft.
func (c *importCommand) nameOf(lang string, f *intake.File) string {
	name := folder.Label(c.contentDir()) + "/" + f.Name
	if f.IsDraft {
		name += " " + draftWord.In(lang)
	}
	return name
}

var draftWord = diag.Both("(utkast)", "(draft)")

// show prints a file that would be written.
func (c *importCommand) show(env Environment, lang string, f *intake.File) {
	fmt.Fprintln(env.Stdout, "==>", c.nameOf(lang, f))
	if f.Raw == nil {
		fmt.Fprintln(env.Stdout, string(f.Data()))
	}
}

// summary says in a line what became of the texts.
func (c *importCommand) summary(lang string, taken intake.Result, written []*intake.File) string {
	kinds, drafts := map[string]int{}, 0
	for _, f := range written {
		if f.Raw == nil {
			kinds[strings.SplitN(f.Name, "/", 2)[0]]++
		}
		if f.IsDraft {
			drafts++
		}
	}
	what := "imported"
	if c.DryRun {
		what = "wouldImport"
	}
	return summary(lang, what, count(lang, taken.Taken, "text"), count(lang, len(written), "file"), folder.Label(c.contentDir()),
		count(lang, kinds["press"], "release"), count(lang, kinds["meetings"], "sheet"), count(lang, kinds["contacts"], "contact"), count(lang, drafts, "draft"))
}

// writeNew writes files into a folder, none of them over another, and gives those that were written. After an error,
// such as a full disk, no more is tried, and nothing half is left.
func writeNew(dir string, files []*intake.File) (written []*intake.File, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	for _, f := range files {
		if err := writeOne(root, f); err != nil {
			return written, unwritten(filepath.Join(dir, filepath.FromSlash(f.Name)), err)
		}
		written = append(written, f)
	}
	return written, nil
}

func writeOne(root *os.Root, f *intake.File) error {
	name := filepath.FromSlash(f.Name)
	if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(f.Data())
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

// unwritten tells why a file could not be written.
func unwritten(name string, err error) error {
	why := err.Error()
	var path *fs.PathError
	if errors.As(err, &path) {
		why = path.Err.Error()
	}
	return diag.Failed(diag.Both(name+" kunde inte skrivas: "+why, name+" could not be written: "+why),
		diag.Both("gör plats på disken eller ändra mappens rättigheter, och importera igen: det som redan skrevs skrivs inte en gång till", "make room on the disk or change the folder's permissions, and import again: what was written already is not written twice"))
}
