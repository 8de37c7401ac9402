package command

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
)

type fmtCommand struct {
	place
	Check bool     `help:"Write nothing: list the texts that are written otherwise, and exit with 1 where there are any but drafts."`
	Files []string `arg:"" optional:"" name:"file" help:"Only these texts and folders (default: all texts)."`
}

// A forming is what becomes of the texts.
type forming struct {
	formed, left, seen int
	isOff              bool // one that is no draft is not in house form
	faults             diag.List
}

// Run writes texts in house form. One with errors stays as it is and is told; the others are written.
func (f *fmtCommand) Run(env Environment) error {
	fsys, err := folder.Open(f.contentDir())
	if err != nil {
		return err
	}
	house := content.NewHouse(fsys, folder.Label(f.contentDir()))
	names, err := f.texts(house)
	if err != nil {
		return err
	}
	var result forming
	for _, name := range names {
		if err := f.form(env, house, name, &result); err != nil {
			return err
		}
	}
	return f.tell(env, result)
}

// texts are those that were named, or all.
func (f *fmtCommand) texts(house *content.House) ([]string, error) {
	all := house.Texts()
	if len(f.Files) == 0 {
		return all, nil
	}
	var chosen []string
	for _, file := range f.Files {
		files, err := named([]string{file}, f.Root)
		if err != nil {
			return nil, err
		}
		of := slices.DeleteFunc(slices.Clone(all), func(name string) bool { return !files.has(f.file(name)) })
		if len(of) == 0 {
			return nil, diag.Usage(diag.Both(file+" är ingen text", file+" is no text"),
				diag.Both("ange en fil i press/, meetings/, contacts/ eller pages/ vars namn slutar på .md", "name a file in press/, meetings/, contacts/ or pages/ whose name ends in .md"))
		}
		chosen = append(chosen, of...)
	}
	slices.Sort(chosen)
	return slices.Compact(chosen), nil
}

// file is a text's name as messages have it.
func (f *fmtCommand) file(name string) string { return folder.Label(f.contentDir()) + "/" + name }

func (f *fmtCommand) form(env Environment, house *content.House, name string, result *forming) error {
	result.seen++
	data, faults := house.Read(name)
	formed := data
	if len(faults) == 0 {
		formed, faults = house.Form(name, data)
	}
	if len(faults) > 0 {
		result.left++
		result.faults = append(result.faults, faults...)
	}
	if bytes.Equal(formed, data) {
		return nil
	}
	result.formed++
	result.isOff = result.isOff || !content.SaysDraft(data)
	if _, err := fmt.Fprintln(env.Stdout, f.file(name)); err != nil {
		return err
	}
	if f.Check {
		return nil
	}
	return folder.Replace(filepath.Join(f.contentDir(), filepath.FromSlash(name)), formed)
}

// tell says what was wrong, and how many texts there are of each sort.
func (f *fmtCommand) tell(env Environment, result forming) error {
	lang := f.language(env, nil)
	if err := report(env, env.Stderr, lang).Write(env.Stderr, result.faults.WorstFirst()); err != nil {
		return err
	}
	line := "formed"
	if f.Check {
		line = "unformed"
	}
	fmt.Fprintln(env.Stdout, summary(lang, line, count(lang, result.seen, "text"), result.formed, result.left))
	if result.faults.HasErrors() || f.Check && result.isOff {
		return errFaults
	}
	return nil
}
