package command

import (
	"fmt"
	"strings"
	"time"

	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// summary is the last line of a command.
func summary(lang, what string, args ...any) string {
	return fmt.Sprintf(summaries[lang][what], args...)
}

var summaries = map[string]map[string]string{
	"sv": {
		"built":   "%d filer i %s: %d skrevs, %d togs bort, på %s; %s",
		"next":    "Webbplatsen ändras nästa gång %s: %s. Bygg den på nytt då.",
		"due":     "Webbplatsen skulle ha byggts på nytt %s.",
		"later":   "Webbplatsen ändras inte förrän %s.",
		"never":   "Webbplatsen ändras inte av sig själv.",
		"failed":  "Ingenting skrevs till %s: %s, %s",
		"more":    "… och %d till av slaget %s; check visar alla.",
		"checked": "%d sidor och filer kontrollerade: %s, %s, %s",
		"others":  "I andra filer: %s, %s. Utan filnamn visas de.",
		"serving": "Webbplatsen visas på %s. Avsluta med Ctrl-C.",
		"shown":   "%s  %d sidor och filer, %s, %s",
		"ledger":  "%s: %s, kvitto %s",

		"imported":    "%s blev %s i %s (%s, %s, %s); %s att läsa igenom",
		"wouldImport": "%s skulle bli %s i %s (%s, %s, %s); %s att läsa igenom",
		"made":        "Öppna den, skriv, och ta bort raden draft: true när texten är klar. Så ser den ut (med serve igång): %s",
		"mades":       "Öppna dem, skriv, och ta bort raden draft: true när texten är klar. Så ser den första ut (med serve igång): %s",
		"formed":      "%s: %d skrevs om, %d har fel och lämnades som de var",
		"unformed":    "%s: %d är inte skrivna på vårt sätt (fmt skriver om dem), %d har fel",
	},
	"en": {
		"built":   "%d files in %s: %d written, %d removed, in %s; %s",
		"next":    "The site changes next on %s: %s. Build it again then.",
		"due":     "The site was to be built again on %s.",
		"later":   "The site does not change before %s.",
		"never":   "The site does not change by itself.",
		"failed":  "Nothing was written to %s: %s, %s",
		"more":    "… and %d more of the kind %s; check shows all.",
		"checked": "%d pages and files checked: %s, %s, %s",
		"others":  "In other files: %s, %s. Without a file's name they are shown.",
		"serving": "The site is shown at %s. Stop with Ctrl-C.",
		"shown":   "%s  %d pages and files, %s, %s",
		"ledger":  "%s: %s, receipt %s",

		"imported":    "%s became %s in %s (%s, %s, %s); %s to look through",
		"wouldImport": "%s would become %s in %s (%s, %s, %s); %s to look through",
		"made":        "Open it, write, and remove the line draft: true when the text is ready. This is how it looks (while serve runs): %s",
		"mades":       "Open them, write, and remove the line draft: true when a text is ready. This is how the first looks (while serve runs): %s",
		"formed":      "%s: %d rewritten, %d have errors and stay as they were",
		"unformed":    "%s: %d are not written in house form (fmt rewrites them), %d have errors",
	},
}

// nextChange says when a site has to be built again, and why; "" where it never has to. It names no text:
// what happens may be withheld, and others may read what a build prints.
func nextChange(lang string, next site.Change) string {
	if next.At.IsZero() {
		return ""
	}
	var reasons []string
	for _, why := range next.Whys {
		reasons = append(reasons, whys[lang][why])
	}
	return summary(lang, "next", momentIn(lang, next.At), strings.Join(reasons, ", "))
}

var whys = map[string]map[site.Why]string{
	"sv": {
		site.Publication: "något blir offentligt", site.Expiry: "något tas bort", site.Update: "en uppdatering eller rättelse börjar gälla",
		site.Registration: "en anmälan stänger", site.Passing: "en träff har varit", site.Departure: "en kontakt slutar", site.Renewal: "security.txt förnyas",
	},
	"en": {
		site.Publication: "something becomes public", site.Expiry: "something is taken down", site.Update: "an update or correction takes effect",
		site.Registration: "a registration closes", site.Passing: "a meeting is over", site.Departure: "a contact leaves", site.Renewal: "security.txt is renewed",
	},
}

// momentIn writes a moment, with seconds only where there are any.
func momentIn(lang string, t time.Time) string {
	language, isKnown := locale.Lookup(lang)
	if !isKnown {
		return t.Format(time.RFC3339)
	}
	return language.Date(locale.Date{Time: t, HasTime: true})
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
	"sv": {"error": {"fel", "fel"}, "warning": {"varning", "varningar"}, "note": {"upplysning", "upplysningar"}, "event": {"händelse", "händelser"}, "record": {"rad", "rader"},
		"text": {"text", "texter"}, "file": {"fil", "filer"}, "release": {"pressmeddelande", "pressmeddelanden"}, "sheet": {"faktablad", "faktablad"}, "contact": {"kontakt", "kontakter"}, "draft": {"utkast", "utkast"}},
	"en": {"error": {"error", "errors"}, "warning": {"warning", "warnings"}, "note": {"note", "notes"}, "event": {"event", "events"}, "record": {"line", "lines"},
		"text": {"text", "texts"}, "file": {"file", "files"}, "release": {"press release", "press releases"}, "sheet": {"fact sheet", "fact sheets"}, "contact": {"contact", "contacts"}, "draft": {"draft", "drafts"}},
}
