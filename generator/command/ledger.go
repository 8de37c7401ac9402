package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/ledger"
	"alingsas.se/dialog/generator/web"
)

type ledgerCommand struct {
	place
	Format string       `enum:"text,json" default:"text" help:"How the answer is written: text or json (one object)."`
	Verify verifyLedger `cmd:"" help:"Tell whether every line of a ledger is what was written, and follows on the one before."`
	Show   showLedger   `cmd:"" help:"Tell when an address was public, and how to see what it said."`
}

type verifyLedger struct {
	File string `arg:"" help:"The ledger."`
	Head string `placeholder:"RECEIPT" help:"A receipt that a build has printed: nothing up to it may be missing."`
}

// breakWords say what is wrong with a line.
var breakWords = map[string]diag.Words{
	ledger.Unreadable: diag.Both("raden är ingen post: den har skrivits av något annat, eller förstörts", "the line is no record: something else has written it, or it was destroyed"),
	ledger.Altered:    diag.Both("raden har ändrats efter att den skrevs", "the line was changed after it was written"),
	ledger.Unlinked:   diag.Both("raden följer inte på den före: en rad har tagits bort, lagts till eller flyttats just här", "the line does not follow on the one before: a line was removed, put in or moved right here"),
	ledger.Resealed:   diag.Both("det som står före raden är inte längre vad det var när brottet antecknades", "what stands before the line is no longer what it was when the break was noted"),
}

var tornWords = diag.Both("den sista raden är inte färdigskriven: ett bygge avbröts, eller skriver just nu. Ingenting tyder på att någon har ändrat; nästa bygge lagar den och skriver om det som fattas",
	"the last line is unfinished: a build was killed, or is writing right now. Nothing suggests that it was tampered with; the next build mends it and tells anew what is missing")

// firstBreaks are as many as one wants to read.
func firstBreaks(all []ledger.Break) []ledger.Break { return all[:min(len(all), 10)] }

// A verdict is what verify says to programs.
type verdict struct {
	OK         bool           `json:"ok"`
	Records    int            `json:"records"`
	Receipt    string         `json:"receipt"`
	Breaks     []ledger.Break `json:"breaks"`
	Torn       bool           `json:"torn"`
	Unfinished string         `json:"unfinished,omitempty"` // the moment of a last build that has not told all
	// HeadLine is the line of the receipt that was asked for; 0 = it is nowhere.
	HeadLine *int `json:"head_line,omitempty"`
}

// Run checks a ledger.
func (v *verifyLedger) Run(env Environment, c *ledgerCommand) error {
	lang := c.lang(env)
	if v.Head != "" && (len(v.Head) != 64 || strings.Trim(v.Head, "0123456789abcdef") != "") {
		return diag.Usage(diag.Both(fmt.Sprintf("%q är inget kvitto", v.Head), fmt.Sprintf("%q is no receipt", v.Head)),
			diag.Both("ett kvitto är de 64 tecken som ett bygge skriver sist", "a receipt is the 64 signs that a build prints last"))
	}
	at := 0
	l, err := ledger.ReadFile(v.File, func(line int, r ledger.Record) {
		if r.Hash == v.Head {
			at = line
		}
	})
	if err != nil {
		return err
	}
	said := verdict{OK: l.IsWhole() && (v.Head == "" || at > 0), Records: l.Records, Receipt: l.Head, Breaks: append([]ledger.Break{}, l.Breaks...), Torn: l.IsTorn}
	if l.Unfinished != nil {
		said.Unfinished = l.Unfinished.At
	}
	if v.Head != "" {
		said.HeadLine = &at
	}
	if c.Format == "json" {
		err = json.NewEncoder(env.Stdout).Encode(said)
	} else {
		v.tell(env.Stdout, lang, said)
	}
	if err == nil && !said.OK {
		return errFaults
	}
	return err
}

