package blank

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

// An offer is a value that exists: an id with what it stands for, or a topic.
type offer struct{ value, name string }

// mostOffers are as many as one looks through.
const mostOffers = 12

var (
	offered = diag.Both("Finns", "There are")
	more    = diag.Both("till", "more")
)

// named lists what exists, each id with what it stands for.
func named(offers []offer, lang string) string {
	var texts []string
	for _, o := range offers[:min(len(offers), mostOffers)] {
		if o.name != "" {
			o.value += " (" + o.name + ")"
		}
		texts = append(texts, o.value)
	}
	if others := len(offers) - len(texts); others > 0 {
		texts = append(texts, strconv.Itoa(others)+" "+more.In(lang))
	}
	return strings.Join(texts, ", ")
}

// offers are what may stand after a key, most likely first.
func (m *maker) offers(k content.Key) []offer {
	switch {
	case k.Folder == "contacts":
		return m.contacts()
	case k.Folder == "meetings":
		return m.meetings()
	case slices.Contains([]string{"topics", "regions", "organisations", "series"}, k.Name):
		return m.terms(k.Name)
	}
	return nil
}

// contacts are those who have not left, press contacts first.
func (m *maker) contacts() (offers []offer) {
	present := slices.DeleteFunc(slices.Clone(m.set.Contacts), func(c *content.Contact) bool {
		return c.Lang != m.lang || c.IsDraft() || !c.Left.IsZero() && !m.wish.Now.Before(c.Left.Time)
	})
	slices.SortStableFunc(present, func(a, b *content.Contact) int { return -compareFlags(a.Press, b.Press) })
	for _, c := range present {
		offers = append(offers, offer{c.ID, strings.TrimSuffix(c.Name+", "+c.Role, ", ")})
	}
	return offers
}

func compareFlags(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// meetings are those to come, and those without a day.
func (m *maker) meetings() (offers []offer) {
	coming := slices.DeleteFunc(slices.Clone(m.set.Meetings), func(o *content.Meeting) bool {
		return o.Lang != m.lang || !o.Start.IsZero() && o.Start.Time.Before(m.wish.Now.AddDate(0, 0, -1))
	})
	slices.SortStableFunc(coming, func(a, b *content.Meeting) int { return a.Start.Time.Compare(b.Start.Time) })
	for _, o := range coming {
		name := o.Title
		if !o.Start.IsZero() {
			name += ", " + written(o.Start)
		}
		offers = append(offers, offer{o.ID, name})
	}
	return offers
}

// terms are the words that other texts have after a key, the most frequent first.
func (m *maker) terms(key string) (offers []offer) {
	count := map[string]int{}
	for _, r := range m.set.Releases {
		for _, term := range map[string][]string{"topics": r.Topics, "regions": r.Regions}[key] {
			count[term] += isOriginal(&r.Item, m.lang)
		}
	}
	for _, o := range m.set.Meetings {
		terms := map[string][]string{"topics": o.Topics, "regions": o.Regions, "organisations": o.Organisations, "series": {o.Series}}
		for _, term := range terms[key] {
			count[term] += isOriginal(&o.Item, m.lang)
		}
	}
	words := slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	for _, word := range words {
		if word != "" && count[word] > 0 {
			offers = append(offers, offer{word, ""})
		}
	}
	return offers
}

func isOriginal(i *content.Item, lang string) int {
	if i.Lang == lang {
		return 1
	}
	return 0
}
