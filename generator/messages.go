package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"github.com/mattn/go-isatty"
)

// language is the one that authors are spoken to in. A fault may be the reason why there is no model.
func (p *place) language(env environment, model *site.Site, j job) string {
	if model != nil {
		return p.spoken(env, model.Settings.Languages[0])
	}
	if folder, err := openFolder(j.content); err == nil {
		return p.spoken(env, content.FirstLanguage(folder))
	}
	return p.spoken(env, "")
}

// spoken is the language of messages for a site whose first language is known, or "".
func (p *place) spoken(env environment, first string) string {
	if p.Messages == "sv" || p.Messages == "en" {
		return p.Messages
	}
	if first == "sv" {
		return "sv"
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env.getenv(name); value != "" {
			if strings.HasPrefix(value, "sv") {
				return "sv"
			}
			break
		}
	}
	return "en"
}

// source reads a file that a message is about.
func (p *place) source(file string) []byte {
	data, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		return nil
	}
	return data
}

// report is how faults are told on w: in colour where that is a terminal.
func (p *place) report(env environment, w io.Writer, lang string) diag.Report {
	return diag.Report{Lang: lang, Source: p.source, Colour: isColourful(env, w)}
}

// isColourful tells whether w shows colours and its reader wants any (https://no-color.org).
func isColourful(env environment, w io.Writer) bool {
	file, isFile := w.(*os.File)
	return isFile && isatty.IsTerminal(file.Fd()) && env.getenv("NO_COLOR") == "" && env.getenv("TERM") != "dumb"
}

// summary is the last line of a command.
func summary(lang, what string, args ...any) string {
	return fmt.Sprintf(summaries[lang][what], args...)
}

var summaries = map[string]map[string]string{
	"sv": {
		"built":   "%d filer i %s: %d skrevs, %d togs bort, på %s; %s",
		"failed":  "Ingenting skrevs till %s: %s, %s",
		"checked": "%d sidor och filer kontrollerade: %s, %s, %s",
		"serving": "Webbplatsen visas på %s. Avsluta med Ctrl-C.",
		"shown":   "%s  %d sidor och filer, %s, %s",
		"ledger":  "%s: %s, kvitto %s",
	},
	"en": {
		"built":   "%d files in %s: %d written, %d removed, in %s; %s",
		"failed":  "Nothing was written to %s: %s, %s",
		"checked": "%d pages and files checked: %s, %s, %s",
		"serving": "The site is shown at %s. Stop with Ctrl-C.",
		"shown":   "%s  %d pages and files, %s, %s",
		"ledger":  "%s: %s, receipt %s",
	},
}

// count writes a number with its noun.
func count(lang string, n int, noun string) string {
	forms := nouns[lang][noun]
	if n == 1 {
		return "1 " + forms[0]
	}
	return fmt.Sprintf("%d %s", n, forms[1])
}

var nouns = map[string]map[string][2]string{
	"sv": {"error": {"fel", "fel"}, "warning": {"varning", "varningar"}, "note": {"upplysning", "upplysningar"}, "event": {"händelse", "händelser"}, "record": {"rad", "rader"}},
	"en": {"error": {"error", "errors"}, "warning": {"warning", "warnings"}, "note": {"note", "notes"}, "event": {"event", "events"}, "record": {"line", "lines"}},
}
