package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/intake"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

type importCommand struct {
	place
	Date   string `placeholder:"DATE" help:"When texts were published that do not say: 2012-03-27."`
	DryRun bool   `name:"dry-run" help:"Show what would be written, and write nothing."`
	Notes  bool   `help:"Tell also what is certain: what was left out, and converted."`

	Files []string `arg:"" name:"file" help:"Texts, pages, .docx files, or folders with such files."`
}

// Run makes content files of texts from elsewhere. It never writes over a file, and what is not certain is a draft.
func (c *importCommand) Run(env Environment) error {
	j, err := (&view{}).job(&c.place, env)
	if err != nil {
		return err
	}
	a, err := workspace.Assemble(j)
	if err != nil {
		return err
	}
	options := intake.Options{Now: j.Clock}
	if options.Date, err = c.date(a); err != nil {
		return err
	}
	sources, unread, err := sourcesOf(c.Files)
	if err != nil {
		return err
	}
	taken := intake.Import(a.Set, sources, options)
	taken.Diags = append(taken.Diags, unread...)
	found, err := c.prove(j, &taken)
	if err != nil {
		return err
	}
	taken.Diags = append(taken.Diags, found...).Sorted()
	return c.finish(env, c.language(env, a.Model), taken)
}

// date is that of texts that tell none.
func (c *importCommand) date(a *workspace.Assembly) (locale.Date, error) {
	if c.Date == "" {
		return locale.Date{}, nil
	}
	date, err := locale.ParseDate(c.Date, a.Set.Settings.Zone)
	if err != nil {
		return date, diag.Usage(diag.Both("--date: \""+c.Date+"\" är inget datum", "--date: "+err.Error()),
			diag.Both("skriv till exempel --date 2012-03-27", "write for example --date 2012-03-27"))
	}
	return date, nil
}

// prove loads the site with the new files, as a build would. What has an error that a build would stop at becomes a
// draft; what stops it as a draft too is not written.
func (c *importCommand) prove(j workspace.Job, taken *intake.Result) (diag.List, error) {
	label := folder.Label(c.contentDir())
	for {
		faults, err := faultsOf(j, label, taken.Files)
		if err != nil {
			return nil, err
		}
		isChanged := false
		for _, f := range taken.Files {
			if !f.IsDraft && f.Raw == nil && len(faults[label+"/"+f.Name]) > 0 {
				f.IsDraft, isChanged = true, true
			}
		}
		if !isChanged {
			return c.faultsOfDrafts(j, label, taken.Files)
		}
	}
}

// faultsOfDrafts tells what is wrong in the new drafts, as if they were published.
func (c *importCommand) faultsOfDrafts(j workspace.Job, label string, files []*intake.File) (found diag.List, err error) {
	if !slices.ContainsFunc(files, func(f *intake.File) bool { return f.IsDraft }) {
		return nil, nil
	}
	j.Drafts = true
	faults, err := faultsOf(j, label, files)
	for _, f := range files {
		found = append(found, faults[label+"/"+f.Name]...)
	}
	return found, err
}

// faultsOf checks the site with files that are not written yet, and gives the errors in them, those in drafts too.
func faultsOf(j workspace.Job, label string, files []*intake.File) (map[string]diag.List, error) {
	j.Added = map[string][]byte{}
	for _, f := range files {
		j.Added[f.Name] = f.Data()
	}
	a, err := workspace.Assemble(j)
	if err != nil {
		return nil, err
	}
	diags := a.Diags
	if a.Model != nil {
		found, err := rendered(a)
		if err != nil && !diags.HasErrors() {
			return nil, err
		}
		diags = a.Set.Heard(append(diags, found...))
	}
	faults := map[string]diag.List{}
	for _, d := range diags {
		if _, isNew := j.Added[strings.TrimPrefix(d.File, label+"/")]; isNew && isFault(d) {
			faults[d.File] = append(faults[d.File], d)
		}
	}
	return faults, nil
}