func (v *verifyLedger) tell(w io.Writer, lang string, said verdict) {
	name := folder.Label(v.File)
	for _, b := range firstBreaks(said.Breaks) {
		fmt.Fprintf(w, "%s:%d: %s\n", name, b.Line, breakWords[b.Kind].In(lang))
	}
	if more := len(said.Breaks) - len(firstBreaks(said.Breaks)); more > 0 {
		fmt.Fprintf(w, diag.Both("… och %d till\n", "… and %d more\n").In(lang), more)
	}
	if said.Torn {
		fmt.Fprintf(w, "%s: %s\n", name, tornWords.In(lang))
	}
	if said.Unfinished != "" {
		fmt.Fprintf(w, diag.Both("%s: bygget %s avbröts innan allt hade skrivits in; nästa bygge skriver in resten\n", "%s: the build of %s was killed before it had told all; the next build tells the rest\n").In(lang), name, said.Unfinished)
	}
	switch {
	case said.HeadLine != nil && *said.HeadLine == 0:
		fmt.Fprintf(w, diag.Both("%s: kvittot finns inte i liggaren: slutet har klippts av, eller allt har skrivits om\n", "%s: the ledger does not hold the receipt: its end was cut off, or all was written anew\n").In(lang), name)
	case said.HeadLine != nil:
		fmt.Fprintf(w, diag.Both("%s: kvittot är rad %d\n", "%s: the receipt is line %d\n").In(lang), name, *said.HeadLine)
	}
	if len(said.Breaks) == 0 {
		fmt.Fprintf(w, diag.Both("%s: %s, kedjan är hel, kvitto %s\n", "%s: %s, the chain is whole, receipt %s\n").In(lang), name, count(lang, said.Records, "record"), said.Receipt)
	} else {
		fmt.Fprintf(w, diag.Both("%s: %s, kedjan är bruten, kvitto %s\n", "%s: %s, the chain is broken, receipt %s\n").In(lang), name, count(lang, said.Records, "record"), said.Receipt)
	}
}

// lang is the language of answers: a ledger can be read where there is no site.
func (c *ledgerCommand) lang(env Environment) string {
	return c.language(env, nil)
}

type showLedger struct {
	File string `arg:"" help:"The ledger."`
	URL  string `arg:"" name:"url" help:"An address, with or without host."`
	Text bool   `help:"Print the source text of each version, from git."`
}

// An answer is what show says to programs.
type answer struct {
	URL     string  `json:"url"`
	Public  bool    `json:"public"` // as far as the ledger goes
	Known   string  `json:"known"`  // the moment of the ledger's first record
	Broken  bool    `json:"broken"` // the ledger is not whole
	Entries []entry `json:"entries"`
}

type entry struct {
	Line int `json:"line"`
	ledger.Record
	Hash  string  `json:"hash"`
	Base  string  `json:"base,omitempty"`
	Since string  `json:"since,omitempty"`
	See   string  `json:"see,omitempty"`
	Text  *string `json:"text,omitempty"`
}

// Run answers when an address was public.
func (s *showLedger) Run(env Environment, c *ledgerCommand) error {
	lang := c.lang(env)
	urls, err := spellings(s.URL)
	if err != nil {
		return diag.Usage(diag.Both(fmt.Sprintf("%q är ingen adress", s.URL), fmt.Sprintf("%q is no address", s.URL)),
			diag.Both("skriv den som i webbläsaren, eller från den första /", "write it as in the browser, or from the first /"))
	}
	teller := ledger.NewTeller(urls...)
	l, err := ledger.ReadFile(s.File, teller.Take)
	if err != nil {
		return err
	}
	for _, b := range firstBreaks(l.Breaks) {
		fmt.Fprintf(env.Stderr, "%s:%d: %s\n", folder.Label(s.File), b.Line, breakWords[b.Kind].In(lang))
	}
	if len(teller.Entries) == 0 && c.Format != "json" {
		fmt.Fprintf(env.Stdout, diag.Both("%s: liggaren, som börjar %s, säger inte att adressen har varit offentlig\n", "%s: the ledger, which begins %s, does not say that the address was ever public\n").In(lang), urls[0], teller.First)
		return errFaults
	}
	said := answer{URL: urls[0], Known: teller.First, Broken: len(l.Breaks) > 0, Entries: []entry{}}
	for _, e := range teller.Entries {
		said.URL = e.URL
		said.Entries = append(said.Entries, s.entry(c, e))
	}
	_, said.Public = l.Public[said.URL]
	if c.Format == "json" {
		encoder := json.NewEncoder(env.Stdout)
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(said)
	} else {
		said.tell(env.Stdout, lang)
	}
	if err == nil && len(said.Entries) == 0 {
		return errFaults
	}
	return err
}

