package main

import (
	"context"
	"fmt"
	"io"
	"os/signal"
	"syscall"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

type checkCommand struct {
	place
	view
	Format   string `enum:"text,json,github" default:"text" help:"How findings are written: text, json (one object a line) or github (annotations)."`
	Strict   bool   `help:"Fail on warnings too, but those in drafts."`
	External bool   `help:"Ask whether links out of the site lead to something: slow, and needs a network."`
}

// Run renders the site to nowhere and tells all that it finds, in the texts and in what came out.
func (c *checkCommand) Run(env environment) error {
	j, err := c.view.job(&c.place, env)
	if err != nil {
		return err
	}
	w, model, table, diags, err := assembleOnce(j)
	if err != nil {
		return err
	}
	lang := c.language(env, model, j)
	if model != nil {
		diags = append(diags, w.aheadInFull(j, model, diags)...)
		places := w.places(model)
		result, err := check.Run(model, table, places, w.inspectors(model, table, places)...)
		if err != nil && !diags.HasErrors() {
			return err
		}
		diags = append(append(diags, result.Diags...), check.Texts(context.Background(), w.set)...)
		if c.External {
			// Only this takes as long as others like; all else may be interrupted as any program is.
			ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
			defer stop()
			diags = append(diags, check.Outside(ctx, result.Outside, check.Polite)...)
		}
	}
	diags = w.set.Heard(diags).Sorted()
	if err := c.tell(env, lang, len(table), diags, model); err != nil {
		return err
	}
	// A draft is work in hand: it keeps back nothing, however strict one is.
	if errs, warnings := w.set.WithoutDrafts(diags).Count(); errs > 0 || c.Strict && warnings > 0 {
		return errFaults
	}
	return nil
}

// tell writes the findings where a program reads them, and how many there are.
func (c *checkCommand) tell(env environment, lang string, files int, diags diag.List, model *site.Site) error {
	report := c.report(env, env.stdout, lang)
	report.Format = diag.Format(c.Format)
	if err := report.Write(env.stdout, diags); err != nil {
		return err
	}
	var last io.Writer = env.stdout
	if report.Format != diag.Text {
		last = env.stderr
	}
	errs, warnings := diags.Count()
	notes := len(diags) - errs - warnings
	fmt.Fprintln(last, summary(lang, "checked", files, count(lang, errs, "error"), count(lang, warnings, "warning"), count(lang, notes, "note")))
	if model != nil {
		if next := nextChange(lang, model.Next); next != "" {
			fmt.Fprintln(last, next)
		}
	}
	return nil
}
