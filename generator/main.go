// Generator makes the public site of a municipality's press releases, meetings and contacts out of a
// folder of Markdown. main.go knows the commands, assemble.go the flow that they share.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"github.com/alecthomas/kong"
)

func main() {
	os.Exit(run(os.Args[1:], environment{os.Stdout, os.Stderr, os.Getenv, time.Now}))
}

// An environment is what a command may know of the world outside its folders.
type environment struct {
	stdout, stderr io.Writer
	getenv         func(string) string
	clock          func() time.Time
}

// commands are what the program can do. The comments of their fields are its help.
type commands struct {
	Build  buildCommand  `cmd:"" help:"Build the site into a folder."`
	Serve  serveCommand  `cmd:"" help:"Show the site on this computer while you write, and reload it when you save."`
	Check  checkCommand  `cmd:"" help:"Look for all that is wrong or could be better, in the texts and on the finished pages."`
	Due    dueCommand    `cmd:"" help:"Tell whether the published site has to be built again by now: exit code 0 if so, 1 if not."`
	Ledger ledgerCommand `cmd:"" help:"Ask the ledger of a site what was public, and when."`
}

// language is the one of messages that are printed before or instead of a site.
func (c *commands) language(env environment, args []string) string {
	p := &c.Build.place
	switch {
	case len(args) == 0:
	case args[0] == "serve":
		p = &c.Serve.place
	case args[0] == "check":
		p = &c.Check.place
	case args[0] == "due":
		p = &c.Due.place
	case args[0] == "ledger":
		p = &c.Ledger.place
	}
	settings, err := openFolder(p.in(p.Content, "content"))
	if err != nil {
		return p.spoken(env, "")
	}
	return p.spoken(env, content.FirstLanguage(settings))
}

// Exit codes: what a script that calls us can tell apart.
const (
	exitOK     = 0
	exitFaults = 1 // the content has errors, or something could not be written
	exitUsage  = 2 // the command was called wrongly
)

// A usageError is a command that was called wrongly.
type usageError struct{ text, hint words }

func (e *usageError) Error() string { return e.text.en }

// A failure is what no change of the content or the call mends.
type failure struct{ text, hint words }

func (e *failure) Error() string { return e.text.en }

// words are a text in the languages of messages.
type words struct{ sv, en string }

func (w words) in(lang string) string {
	if lang == "sv" {
		return w.sv
	}
	return w.en
}

const about = `A static site generator for a municipality's press releases, meeting fact sheets and contacts.

It reads content/, templates/ and static/ in the folder that it stands in.`

// run is the program; main only hands it the world.
func run(args []string, env environment) int {
	var c commands
	exit := -1
	parser, err := kong.New(&c, kong.Name("generator"), kong.Description(about), kong.UsageOnError(),
		kong.Writers(env.stdout, env.stderr), kong.Exit(func(code int) { exit = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(env.stderr, "generator:", err)
		return exitUsage
	}
	called, err := parser.Parse(args)
	if exit >= 0 {
		return exit // --help has been printed
	}
	if err != nil {
		return fail(env, c.language(env, args), &usageError{words{err.Error(), err.Error()},
			words{"generator --help visar kommandona", "generator --help lists the commands"}})
	}
	if err := called.Run(env, &c.Ledger); err != nil {
		return fail(env, c.language(env, args), err)
	}
	return exitOK
}

// errFaults says that diagnostics with errors have been printed.
var errFaults = errors.New("the content has errors")

func fail(env environment, lang string, err error) int {
	var usage *usageError
	var failed *failure
	switch {
	case errors.Is(err, errFaults):
		return exitFaults
	case errors.As(err, &usage):
		explain(env, lang, usage.text, usage.hint)
		return exitUsage
	case errors.As(err, &failed):
		explain(env, lang, failed.text, failed.hint)
		return exitFaults
	}
	fmt.Fprintln(env.stderr, "generator:", strings.ReplaceAll(err.Error(), "\n", "\ngenerator: "))
	return exitFaults
}

func explain(env environment, lang string, text, hint words) {
	fmt.Fprintln(env.stderr, "generator:", text.in(lang))
	fmt.Fprintln(env.stderr, words{"  råd:", "  hint:"}.in(lang), hint.in(lang))
}
