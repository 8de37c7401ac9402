package site

// Bodies gives every text of the site: of items, and of what stands in their values.
func (s *Site) Bodies() []*Body {
	var bodies []*Body
	for _, e := range s.Editions {
		if about := e.Organisation.About; about != nil {
			bodies = append(bodies, about)
		}
		for _, i := range e.Items() {
			bodies = append(bodies, i.Body)
		}
		for _, r := range e.Releases {
			bodies = appendNotes(bodies, r.Corrections)
			if r.Withdrawn != nil {
				bodies = append(bodies, r.Withdrawn.Body)
			}
		}
		for _, m := range e.Meetings {
			bodies = appendNotes(bodies, m.Changes)
		}
	}
	return bodies
}

func appendNotes(bodies []*Body, notes []Note) []*Body {
	for _, n := range notes {
		bodies = append(bodies, n.Body)
	}
	return bodies
}
