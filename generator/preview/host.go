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
	redirects map[string]redirect
}

type headerRule struct {
	pattern string // "*" stands for anything
	headers [][2]string
}

type redirect struct {
	to     string
	status int
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

func readRedirects(text string) map[string]redirect {
	rules := map[string]redirect{}
	for line := range strings.Lines(text) {
		parts := strings.Fields(line)
		if len(parts) != 3 {
			continue
		}
		if from, err := url.PathUnescape(parts[0]); err == nil {
			rules[strings.TrimSuffix(from, "/")] = redirect{to: parts[1], status: http.StatusMovedPermanently}
		}
	}
	return rules
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
	if to, found := h.redirects[strings.TrimSuffix(u.Path, "/")]; found {
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
