package routes

import (
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// Templates keeps what was parsed and compiled for one site, for others that differ from it in their texts alone: somebody
// who types a title makes a site with each letter, and parsing costs more than all the rest of it. Its zero value is empty.
//
// The static files must be the same too. A table that was made with it before must not be rendered any more: pieces that
// were rendered once are those of the last site.
type Templates struct {
	kept map[templatesKey]*keptTemplates
}

// A templatesKey is all that the functions of templates know of an edition.
type templatesKey struct {
	lang         *locale.Language
	words        *locale.Words
	prefix, base string
	statics      *Statics
}

type keptTemplates struct {
	parts *parts
	diags diag.List
}

// templatesOf parses the templates of an edition, or takes those that were kept.
func (l *lister) templatesOf(e *site.Edition, by executing) (executor, diag.List) {
	if l.from.Kept == nil {
		parts, diags := parseTemplates(l.from.Templates, l.from.TemplatesLabel, e, l.assets, by)
		return parts.set, diags
	}
	key := templatesKey{e.Lang, e.Words, e.Prefix, e.Site.BaseURL, l.from.Statics}
	kept := l.from.Kept.kept[key]
	if kept == nil {
		kept = new(keptTemplates)
		kept.parts, kept.diags = parseTemplates(l.from.Templates, l.from.TemplatesLabel, e, l.assets, by)
		if l.from.Kept.kept == nil {
			l.from.Kept.kept = map[templatesKey]*keptTemplates{}
		}
		l.from.Kept.kept[key] = kept
	}
	kept.parts.startAnew(e.Site)
	return kept.parts.set, kept.diags
}

// startAnew forgets what was rendered for another site.
func (p *parts) startAnew(s *site.Site) {
	p.site = s
	for name := range p.shelves {
		p.shelves[name] = new(shelf)
	}
}
