package intake

import (
	"net/url"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// keyMeanings are the keys of Hugo, Jekyll and Zola, and of the content here, that have a counterpart.
var keyMeanings = map[string]func(a *article, values []string) (ok bool){
	"title": func(a *article, v []string) bool { a.title = v[0]; return true }, "headline": func(a *article, v []string) bool { a.title = v[0]; return true },
	"description": func(a *article, v []string) bool { a.description = v[0]; return true },
	"summary":     leadKey, "excerpt": leadKey, "lead": leadKey, "ingress": leadKey, "intro": leadKey,
	"date": dateKeyOf, "publishdate": dateKeyOf, "pubdate": dateKeyOf, "published_at": dateKeyOf,
	"lastmod": updatedKey, "updated": updatedKey, "modified": updatedKey, "last_modified_at": updatedKey,
	"expirydate": expiresKey, "expires": expiresKey,
	"draft": draftKey, "published": publishedKey,
	"tags": topicsKey, "tag": topicsKey, "categories": topicsKey, "category": topicsKey, "topics": topicsKey, "keywords": topicsKey, "taxonomies": topicsKey,
	"regions": func(a *article, v []string) bool { a.regions = appendAll(a.regions, v); return true },
	"slug":    slugKey,
	"aliases": aliasKey, "redirect_from": aliasKey, "url": aliasKey, "permalink": aliasKey, "path": aliasKey,
}

// ofPrograms are keys that only say how another program shows a text.
var ofPrograms = map[string]bool{"layout": true, "type": true, "template": true, "weight": true, "toc": true, "math": true, "comments": true, "markup": true, "in_search_index": true, "page_template": true}

// take uses a key. What has no counterpart, or a value that cannot be used, stays in a comment.
func (a *article) take(key string, value any, line int) {
	values := textsOf(value)
	use := keyMeanings[strings.ToLower(key)]
	switch {
	case len(values) == 0 && use != nil:
		return
	case len(values) == 0: // its name may be all that somebody wrote
	case ofPrograms[strings.ToLower(key)]:
	case key == "extra" || key == "params":
		if group, isGroup := value.(map[string]any); isGroup {
			for _, inner := range sortedKeys(group) {
				a.take(inner, group[inner], line)
			}
			return
		}
		a.tell(line, diag.ImportKey, "key", key)
	case use == nil:
		a.tell(line, diag.ImportKey, "key", key)
	case use(a, values):
		return
	default:
		a.tell(line, diag.ImportValue, "key", key, "value", strings.Join(values, ", "))
	}
	a.comments = append(a.comments, strings.TrimSpace(key+": "+strings.Join(values, ", ")))
}

func leadKey(a *article, v []string) bool {
	a.lead = v[0]
	return true
}

func dateKeyOf(a *article, v []string) bool {
	date := dateOr(v[0], a.site.zone)
	if date.IsZero() {
		return false
	}
	if a.date.IsZero() || date.Time.After(a.date.Time) { // of several the latest: it is not public before
		a.date = date
	}
	return true
}

func updatedKey(a *article, v []string) bool { return setDate(&a.updated, a, v) }
func expiresKey(a *article, v []string) bool { return setDate(&a.expires, a, v) }

func setDate(to *locale.Date, a *article, v []string) bool {
	*to = dateOr(v[0], a.site.zone)
	return !to.IsZero()
}

// draftKey takes all but a plain no for a draft.
func draftKey(a *article, v []string) bool {
	a.isDraft = !strings.EqualFold(v[0], "false")
	return strings.EqualFold(v[0], "true") || !a.isDraft
}

// publishedKey is Jekyll's: published: false is a draft. Others write a date there.
func publishedKey(a *article, v []string) bool {
	if strings.EqualFold(v[0], "true") {
		return true
	}
	if strings.EqualFold(v[0], "false") {
		a.isDraft = true
		return true
	}
	return dateKeyOf(a, v)
}

// topicsKey takes terms; of groups, as Zola has them, what stands behind the name of each.
func topicsKey(a *article, v []string) bool {
	for _, term := range v {
		for _, name := range []string{"tags: ", "categories: ", "topics: "} {
			term = strings.TrimPrefix(term, name)
		}
		a.topics = appendNew(a.topics, term)
	}
	return true
}

func slugKey(a *article, v []string) bool {
	a.slug = locale.Slug(v[0], a.site.lang)
	return a.slug == v[0]
}

// aliasKey takes old addresses. Those with parts that are filled in are none.
func aliasKey(a *article, v []string) bool {
	before := len(a.aliases)
	for _, address := range v {
		u, err := url.Parse(address)
		if err != nil {
			return false
		}
		a.addAlias(u.EscapedPath(), u.RawQuery)
	}
	return len(a.aliases) > before
}

func appendAll(list, more []string) []string {
	for _, text := range more {
		list = appendNew(list, text)
	}
	return list
}