// rendered makes every output to nowhere, and gives what a build would find in it.
func rendered(a *workspace.Assembly) (diag.List, error) {
	inspectors := a.Inspectors(a.Places())
	found, errs := make([]diag.List, len(a.Table)), make([]error, len(a.Table))
	a.Table.RenderAll(func(i int, o web.Output) {
		found[i], errs[i] = o.Diags, o.Err
		if o.Data == nil {
			return
		}
		for _, inspector := range inspectors {
			inspector.Inspect(a.Table[i], o.Data)
		}
	})
	all := slices.Concat(found...)
	for _, inspector := range inspectors {
		all = append(all, inspector.Found()...)
	}
	return all, errors.Join(errs...)
}

// isFault tells whether a finding in a new file keeps it a draft: what would stop a build, and what would show a text
// otherwise than its source has it. A key that a draft lacks has been told with the source.
func isFault(d diag.Diagnostic) bool {
	switch d.Code {
	case diag.RawHTML, diag.LostText, diag.LostCell, diag.KeyInBody, diag.DraftInBody:
		return true
	case diag.MissingKey:
		return !d.IsInDraft()
	}
	return d.Severity() == diag.Error || d.IsInDraft()
}

// sourcesOf reads the files that are named, and those in the folders that are.
func sourcesOf(names []string) (sources []intake.Source, unread diag.List, err error) {
	seen := map[string]bool{}
	for _, name := range names {
		if _, err := os.Stat(name); err != nil {
			return nil, nil, diag.Usage(diag.Both(name+" finns inte", "there is no "+name),
				diag.Both("skriv filens namn som det är härifrån", "write the file's name as seen from here"))
		}
		err := filepath.WalkDir(name, func(file string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				unread.Add(diag.Position{File: folder.Label(file)}, diag.UnreadableFile, "why", err.Error())
				return nil
			case strings.HasPrefix(entry.Name(), ".") && file != name:
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			case entry.IsDir() || seen[folder.Label(file)] || file != name && !mayHoldText(file):
				return nil
			}
			seen[folder.Label(file)] = true
			s, fault := readSource(file)
			sources, unread = append(sources, s...), append(unread, fault...)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return sources, unread, nil
}

// mayHoldText tells whether a file in a folder is taken for a text: pictures lie beside texts, and belong to them.
func mayHoldText(file string) bool {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".doc", ".odt", ".rtf", ".pdf", "":
		return true
	}
	return false
}

// readSource reads a file, or tells why it cannot be.
func readSource(file string) ([]intake.Source, diag.List) {
	var faults diag.List
	at := diag.Position{File: folder.Label(file)}
	info, err := os.Stat(file)
	switch {
	case err != nil:
		faults.Add(at, diag.UnreadableFile, "why", err.Error())
		return nil, faults
	case !info.Mode().IsRegular():
		faults.Add(at, diag.NotAFile, "what", "ett rör eller en enhet", "what-en", "a pipe or a device")
		return nil, faults
	case info.Size() > limits.Import:
		faults.Add(at, diag.TooLarge, "size", fmt.Sprintf("%d MB", info.Size()>>20), "limit", fmt.Sprintf("%d MB", limits.Import>>20))
		return nil, faults
	}
	data, err := os.ReadFile(file)
	if err != nil {
		faults.Add(at, diag.UnreadableFile, "why", err.Error())
		return nil, faults
	}
	return []intake.Source{{File: at.File, Data: data, Near: near(filepath.Dir(file))}}, nil
}

// near reads files that lie beside a source or below it, and no others.
func near(dir string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		opened, err := folder.Open(dir)
		if err != nil {
			return nil, err
		}
		info, err := fs.Stat(opened, name)
		if err == nil && info.Size() > limits.File {
			err = fs.ErrInvalid
		}
		if err != nil {
			return nil, err
		}
		return fs.ReadFile(opened, name)
	}
}
