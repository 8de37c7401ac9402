package preview

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"alingsas.se/dialog/generator/web"
)

// A host does with a site what Netlify does: it reads _headers and _redirects, finds index.html, adds
// the slash that is missing, and has a page for what is not there.
type host struct {
	headers   []headerRule
	redirects map[string][]redirect // by path, in the order of the rules
}

type headerRule struct {
	pattern string // "*" stands for anything
	headers [][2]string
}

type redirect struct {
	query   url.Values // that the address must have
	to      string
	isForce bool // also where there is a file
	status  int
}

func hostOf(table web.Table) host {
	return host{headers: readHeaders(text(table, "/_headers")), redirects: readRedirects(text(table, "/_redirects"))}
}

func text(table web.Table, url string) string {
	r, found := table.Find(url)
	if !found {
		return ""
	}
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		return ""
	}
	return w.String()
}

func readHeaders(text string) []headerRule {
	var rules []headerRule
	for line := range strings.Lines(text) {
		name, value, isHeader := strings.Cut(strings.TrimSpace(line), ": ")
		switch {
		case strings.HasPrefix(line, "/"):
			rules = append(rules, headerRule{pattern: strings.TrimSpace(line)})
		case isHeader && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{name, value})
		}
	}
	return rules
}

func readRedirects(text string) map[string][]redirect {
	rules := map[string][]redirect{}
	for line := range strings.Lines(text) {
		parts := strings.Fields(line)
		last := len(parts) - 1
		if last < 2 {
			continue
		}
		from, err := url.PathUnescape(parts[0])
		query, queryErr := url.ParseQuery(strings.Join(parts[1:last-1], "&"))
		if err == nil && queryErr == nil {
			from = strings.TrimSuffix(from, "/")
			rules[from] = append(rules[from], redirect{query, parts[last-1], strings.HasSuffix(parts[last], "!"), http.StatusMovedPermanently})
		}
	}
	return rules
}

// redirect finds the first rule for an address; where only those count that hold also where there is a file, one of
// them.
func (h host) redirect(u *url.URL, isThere bool) (redirect, bool) {
	var given url.Values
	for _, rule := range h.redirects[strings.TrimSuffix(u.Path, "/")] {
		if given == nil {
			given = u.Query()
		}
		if (rule.isForce || !isThere) && rule.holds(given) {
			return rule, true
		}
	}
	return redirect{}, false
}

func (r redirect) holds(given url.Values) bool {
	for name := range r.query {
		if !given.Has(name) || given.Get(name) != r.query.Get(name) {
			return false
		}
	}
	return true
}

// setHeaders sets the headers of every rule that matches.
func (h host) setHeaders(to http.Header, path string) {
	for _, rule := range h.headers {
		if matches(rule.pattern, path) {
			for _, header := range rule.headers {
				to.Set(header[0], header[1])
			}
		}
	}
}

func matches(pattern, path string) bool {
	before, after, hasStar := strings.Cut(pattern, "*")
	if !hasStar {
		return pattern == path
	}
	return len(path) >= len(before)+len(after) && strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
}

// An answer is a route with its status, or another location.
type answer struct {
	route    web.Route
	status   int
	location string
}

func (h host) answer(table web.Table, u *url.URL) answer {
	path := web.EscapePath(u.Path) // browsers escape more or fewer characters than the site does
	if to, found := h.redirect(u, true); found {
		return answer{location: withQuery(to.to, u), status: to.status}
	}
	if r, found := table.Find(path); found {
		return answer{route: r, status: http.StatusOK}
	}
	if _, found := table.Find(path + "/"); found {
		return answer{location: withQuery(path+"/", u), status: http.StatusMovedPermanently}
	}
	if short, isIndex := strings.CutSuffix(path, "index.html"); isIndex {
		if r, found := table.Find(short); found {
			return answer{route: r, status: http.StatusOK}
		}
	}
	if to, found := h.redirect(u, false); found {
		return answer{location: withQuery(to.to, u), status: to.status}
	}
	r, _ := table.Find("/404.html")
	return answer{route: r, status: http.StatusNotFound}
}

func withQuery(path string, u *url.URL) string {
	switch {
	case u.RawQuery == "":
		return path
	case strings.Contains(path, "?"):
		return path + "&" + u.RawQuery
	}
	return path + "?" + u.RawQuery
}