// spellings are how a ledger may write an address that somebody gives: it is escaped, and a page's ends with a slash.
func spellings(address string) ([]string, error) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return nil, errors.Join(err, errors.New("no address"))
	}
	path := u.Path
	if u.Host == "" && u.Scheme == "" && !strings.HasPrefix(path, "/") {
		// A host without https://, or a path without its first slash.
		if host, rest, _ := strings.Cut(path, "/"); strings.Contains(host, ".") && (rest != "" || strings.HasSuffix(path, "/")) {
			path = rest
		}
	}
	path = "/" + strings.Trim(path, "/")
	page := strings.TrimSuffix(strings.TrimSuffix(path, "index.html"), "/") + "/"
	urls := []string{web.EscapePath(page), web.EscapePath(path)}
	if strings.Contains(path[strings.LastIndex(path, "/"):], ".") {
		slices.Reverse(urls)
	}
	return slices.Compact(urls), nil
}

func (s *showLedger) entry(c *ledgerCommand, e ledger.Entry) entry {
	shown := entry{Line: e.Line, Record: e.Record, Hash: e.Hash, Base: e.Base, Since: e.Since}
	if e.What == ledger.Removed || e.Revision == "" || e.Source == "" {
		return shown
	}
	at := e.Revision + ":" + e.Source
	shown.See = "git show " + at
	if strings.ContainsAny(at, " '\"\\$`&;()<>|*?[]!#~") {
		shown.See = "git show '" + strings.ReplaceAll(at, "'", `'\''`) + "'"
	}
	if s.Text && ledger.IsRevision(e.Revision) {
		if text, err := ledger.SourceText(c.Root, e.Revision, e.Source); err == nil && utf8.Valid(text) {
			shown.Text = new(string(text))
		}
	}
	return shown
}

var happened = map[string]diag.Words{
	ledger.Published: diag.Both("publicerad", "published"),
	ledger.Changed:   diag.Both("ändrad", "changed"),
	ledger.Removed:   diag.Both("borttagen", "removed"),
}

// tell writes the answer for people.
func (a *answer) tell(w io.Writer, lang string) {
	fmt.Fprintln(w, a.URL)
	for _, e := range a.Entries {
		e.tell(w, lang)
	}
	last := a.Entries[len(a.Entries)-1]
	if a.Public {
		fmt.Fprintf(w, diag.Both("Offentlig nu, i denna lydelse sedan %s.\n", "Public now, as it is since %s.\n").In(lang), last.At)
	} else {
		fmt.Fprintf(w, diag.Both("Inte offentlig längre, sedan %s.\n", "No longer public, since %s.\n").In(lang), last.At)
	}
}

func (e *entry) tell(w io.Writer, lang string) {
	fmt.Fprintf(w, "\n%s  %s  %s%s\n", e.At, happened[e.What].In(lang), e.Base, e.URL)
	note := func(text diag.Words, args ...any) { fmt.Fprintf(w, "  "+text.In(lang)+"\n", args...) }
	if e.Already && e.Since != "" {
		note(diag.Both("var så redan före bygget, kanske sedan %s, då ett bygge avbröts", "was so before this build, perhaps since %s, when a build was killed"), e.Since)
	} else if e.Already {
		note(diag.Both("var så redan före bygget: sedan när vet liggaren inte", "was so before this build: since when, the ledger does not know"))
	}
	if e.Recorded != "" {
		note(diag.Both("inskrivet först %s: bygget avbröts innan det hann", "written down only %s: the build was killed before it could"), e.Recorded)
	}
	note(diag.Both("sha256 %s, %d byte", "sha256 %s, %d bytes"), e.SHA256, e.Size)
	switch {
	case e.What == ledger.Removed:
	case e.See != "":
		note(diag.Both("gjord av %s", "made of %s"), e.Source)
		note(diag.Both("%s", "%s"), e.See)
		if e.Uncommitted {
			note(diag.Both("men källan hade ändringar som inte var sparade i git: texten kan ha varit en annan", "but the source had changes that were not committed: the text may have been another"))
		}
	case e.Source != "":
		note(diag.Both("gjord av %s, utan git: liggaren vet inte vad där stod", "made of %s, without git: the ledger does not know what it said"), e.Source)
	}
	if e.Text != nil {
		fmt.Fprintln(w)
		for line := range strings.Lines(*e.Text) {
			fmt.Fprintln(w, strings.TrimRight("  | "+line, "\r\n "))
		}
	}
}
