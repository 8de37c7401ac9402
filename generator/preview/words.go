package preview

import "time"

// words are what the bar, the panel and the start page say.
var words = map[string]map[string]string{
	"sv": {
		"preview": "Förhandsvisning", "start": "Alla texter", "drafts": "Utkast", "future": "Embargo", "show": "visa", "hide": "dölj",
		"moment": "Läget", "now": "nu", "go": "Visa", "back": "Tillbaka till nu", "errors": "fel", "warnings": "varningar",
		"error": "Fel", "warning": "Varning",
		"old":   "Sidan är äldre än dina filer: den visas som den var innan felet kom. Rätta felet, så visas det du har sparat.",
		"close": "Fäll ihop", "open": "Visa fel och varningar", "lost": "Ingen kontakt med förhandsvisningen. Är programmet igång?",
		"filter": "Sök bland texterna", "titles": "Texter", "state": "Läge", "file": "Fil", "when": "Offentlig från", "day": "Träffens dag", "cancelled": "inställd", "postponed": "uppskjuten", "translation": "översättning", "public": "publicerad", "draft": "utkast", "embargoed": "embargo till",
		"expired": "har gått ut", "withdrawn": "återkallat", "next": "Nästa ändring av sig själv", "never": "Ingenting ändras av sig själv.",
		"timeline": "När texterna är publicerade", "faults": "Fel och varningar", "nofaults": "Inga fel.", "today": "i dag",
		"nomoment": "Den tidpunkten finns inte; skriv till exempel 2012-04-03 08:00. Här står:",
		"new":      "Ny…", "newkind": "Slag", "newtitle": "Rubrik (för en kontakt namn, roll)", "make": "Gör filen",
		"made": "Filen är gjord. Öppna den i ditt skrivprogram, skriv, och ta bort raden draft: true när texten är klar:", "see": "Så ser den ut",
		"press": "Pressmeddelande", "meetings": "Träff", "contacts": "Kontakt", "pages": "Sida",
	},
	"en": {
		"preview": "Preview", "start": "All texts", "drafts": "Drafts", "future": "Embargo", "show": "show", "hide": "hide",
		"moment": "As on", "now": "now", "go": "Show", "back": "Back to now", "errors": "errors", "warnings": "warnings",
		"error": "Error", "warning": "Warning",
		"old":   "The page is older than your files: it is shown as it was before the error. Correct the error to see what you have saved.",
		"close": "Fold up", "open": "Show errors and warnings", "lost": "No contact with the preview. Is the program running?",
		"filter": "Search the texts", "titles": "Texts", "state": "State", "file": "File", "when": "Public from", "day": "Day of the meeting", "cancelled": "cancelled", "postponed": "postponed", "translation": "translation", "public": "published", "draft": "draft", "embargoed": "embargo until",
		"expired": "has expired", "withdrawn": "withdrawn", "next": "Next change by itself", "never": "Nothing changes by itself.",
		"timeline": "When the texts are published", "faults": "Errors and warnings", "nofaults": "No errors.", "today": "today",
		"nomoment": "There is no such moment; write for example 2012-04-03 08:00. This says:",
		"new":      "New…", "newkind": "Kind", "newtitle": "Title (for a contact name, role)", "make": "Make the file",
		"made": "The file is made. Open it in your editor, write, and remove the line draft: true when the text is ready:", "see": "How it looks",
		"press": "Press release", "meetings": "Meeting", "contacts": "Contact", "pages": "Page",
	},
}

// momentName writes a moment as the bar shows it.
func momentName(t time.Time, lang string) string {
	if t.IsZero() {
		return ""
	}
	if lang == "sv" {
		return t.Format("2006-01-02 15.04")
	}
	return t.Format("2006-01-02 15:04")
}
