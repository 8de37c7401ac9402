package command

import (
	"context"
	"fmt"
	"io"
	"os/signal"
	"syscall"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/outside"
	"alingsas.se/dialog/generator/workspace"
)

type checkCommand struct {
	place
	view
	Format   string `enum:"text,json,github" default:"text" help:"How findings are written: text, json (one object a line) or github (annotations)."`
	Strict   bool   `help:"Fail on warnings too, but those in drafts."`
	Notes    bool   `help:"Show notes too: they are counted else, but for those of the files that are named."`
	External bool   `help:"Ask whether links out of the site lead to something: slow, and needs a network."`

	Files []string `arg:"" optional:"" name:"file" help:"Tell about these files and folders only."`
	files namedFiles
}

// Run renders the site to nowhere and tells all that it finds, in the texts and in what came out.
func (c *checkCommand) Run(env Environment) error {
	j, err := c.view.job(&c.place, env)
	if err != nil {
		return err
	}
	if c.files, err = named(c.Files, c.Root); err != nil {
		return err
	}
	a, err := workspace.Assemble(j)
	if err != nil {
		return err
	}
	defer func() { c.memory.tell(env, c.language(env, a.Model), a.Close()) }()
	diags := a.Diags
	if a.Model != nil {
		diags = append(diags, a.AheadInFull()...)
		places := a.Places()
		result, err := check.Run(a.Model, a.Table, places, a.Inspectors(places)...)
		if err != nil && !diags.HasErrors() {
			return err
		}
		diags = append(append(diags, result.Diags...), check.Texts(context.Background(), a.Set)...)
		if c.External {
			// Only this takes as long as others like; all else may be interrupted as any program is.
			ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
			defer stop()
			diags = append(diags, outside.Ask(ctx, result.Outside, outside.Polite)...)
		}
	}
	diags, others := c.files.split(a.Set.Heard(diags).WorstFirst())
	if err := c.tell(env, c.language(env, a.Model), a, diags, others); err != nil {
		return err
	}
	// A draft is work in hand: it keeps back nothing, however strict one is.
	if errs, warnings := a.Set.WithoutDrafts(diags).Count(); errs > 0 || c.Strict && warnings > 0 {
		return errFaults
	}
	return nil
}

// tell writes the findings where a program reads them, and how many there are. Of others, which are about files that
// were not named, it says only how many.
func (c *checkCommand) tell(env Environment, lang string, a *workspace.Assembly, diags, others diag.List) error {
	shown := diags
	if !c.Notes && len(c.files) == 0 {
		shown = diags.AtLeast(diag.Warning)
	}
	report := report(env, env.Stdout, lang)
	report.Format = diag.Format(c.Format)
	if err := report.Write(env.Stdout, shown); err != nil {
		return err
	}
	var last io.Writer = env.Stdout
	if report.Format != diag.Text {
		last = env.Stderr
	}
	errs, warnings := diags.Count()
	notes := len(diags) - errs - warnings
	fmt.Fprintln(last, summary(lang, "checked", len(a.Table), count(lang, errs, "error"), count(lang, warnings, "warning"), count(lang, notes, "note")))
	if errs, warnings := others.Count(); errs+warnings > 0 {
		fmt.Fprintln(last, summary(lang, "others", count(lang, errs, "error"), count(lang, warnings, "warning")))
	}
	if a.Model != nil {
		if next := nextChange(lang, a.Model.Next); next != "" {
			fmt.Fprintln(last, next)
		}
	}
	return nil
}
