package check

import (
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"alingsas.se/dialog/generator/prose"
	"alingsas.se/dialog/generator/site"
)

// weekdays: a date is the day of the week that the text says (wrong-weekday).
func weekdays(t *text) {
	for _, p := range t.paragraphs {
		for _, d := range prose.WrongWeekdays(p.text, t.item.Lang) {
			t.tell(p, d.Span, diag.WrongWeekday, "date", d.Span.In(p.text), "day", swedishDays[d.Right], "day-en", d.Right.String())
		}
	}
}

var swedishDays = map[time.Weekday]string{
	time.Monday: "måndag", time.Tuesday: "tisdag", time.Wednesday: "onsdag", time.Thursday: "torsdag",
	time.Friday: "fredag", time.Saturday: "lördag", time.Sunday: "söndag",
}

// namesOf lists the names of the contacts, each once.
func namesOf(set *content.Set) []string {
	var names []string
	for _, c := range set.Contacts {
		names = append(names, c.Title)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// speakers: who is quoted is spelled as the contact is, whose page the quote then leads to (almost-a-contact).
func speakers(t *text) {
	told := map[string]bool{}
	for _, q := range t.quotes {
		for _, speaker := range q.Speakers {
			name := diag.OneLetterOff(speaker, t.people)
			if name != "" && !slices.Contains(t.people, speaker) && !told[speaker] {
				told[speaker] = true
				t.tellSpeaker(q, speaker, name)
			}
		}
	}
}

// tellSpeaker reports a speaker whom a contact is nearly called.
func (t *text) tellSpeaker(q markdown.Quote, speaker, name string) {
	for _, p := range t.paragraphs {
		if at := strings.Index(p.text, speaker); at >= 0 && p.isBody && q.Text == p.text {
			t.tell(p, prose.Span{Start: at, End: at + len(speaker)}, diag.AlmostAContact, "name", speaker, "suggestion", name)
		}
	}
}

// strokes: what a correction changed is told beside the text, too (unexplained-stroke).
func strokes(t *text) {
	at, found := t.struck()
	switch {
	case !found:
	case t.release != nil && len(t.release.Corrections) == 0:
		t.found.Add(at, diag.UnexplainedStroke, "key", "corrections")
	case t.meeting != nil && len(t.meeting.Changes) == 0:
		t.found.Add(at, diag.UnexplainedStroke, "key", "changes")
	}
}

// almostSameTerms: a topic, or whatever else has a page, that differs from another in one letter is that one (almost-a-term).
func almostSameTerms(s *site.Site, _ []*page) diag.List {
	var diags diag.List
	for _, e := range s.Editions {
		for _, taxonomy := range e.Taxonomies() {
			// The usual one is right: it comes first, and each is compared with those before it.
			terms := slices.Clone(taxonomy.Terms)
			slices.SortStableFunc(terms, func(a, b *site.Term) int { return usage(b) - usage(a) })
			var names []string
			for _, t := range terms {
				if name := diag.OneLetterOff(t.Name, names); name != "" {
					diags.Add(firstItem(t).At(taxonomy.Section), diag.AlmostATerm, "name", t.Name, "other", name, "suggestion", name)
				}
				names = append(names, t.Name)
			}
		}
	}
	return diags
}

func usage(t *site.Term) int { return len(t.Releases) + len(t.Meetings) }

// firstItem is one that names a term; there is a term only where some does.
func firstItem(t *site.Term) *content.Item {
	if len(t.Releases) > 0 && !t.IsOfMeetings() {
		return t.Releases[0].Source
	}
	return t.Meetings[0].Source
}
