package site

// joinTranslations tells every page which pages say the same in other languages.
func (l *linker) joinTranslations() {
	if len(l.site.Editions) == 1 {
		return // there are no others
	}
	pages := map[urlKey][]*Item{}
	for _, e := range l.site.Editions {
		for _, i := range e.Items() {
			k := urlKey{folder: folder(i.Source), id: i.ID}
			pages[k] = append(pages[k], i)
		}
	}
	for _, same := range pages {
		for _, i := range same {
			for _, other := range same {
				if other != i {
					i.Translations = append(i.Translations, Translation{other.Edition.Lang.Tag, other.Edition.Lang.Name(), other.URL})
				}
			}
		}
	}
	l.joinTerms()
}

// joinTerms pairs terms by their place in the lists of a release and its translation.
// Where translations disagree, no pair is made.
func (l *linker) joinTerms() {
	first := l.site.Editions[0]
	for _, e := range l.site.Editions[1:] {
		pairs := map[*Term]*Term{}
		for _, r := range e.Releases {
			if original := l.releases.shown[first.Lang.Tag][r.ID]; original != nil {
				pairTerms(pairs, original.Topics, r.Topics)
				pairTerms(pairs, original.Regions, r.Regions)
			}
		}
		for _, m := range e.Meetings {
			if original := l.meetings.shown[first.Lang.Tag][m.ID]; original != nil {
				pairTerms(pairs, original.Topics, m.Topics)
				pairTerms(pairs, original.Regions, m.Regions)
				for _, k := range []meetingKey{organisationsKey, seriesKey} {
					pairTerms(pairs, k.get(original), k.get(m))
				}
			}
		}
		here := map[*Term]*Term{}
		for a, b := range pairs {
			if b != nil && b.Edition == e && pairs[b] == a {
				here[a] = b
				a.Translations = append(a.Translations, Translation{e.Lang.Tag, e.Lang.Name(), b.URL})
				b.Translations = append(b.Translations, Translation{first.Lang.Tag, first.Lang.Name(), a.URL})
			}
		}
		l.listForeignUnderTerms(e, here)
	}
}

// pairTerms notes both directions; a term that meets two others is marked with nil.
func pairTerms(pairs map[*Term]*Term, a, b []*Term) {
	if len(a) != len(b) {
		return
	}
	for i := range a {
		for _, p := range [][2]*Term{{a[i], b[i]}, {b[i], a[i]}} {
			if known, ok := pairs[p[0]]; ok && known != p[1] {
				pairs[p[0]] = nil
				continue
			}
			pairs[p[0]] = p[1]
		}
	}
}
