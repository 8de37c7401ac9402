package command

import (
	"fmt"
	"maps"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

type buildCommand struct {
	place
	view
	Out     string `placeholder:"DIR" help:"The output folder (default: public in the root)."`
	Quiet   bool   `short:"q" help:"Print nothing but warnings and errors."`
	Profile string `placeholder:"FILE" help:"Write a profile of the processor's time, for go tool pprof."`
	Ledger  string `placeholder:"FILE" help:"Record there what became public, changed or disappeared, and when."`
}

// gcPercent is for what comes after reading, and is Go's own. Until then nothing is collected: what is read stays to
// the end, nearly all of it. With 120 from the beginning, a build takes 7 % more, and 7 % more memory.
const gcPercent = 100

// Run builds the site, or says what is wrong and leaves the output as it was.
func (b *buildCommand) Run(env Environment) error {
	began := env.Clock()
	if env.Getenv("GOGC") == "" {
		debug.SetGCPercent(-1)
	}
	stop, err := profile(b.Profile)
	if err != nil {
		return err
	}
	defer stop()
	out := b.out()
	if err := publish.CheckFolder(out, b.sources()...); err != nil {
		return err
	}
	recording, err := b.recording(env)
	if err != nil {
		return err
	}
	defer recording.close()
	j, err := b.view.job(&b.place, env)
	if err != nil {
		return err
	}
	a, err := workspace.Assemble(j)
	if err != nil {
		return err
	}
	if env.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	diags := a.Diags
	var inspectors []web.Inspector
	if a.Model != nil {
		inspectors = append(a.Inspectors(a.Places()), recording.inspectors(a.Model)...)
		diags = append(diags, a.Ahead()...)
	}
	if p := newProgress(env, env.Stderr, len(a.Table)); p != nil && !b.Quiet {
		inspectors = append(inspectors, p)
	}
	result, found, err := publish.Write(a.Table, out, diags.HasErrors(), inspectors...)
	err = recording.end(err)
	diags = a.Set.Heard(append(diags, found...)).Sorted()
	lang := b.language(env, a.Model)
	b.memory.tell(env, lang, a.Close())
	recording.warn(lang)
	if err := b.tellFaults(env, lang, diags, err); err != nil {
		return err
	}
	if result.Unlocked {
		fmt.Fprintln(env.Stderr, "generator:", unlocked.In(lang))
	}
	if b.Quiet {
		return nil
	}
	_, warnings := diags.Count()
	fmt.Fprintln(env.Stdout, summary(lang, "built", result.Files, folder.Label(out), result.Written, result.Removed, env.Clock().Sub(began).Round(time.Millisecond), count(lang, warnings, "warning")))
	if next := nextChange(lang, a.Model.Next); next != "" {
		fmt.Fprintln(env.Stdout, next)
	}
	recording.tell(lang)
	return nil
}

// fewAlike is how many warnings of one kind a build tells. An archive that has just moved in has thousands, and what is new
// among them would be read by nobody.
const fewAlike = 10

// tellFaults tells what is wrong, and gives why nothing was published, nil where it was. What is wrong in the content
// comes before an error of the system: it may be the reason why something could not be rendered.
func (b *buildCommand) tellFaults(env Environment, lang string, diags diag.List, failed error) error {
	few, more := diags.AtLeast(diag.Warning).WorstFirst().Few(fewAlike)
	if err := report(env, env.Stderr, lang).Write(env.Stderr, few); err != nil {
		return err
	}
	for _, code := range slices.Sorted(maps.Keys(more)) {
		fmt.Fprintln(env.Stderr, summary(lang, "more", more[code], code))
	}
	errs, warnings := diags.Count()
	if errs == 0 {
		return failed
	}
	fmt.Fprintln(env.Stderr, summary(lang, "failed", folder.Label(b.out()), count(lang, errs, "error"), count(lang, warnings, "warning")))
	return errFaults
}

// unlocked is what is told where nothing keeps two builds apart.
var unlocked = diag.Both("filsystemet har inga lås: kör inte två byggen till samma mapp på en gång", "the file system has no locks: do not run two builds into one folder at once")

// profile writes where the processor's time goes into a file, until stop is called; without a file it does nothing.
func profile(file string) (stop func(), err error) {
	if file == "" {
		return func() {}, nil
	}
	f, err := os.Create(file)
	if err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, fmt.Errorf("write profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close() // what can't be read is seen by whoever reads it
	}, nil
}

// out is the output folder.
func (b *buildCommand) out() string { return b.in(b.Out, "public") }

// sources are the folders that no output may touch.
func (b *buildCommand) sources() []string {
	return []string{b.contentDir(), b.templatesDir(), b.staticDir(), b.in("", ".admin"), b.in("", "generator")}
}
