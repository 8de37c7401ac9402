package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"alingsas.se/dialog/generator/locale"
)

// A spell is when something is, as a text tells it: a day or two, and clocks.
type spell struct {
	text     string // the days as they are written
	from, to string // "2012-04-02", or "04-02" where no year is told; "" = none
	start    string // "18:00", or ""
	end      string
}

const monthNames = `januar[iy]|februar[iy]|mars|march|april|maj|may|juni|june|juli|july|augusti|august|september|oktober|october|november|december|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec`

var (
	dayForm = regexp.MustCompile(`(?i)\b(\d{1,2})(?::?[ae])?(?:\s?(?:[-–−]|och|till)\s?(?:\pL+dag(?:en)?\s)?(?:den\s)?(\d{1,2})(?::?[ae])?)?\s(` +
		monthNames + `)\b\.?(?:,?\s(?:år\s)?(\d{4})\b)?`)
	// What newsroom services write: "Mar 27, 2012", "27.3.2012".
	monthFirst = regexp.MustCompile(`(?i)\b(` + monthNames + `)\b\.? (\d{1,2}), ?(\d{4})\b`)
	dotted     = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	isoForm    = regexp.MustCompile(`\b(\d{4}-\d{2}-\d{2})(?:\s?[–-]\s?(\d{4}-\d{2}-\d{2}))?\b`)
	clockForm  = regexp.MustCompile(`(?i)(?:\bkl(?:ockan)?\b\.?\s*(\d{1,2})(?:[.:](\d{2}))?|\b(\d{1,2})[.:](\d{2}))(?:\s?(?:[-–−]|till|och)\s?(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?)?\b`)
)

// spellIn finds the first days that a text tells, and the first clocks behind them.
func spellIn(text string) (s spell, found bool) {
	for _, form := range []*regexp.Regexp{monthFirst, dotted} {
		if at := form.FindStringIndex(text); at != nil {
			s.text = text[at[0]:at[1]]
			s.from = locale.GuessDate(s.text)
			s.readClocks(text[at[1]:])
			return s, s.from != ""
		}
	}
	rest := ""
	switch m := dayForm.FindStringSubmatchIndex(text); {
	case m != nil:
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		s.text = strings.TrimRight(part(0), " .")
		s.from = dayOf(part(1), part(3), part(4))
		s.to = dayOf(part(2), part(3), part(4))
		rest = text[m[1]:]
	default:
		if m = isoForm.FindStringSubmatchIndex(text); m == nil {
			return s, false
		}
		s.text, s.from = text[m[0]:m[1]], text[m[2]:m[3]]
		if m[4] >= 0 {
			s.to = text[m[4]:m[5]]
		}
		rest = text[m[1]:]
	}
	s.readClocks(rest)
	return s, s.from != ""
}

// dayOf writes a day in figures, without a year where none is told; "" for what no calendar has.
func dayOf(day, month, year string) string {
	if day == "" {
		return ""
	}
	const leapYear = "2000" // it has all days that a year may have
	known := year
	if year == "" {
		known = leapYear
	}
	date := locale.GuessDate(day + " " + month + " " + known)
	if year == "" && date != "" {
		return strings.TrimPrefix(date, leapYear+"-")
	}
	return date
}

// readClocks takes the first clocks of a text.
func (s *spell) readClocks(text string) {
	m := clockForm.FindStringSubmatch(text)
	if m == nil {
		return
	}
	s.start = clock(m[1]+m[3], m[2]+m[4])
	if s.start != "" && m[5] != "" {
		s.end = clock(m[5], m[6])
	}
}

// clock writes a time of day; "" for none.
func clock(hour, minute string) string {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	if h > 23 || m > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", h, m)
}

// words writes the spell as the text does.
func (s spell) words() string {
	switch {
	case s.start == "":
		return s.text
	case s.end == "":
		return s.text + " kl. " + strings.Replace(s.start, ":", ".", 1)
	}
	return s.text + " kl. " + strings.NewReplacer(":", ".").Replace(s.start+"–"+s.end)
}

// hasYear tells whether the text tells the year.
func (s spell) hasYear() bool { return len(s.from) == len(time.DateOnly) }

// hindsight is how long ago a day without a year may be, seen from when the text was published; what is longer ago is
// meant to be next year.
const hindsight = 60 * 24 * time.Hour

// inYear gives the days with the year that they most likely are in, for a text that was published on a day.
func (s spell) inYear(published time.Time) spell {
	year := published.Year()
	if d, err := time.Parse(time.DateOnly, fmt.Sprintf("%04d-%s", year, s.from)); err == nil && d.Before(published.Add(-hindsight)) {
		year++
	}
	s.from = fmt.Sprintf("%04d-%s", year, s.from)
	if s.to != "" {
		s.to = fmt.Sprintf("%04d-%s", year, s.to)
	}
	return s
}

// keys writes the spell as the keys start and end have it; end is "" where the text tells none.
func (s spell) keys() (start, end string) {
	start, end = s.from, s.to
	if s.start == "" {
		return start, end
	}
	start += " " + s.start
	switch {
	case s.end != "":
		end = s.from
		if s.to != "" {
			end = s.to
		}
		end += " " + s.end
	case s.to != "":
		start = s.from // several days, whose clock tells no end: the days are what is sure
	}
	return start, end
}

// dateIn reads the date that a line tells and little else: "Publicerad: 27 mars 2012 kl. 09.00", "Exempelköping
// 2012-03-27".
func dateIn(line string, zone *time.Location) (locale.Date, bool) {
	s, found := spellIn(line)
	if !found || s.to != "" || !s.hasYear() {
		return locale.Date{}, false
	}
	start, _ := s.keys()
	date, err := locale.ParseDate(start, zone)
	return date, err == nil
}
