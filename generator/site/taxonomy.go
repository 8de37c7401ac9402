package site

// A Taxonomy is one way in which releases and meetings are found: all terms of a section.
type Taxonomy struct {
	Section string // "topics", "regions", "organisations" or "series"
	Terms   []*Term
}

// Taxonomies are those that have terms, in the order in which they are listed. Whoever adds something for every term,
// such as a feed, goes through these.
func (e *Edition) Taxonomies() []Taxonomy {
	var all []Taxonomy
	for _, section := range []string{"topics", "regions", "organisations", "series"} {
		if terms := e.Terms(section); len(terms) > 0 {
			all = append(all, Taxonomy{section, terms})
		}
	}
	return all
}

// Terms are the terms of a section, sorted by name.
func (e *Edition) Terms(section string) []*Term {
	switch section {
	case "topics":
		return e.Topics
	case "regions":
		return e.Regions
	case "organisations":
		return e.Organisations
	case "series":
		return e.Series
	}
	return nil
}

// IsOfMeetings tells whether fact sheets alone name the term: an organisation or a series. The releases under it are
// those that tell of its meetings.
func (t *Term) IsOfMeetings() bool { return t.Section == "organisations" || t.Section == "series" }

// HasFeed tells whether there is something that one could follow: a release, or a meeting of an organisation or a
// series.
func (t *Term) HasFeed() bool { return len(t.Releases) > 0 || t.IsOfMeetings() && len(t.Meetings) > 0 }
