package intake

import (
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

var (
	updateWords  = regexp.MustCompile(`(?i)^(?:senast\s|last\s)?(?:uppdaterad|uppdaterat|uppdaterades|ändrad|ändrat|ändrades|updated|modified)\b[\s:–-]*`)
	embargoWords = regexp.MustCompile(`(?i)^\W*(?:under\s)?(?:embargo|embargoed|spärrtid|spärrad|får\s(?:inte\s)?publiceras(?:\stidigast)?)\b[\s:–-]*`)
	untilWords   = regexp.MustCompile(`(?i)^(?:t\.?\s?o\.?\s?m\.?|till och med|till|tills|fram till|until|före|efter|från|tidigast)\s`)
	throughWords = regexp.MustCompile(`(?i)^(?:t\.?\s?o\.?\s?m\.?|till och med)\s`)
	// What a day may have around it and says nothing more.
	besideDay = regexp.MustCompile(`(?i)\b(?:den|\pL+dag(?:en)?|at)\b|[\s.,:!)*–-]`)
)

// takeMoment reads a line that tells when the text was last changed, or until when nobody may publish it.
func (a *article) takeMoment(b block) bool {
	if utf8.RuneCountInString(b.plain) > longestDateLine {
		return false
	}
	if words := updateWords.FindString(b.plain); words != "" {
		return a.takeUpdate(b, b.plain[len(words):])
	}
	if words := embargoWords.FindString(b.plain); words != "" {
		return a.takeEmbargo(b, b.plain[len(words):])
	}
	return false
}

func (a *article) takeUpdate(b block, rest string) bool {
	date, ok := a.momentOf(rest)
	if ok {
		a.updated = date
		a.comments = append(a.comments, b.plain)
	}
	return ok
}

// takeEmbargo makes the end of an embargo the date of publication. Where it cannot be read, somebody has to: the text
// stays a draft in any case.
func (a *article) takeEmbargo(b block, rest string) bool {
	until := untilWords.ReplaceAllString(rest, "")
	date, ok := a.momentOf(until)
	if !ok && besideDay.ReplaceAllString(until, "") != "" {
		return false // a sentence that begins so
	}
	if throughWords.MatchString(rest) && ok && !date.HasTime {
		date.Time = date.Time.AddDate(0, 0, 1) // that whole day, too
	}
	if date.Time.After(a.date.Time) {
		a.date = date
	}
	a.comments = append(a.comments, b.plain)
	a.tell(b.line, diag.ImportEmbargo, "text", b.plain)
	return true
}

// momentOf reads a text that is one moment and nothing else. A day without a year is of that in which the text was
// published, where that is known.
func (a *article) momentOf(text string) (locale.Date, bool) {
	s, found := spellIn(text)
	if !found || s.to != "" || s.end != "" || !s.hasYear() && a.date.IsZero() {
		return locale.Date{}, false
	}
	rest := clockForm.ReplaceAllString(strings.Replace(text, s.text, "", 1), "")
	if besideDay.ReplaceAllString(rest, "") != "" {
		return locale.Date{}, false
	}
	if !s.hasYear() {
		s = s.inYear(a.date.Time)
	}
	start, _ := s.keys()
	date, err := locale.ParseDate(start, a.site.zone)
	return date, err == nil
}

// settleDates gives a text that only says when it was changed that day, and keeps no change from before it was public.
func (a *article) settleDates() {
	if a.date.IsZero() {
		a.date, a.updated = a.updated, locale.Date{}
	}
	if !a.updated.Time.After(lastMoment(a.date)) {
		a.updated = locale.Date{}
	}
}

// lastMoment is the end of a day, and a moment itself.
func lastMoment(d locale.Date) time.Time {
	if d.HasTime || d.IsZero() {
		return d.Time
	}
	return d.Time.AddDate(0, 0, 1).Add(-time.Second)
}
