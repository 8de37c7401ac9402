package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/site"
)

// language is the one that authors are spoken to in.
func (p *place) language(env environment, model *site.Site) string {
	if model == nil {
		return p.spoken(env, "")
	}
	return p.spoken(env, model.Settings.Languages[0])
}

// spoken is the same, where only the site's first language is known.
func (p *place) spoken(env environment, first string) string {
	if p.Messages != "auto" {
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

// summary is the last line of a command.
func summary(lang, what string, args ...any) string {
	return fmt.Sprintf(summaries[lang][what], args...)
}

var summaries = map[string]map[string]string{
	"sv": {
		"built":   "%d filer i %s: %d skrevs, %d togs bort, på %s; %d varningar",
		"failed":  "Ingenting skrevs till %s: %d fel, %d varningar",
		"serving": "Webbplatsen visas på %s. Avsluta med Ctrl-C.",
		"shown":   "%s  %d sidor och filer, %d fel, %d varningar",
	},
	"en": {
		"built":   "%d files in %s: %d written, %d removed, in %s; %d warnings",
		"failed":  "Nothing was written to %s: %d errors, %d warnings",
		"serving": "The site is shown at %s. Stop with Ctrl-C.",
		"shown":   "%s  %d pages and files, %d errors, %d warnings",
	},
}
