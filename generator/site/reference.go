package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// contactsOf turns ids into contacts, in the order given. What is unknown or withheld is reported and
// left out.
func (l *linker) contactsOf(e *Edition, refs []content.Ref) []*Contact {
	return resolve(l, l.people, e, refs, contactNoun)
}

func (l *linker) meetingsOf(e *Edition, refs []content.Ref) []*Meeting {
	return resolve(l, l.meetings, e, refs, meetingNoun)
}

func (l *linker) contactOf(e *Edition, ref content.Ref) *Contact {
	return one(resolve(l, l.people, e, []content.Ref{ref}, contactNoun))
}

func (l *linker) releaseOf(e *Edition, ref content.Ref) *Release {
	return one(resolve(l, l.releases, e, []content.Ref{ref}, releaseNoun))
}

func one[T any](items []*T) *T {
	if len(items) == 0 {
		return nil
	}
	return items[0]
}

// A noun names a kind in messages.
type noun struct{ sv, en string }

var (
	contactNoun = noun{"kontakten", "contact"}
	meetingNoun = noun{"träffen", "meeting"}
	releaseNoun = noun{"pressmeddelandet", "press release"}
)

// resolve finds items by id, in the edition's language or else in the first.
func resolve[T any, P interface {
	*T
	title() string
}](l *linker, in index[T], e *Edition, refs []content.Ref, kind noun) []*T {
	var found []*T
	for _, ref := range refs {
		if ref.ID == "" {
			continue
		}
		if item := in.find(ref.ID, e.Lang.Tag, l.first()); item != nil {
			found = append(found, item)
			continue
		}
		if t, known := in.withheld[ref.ID]; known {
			sv, en := l.why(t)
			l.diags.Add(ref.At, diag.WithheldReference, "id", ref.ID, "why", sv, "why-en", en)
			continue
		}
		known, word := in.ids(l.first()), plainID(ref.ID, l.first())
		suggestion := diag.Suggest(word, known)
		for _, id := range known {
			if id == word || strings.EqualFold(P(in.find(id, l.first())).title(), ref.ID) {
				suggestion = id
			}
		}
		l.diags.Add(ref.At, diag.UnknownReference, "kind", kind.sv, "kind-en", kind.en, "id", ref.ID,
			"known", diag.Nearest(word, known), "suggestion", suggestion)
	}
	return found
}

// plainID is the id that an author means by a name, "Lena Holm", or by a file, contacts/lena-holm.md.
func plainID(written, lang string) string {
	base := content.WithoutDate(path.Base(strings.TrimSuffix(written, ".md")))
	return cmp.Or(locale.Slug(base, lang), written)
}

func (x index[T]) ids(lang string) []string {
	ids := make([]string, 0, len(x.shown[lang]))
	for id := range x.shown[lang] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// why says in words why something is withheld. It goes to authors only.
func (l *linker) why(t target) (sv, en string) {
	switch t.state {
	case Embargoed:
		at := t.from.Format("2006-01-02 15:04")
		return "publiceras " + at, "published " + at
	case Expired:
		return "har gått ut", "has expired"
	}
	return "utkast", "a draft"
}
