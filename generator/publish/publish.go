// Package publish writes routes to a folder: what changed is written, what is gone is removed: Write,
// CheckFolder, Result, Committer.
//
// In comes a table of routes. Out comes a folder with their bytes.
//
// The folder is whole at any moment. Every route is rendered before its first file is touched. What differs
// is written to a staging folder beside it and moved in file by file, in an order in which nothing names
// what is not there yet (see steps); where there is no folder yet, the staging folder becomes it. So a build
// that fails, is killed or finds the disk full leaves each file old or new and as a whole, and the next build
// does the rest: it compares every file with what it should be.
//
// While a build runs, two names stand beside the folder NAME: .NAME.lock keeps other builds out,
// .NAME.staging holds what is new. A build that was killed leaves them behind; the next one removes them.
// Who may read the files is left to the umask of whoever builds; their bytes are the same everywhere.
package publish

import (
	"errors"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A Result counts what Write did.
type Result struct {
	Files, Written, Removed int
	// Unlocked tells that the file system has no locks: nothing keeps two builds apart there.
	Unlocked bool
}

// An output is one route on its way into the folder.
type output struct {
	diags  diag.List
	err    error
	name   string // in the folder, with slashes
	staged string // the file of the staging folder that holds what is new, "" where nothing changed
	isNew  bool   // no file has that name yet
}

// A Committer is an inspector that is told when all has been found good and the first file is about to be
// published. Its error keeps everything back.
type Committer interface{ Commit() error }

// Write renders every route and brings the folder dir to that state. Where a text or a template has
// an error it renders the rest all the same, to find what else is wrong, and leaves the folder as it is;
// with dry it does so in any case. The inspectors see every output before the first is published, and what
// they find is wrong keeps all of them back. The error is for what no author can mend: a
// [ForeignFolderError], a [HeldError], a [FileError], or an error of a route.
func Write(table web.Table, dir string, dry bool, inspectors ...web.Inspector) (Result, diag.List, error) {
	if dry {
		return write(table, nil, inspectors)
	}
	f, err := openFolder(dir)
	if err != nil {
		return Result{}, nil, err
	}
	defer f.close()
	return write(table, f, inspectors)
}

// write renders, and publishes if there is a folder.
func write(table web.Table, f *folder, inspectors []web.Inspector) (Result, diag.List, error) {
	outputs := renderAll(table, f, inspectors)
	var diags diag.List
	var err error
	for _, o := range outputs {
		diags = append(diags, o.diags...)
		err = errors.Join(err, o.err)
	}
	for _, i := range inspectors {
		diags = append(diags, i.Found()...)
	}
	if err == nil && f != nil {
		err = f.staging.failed
	}
	if err != nil || f == nil || diags.HasErrors() {
		return Result{}, diags, err
	}
	for _, i := range inspectors {
		if c, isOne := i.(Committer); isOne {
			if err := c.Commit(); err != nil {
				return Result{}, diags, err
			}
		}
	}
	result, err := f.update(outputs)
	return result, diags, err
}

// renderAll renders every route, lets the inspectors look at it, and stages what is new.
func renderAll(table web.Table, f *folder, inspectors []web.Inspector) []output {
	outputs := make([]output, len(table))
	table.RenderFiles(func(i int, rendered web.Output) {
		o := &outputs[i]
		o.name = table[i].File()
		if rendered.File.Name != "" {
			if f.takeFile(o, i, table[i], rendered.File, inspectors) {
				return
			}
			rendered = table[i].Bytes() // somebody has just removed the file
		}
		o.diags, o.err = rendered.Diags, rendered.Err
		if rendered.Data == nil {
			return
		}
		for _, inspector := range inspectors {
			inspector.Inspect(table[i], rendered.Data)
		}
		if f != nil {
			f.stage(o, i, rendered.Data)
		}
	})
	return outputs
}
