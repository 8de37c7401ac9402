// Package command is what a person can ask for, one file each: Run, Environment.
//
// In come the arguments of a call and what it may know of the world. Out go what is said on the terminal and an exit
// code. All that a command prints is printed here, in the language of whoever reads it.
package command

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
	"github.com/alecthomas/kong"
)

// An Environment is what a command may know of the world outside its folders.
type Environment struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Clock          func() time.Time
}

// commands are what the program can do. The comments of their fields are its help.
type commands struct {
	Build  buildCommand  `cmd:"" help:"Build the site into a folder."`
	Serve  serveCommand  `cmd:"" help:"Show the site on this computer while you write, and reload it when you save."`
	Check  checkCommand  `cmd:"" help:"Look for all that is wrong or could be better, in the texts and on the finished pages."`
	Import importCommand `cmd:"" help:"Make content of texts from a newsroom, a word processor or another site generator."`
	New    newCommand    `cmd:"" help:"Make a file to write in: a press release, a meeting, a contact or a page, or a translation of one."`
	Fmt    fmtCommand    `cmd:"" help:"Write texts in house form: the order and names of keys, dates, quotes, lists. No word changes."`
	Mail   mailCommand   `cmd:"" help:"Write a release as an e-mail to send from any mail program."`
	Due    dueCommand    `cmd:"" help:"Tell whether the published site has to be built again by now: exit code 0 if so, 1 if not."`
	Editor editorCommand `cmd:"" help:"Make the program that shows pages in a browser while they are written."`
	Ledger ledgerCommand `cmd:"" help:"Ask the ledger of a site what was public, and when."`
}

// place is the one that the called command was given.
func (c *commands) place(args []string) *place {
	places := map[string]*place{"serve": &c.Serve.place, "check": &c.Check.place, "import": &c.Import.place, "new": &c.New.place, "fmt": &c.Fmt.place, "mail": &c.Mail.place, "due": &c.Due.place, "ledger": &c.Ledger.place}
	if len(args) > 0 && places[args[0]] != nil {
		return places[args[0]]
	}
	return &c.Build.place
}

// Exit codes: what a script that calls us can tell apart.
const (
	exitOK     = 0
	exitFaults = 1 // the content has errors, or something could not be written
	exitUsage  = 2 // the command was called wrongly
)

const about = `A static site generator for a municipality's press releases, meeting fact sheets and contacts.

It reads content/, templates/ and static/ in the folder that it stands in.`

// Run does what the arguments ask for and gives the exit code.
func Run(args []string, env Environment) int {
	var c commands
	exit := -1
	parser, err := kong.New(&c, kong.Name("generator"), kong.Description(about), kong.UsageOnError(),
		kong.Writers(env.Stdout, env.Stderr), kong.Exit(func(code int) { exit = code }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		fmt.Fprintln(env.Stderr, "generator:", err)
		return exitUsage
	}
	called, err := parser.Parse(args)
	if exit >= 0 {
		return exit // --help has been printed
	}
	if err != nil {
		err = diag.Usage(diag.Both(err.Error(), err.Error()), diag.Both("generator --help visar kommandona", "generator --help lists the commands"))
	} else {
		err = called.Run(env, &c.Ledger)
	}
	if err != nil {
		return fail(env, c.place(args), err)
	}
	return exitOK
}

// errFaults says that diagnostics with errors have been printed.
var errFaults = errors.New("the content has errors")

// fail tells why a command stopped.
func fail(env Environment, p *place, err error) int {
	if errors.Is(err, errFaults) {
		return exitFaults
	}
	failure := diag.AsFailure(err)
	if failure == nil {
		fmt.Fprintln(env.Stderr, "generator:", strings.ReplaceAll(err.Error(), "\n", "\ngenerator: "))
		return exitFaults
	}
	lang := p.language(env, nil)
	fmt.Fprintln(env.Stderr, "generator:", failure.Text.In(lang))
	fmt.Fprintln(env.Stderr, hintLabel.In(lang), failure.Hint.In(lang))
	if failure.IsUsage {
		return exitUsage
	}
	return exitFaults
}

var hintLabel = diag.Both("  råd:", "  hint:")
