package content

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// An Alias is an old address of an item, on this site: "/nyheter/dialog/", "/default.aspx?id=3".
type Alias struct {
	Path  string   // escaped
	Query []string // "id=3", escaped and sorted
	At    diag.Position
}

// Address gives the old address as a browser shows it.
func (a Alias) Address() string {
	if len(a.Query) == 0 {
		return a.Path
	}
	return a.Path + "?" + strings.Join(a.Query, "&")
}

// Rule gives the old address as Netlify's _redirects has it: the path, and each part of the query after a space
// ("Redirect options", "Query parameters").
func (a Alias) Rule() string { return strings.Join(append([]string{a.Path}, a.Query...), " ") }

// aliases reads old addresses on this site, each with a slash in front.
func (d *decoder) aliases(n *yaml.Node) []Alias {
	aliases := items(d, n, (*decoder).alias)
	return slices.DeleteFunc(aliases, func(a Alias) bool { return a.Path == "" })
}

func (d *decoder) alias(n *yaml.Node) Alias {
	faults := len(d.diags)
	value := d.visible(n)
	if d.diags[faults:].HasErrors() {
		return Alias{}
	}
	u, err := url.Parse(value)
	before, _, _ := strings.Cut(value, "?")
	if err == nil && !u.ForceQuery && !strings.ContainsAny(value, " \\\"<>#") && !strings.ContainsAny(before, "*:") && isOldPath(u) {
		if query, ok := oldQuery(u.RawQuery); ok {
			return Alias{escapedPath(u), query, d.at(n)}
		}
	}
	d.fail(n, diag.BadPath, "value", value,
		"advice", "skriv den gamla sökvägen på den här webbplatsen, till exempel /nyheter/dialog/ eller /default.aspx?id=3",
		"advice-en", "write the old path on this site, for example /news/dialog/ or /default.aspx?id=3")
	return Alias{}
}

// escapedPath writes a path in one way, however its author escaped it: letters and figures as they are, and what is
// escaped with capitals. What is no UTF-8, as old servers have it (%E4 for ä), stays.
func escapedPath(u *url.URL) string {
	escaped := u.EscapedPath()
	var b strings.Builder
	for i := 0; i < len(escaped); i++ {
		if escaped[i] != '%' {
			b.WriteByte(escaped[i])
			continue
		}
		c := byte(hexDigit(escaped[i+1])<<4 | hexDigit(escaped[i+2]))
		if isWord(c) || strings.IndexByte("-._~", c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteString(strings.ToUpper(escaped[i : i+3]))
		}
		i += 2
	}
	return b.String()
}

// oldQuery gives the parts of a query as Netlify reads them: a name, "=" and a value, with everything escaped that
// would mean something there. It takes a line whose first part begins with a digit for one that names its status.
func oldQuery(query string) (parts []string, ok bool) {
	for part := range strings.SplitSeq(query, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		name, err := url.QueryUnescape(name)
		value, valueErr := url.QueryUnescape(value)
		if err != nil || valueErr != nil || name == "" || isDigit(name[0]) || strings.IndexFunc(name+value, unicode.IsControl) >= 0 {
			return nil, false
		}
		parts = append(parts, queryEscape(name)+"="+queryEscape(value))
	}
	slices.Sort(parts)
	return slices.Compact(parts), true
}

func queryEscape(text string) string { return strings.ReplaceAll(url.QueryEscape(text), "+", "%20") }

// isOldPath tells whether a path can be redirected: it begins at the root of this site, goes straight
// down, and means nothing but itself to Netlify, before its escapes are undone and after: * stands for
// anything there, and so does what begins with a colon. Netlify keeps /.netlify for itself.
func isOldPath(u *url.URL) bool {
	isHome := u.Path == "/" && u.RawQuery == "" // which is there
	isPlain := strings.HasPrefix(u.Path, "/") && u.Host == "" && !isHome && path.Clean(u.Path) == cmp.Or(strings.TrimSuffix(u.Path, "/"), "/")
	isNetlify := len(u.Path) >= len(netlifyPath) && strings.EqualFold(u.Path[:len(netlifyPath)], netlifyPath)
	hasMeaning := strings.ContainsAny(u.Path, "*?#\\") || strings.Contains(u.Path, "/:") || strings.Contains(strings.ToLower(u.RawPath), "%2f")
	return isPlain && !isNetlify && !hasMeaning && strings.IndexFunc(u.Path, unicode.IsControl) < 0
}

const netlifyPath = "/.netlify"
