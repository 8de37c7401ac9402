package blank

import (
	"regexp"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// days are those for which a file is made; a zero one where no day is known.
func (m *maker) days() ([]locale.Date, error) {
	zone := m.set.Settings.Zone
	given := m.wish.Dates
	switch {
	case len(given) > 0 && m.sort.start == "":
		return nil, diag.Usage(diag.Both("--dates gäller press och meeting", "--dates is for press and meeting"), diag.Both("utelämna --dates", "leave --dates out"))
	case len(given) > 1 && m.sort.name == "press":
		return nil, diag.Usage(diag.Both("ett pressmeddelande publiceras en gång", "a release comes out once"), diag.Both("skriv en enda dag efter --dates", "write a single day after --dates"))
	case len(given) == 0 && m.sort.name == "press":
		return []locale.Date{{Time: m.wish.Now.In(zone)}}, nil
	case len(given) == 0:
		return []locale.Date{{}}, nil
	}
	var days []locale.Date
	seen := map[string]bool{}
	for _, text := range given {
		day, err := locale.ParseDate(text, zone)
		if err != nil {
			return nil, wrongDate(text)
		}
		name := day.Time.Format(time.DateOnly)
		if seen[name] {
			return nil, diag.Usage(diag.Both(name+" står två gånger i --dates", name+" stands twice in --dates"), diag.Both("skriv varje dag en gång", "write each day once"))
		}
		seen[name] = true
		days = append(days, m.timed(day))
	}
	return days, nil
}

func wrongDate(text string) error {
	hint := diag.Both("skriv till exempel --dates 2026-12-01,2026-12-08 eller --dates '2026-12-01 18:00'", "write for example --dates 2026-12-01,2026-12-08 or --dates '2026-12-01 18:00'")
	if near := locale.GuessDate(text); near != "" {
		hint = diag.Both("menade du "+near+"?", "did you mean "+near+"?")
	}
	return diag.Usage(diag.Both("”"+text+"” är inget datum", "“"+text+"” is no date"), hint)
}

// timed gives a day the time at which the meeting begins that is followed.
func (m *maker) timed(day locale.Date) locale.Date {
	if m.like == nil || day.HasTime || !m.like.Start.HasTime {
		return day
	}
	return locale.Date{Time: onDay(day.Time, m.like.Start.Time), HasTime: true}
}

// onDay gives the moment of another day at which clocks show the same.
func onDay(day, clock time.Time) time.Time {
	y, month, d := day.Date()
	hour, minute, _ := clock.Clock()
	return time.Date(y, month, d, hour, minute, 0, 0, day.Location())
}

// end is when a meeting ends that begins then, as the one that is followed does; zero where that is not known.
func (m *maker) end(start locale.Date) locale.Date {
	if m.like == nil || m.like.Start.IsZero() || m.like.End.IsZero() || start.IsZero() || start.HasTime != m.like.Start.HasTime {
		return locale.Date{}
	}
	end := start.Time.AddDate(0, 0, daysBetween(m.like.Start.Time, m.like.End.Time))
	if !m.like.End.HasTime {
		return locale.Date{Time: end}
	}
	end = onDay(end, m.like.End.Time)
	if !end.After(start.Time) { // it begins at another time
		return locale.Date{}
	}
	return locale.Date{Time: end, HasTime: true}
}

// daysBetween counts the days from one to another, whatever clocks do meanwhile.
func daysBetween(from, to time.Time) int {
	return int(dayIn(to).Sub(dayIn(from)).Hours()) / 24
}

func dayIn(t time.Time) time.Time {
	y, month, d := t.Date()
	return time.Date(y, month, d, 0, 0, 0, 0, time.UTC)
}

// written gives a date as front matter has it.
func written(d locale.Date) string {
	if d.HasTime {
		return d.Time.Format("2006-01-02 15:04")
	}
	return d.Time.Format(time.DateOnly)
}

var exampleDay = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)

// moved gives an example with its days as far from the one of the new item as they are from that of the model: the
// deadline of a sign-up lies before the meeting.
func (m *maker) moved(example string, day locale.Date) string {
	if day.IsZero() {
		day = locale.Date{Time: m.wish.Now.In(m.set.Settings.Zone)}
	}
	days := daysBetween(m.modelDay(), day.Time)
	return exampleDay.ReplaceAllStringFunc(example, func(text string) string {
		t, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return text
		}
		return t.AddDate(0, 0, days).Format(time.DateOnly)
	})
}

// modelDay is the day that the examples of the model go by.
func (m *maker) modelDay() time.Time {
	for _, k := range m.keys {
		if k.Name == m.sort.start {
			day, _, _ := strings.Cut(k.Example.Swedish, " ")
			if t, err := time.Parse(time.DateOnly, day); err == nil {
				return t
			}
		}
	}
	year, _ := time.Parse("2006", new(content.Settings).ExampleYear())
	return year
}
