// Package outside asks whether links that lead out of a site lead to something: Ask, Manners.
//
// In come the links that a check has found. Out come warnings. It is the only part of a check that needs a network.
package outside

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"time"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
)

// Manners bound what a check asks of other sites.
type Manners struct {
	Most    int           // addresses in all
	AtOnce  int           // hosts that are asked at the same time; each is asked one thing at a time
	Pause   time.Duration // between two questions to a host
	Timeout time.Duration // of one answer
	Agent   string        // who asks
}

// Polite is how strangers are asked.
var Polite = Manners{Most: 500, AtOnce: 4, Pause: 500 * time.Millisecond, Timeout: 15 * time.Second, Agent: "municipal-site-link-check/1.0"}

// Ask asks whether links out of the site lead to something. What does not answer is a warning, never an
// error: another site's bad day keeps nothing from being published.
func Ask(ctx context.Context, links []check.OutsideLink, m Manners) diag.List {
	var diags diag.List
	if more := len(links) - m.Most; more > 0 {
		why, whyEn := fmt.Sprintf("högst %d kontrolleras åt gången", m.Most), fmt.Sprintf("at most %d are checked at a time", m.Most)
		diags.Add(links[m.Most].At, diag.UncheckedOutside, "count", strconv.Itoa(more), "why", why, "why-en", whyEn)
		links = links[:m.Most]
	}
	byHost := map[string][]check.OutsideLink{}
	for _, l := range links {
		if u, err := url.Parse(l.URL); err == nil {
			byHost[u.Host] = append(byHost[u.Host], l)
		}
	}
	var mu sync.Mutex
	var wg sync.WaitGroup
	places := make(chan struct{}, m.AtOnce)
	for _, ofHost := range byHost {
		wg.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			found := m.askHost(ctx, ofHost)
			mu.Lock()
			defer mu.Unlock()
			diags = append(diags, found...)
		})
	}
	wg.Wait()
	return diags.Sorted()
}

// askHost asks for the links to one host, one after the other. A host that wants to be left alone is.
func (m Manners) askHost(ctx context.Context, links []check.OutsideLink) diag.List {
	var diags diag.List
	client := m.client()
	for i, l := range links {
		if i > 0 {
			select {
			case <-ctx.Done():
			case <-time.After(m.Pause):
			}
		}
		a := m.ask(ctx, client, l.URL)
		switch {
		case a.isUnwelcome() || ctx.Err() != nil:
			why := cmp.Or(a.why, "context")
			diags.Add(l.At, diag.UncheckedOutside, "count", strconv.Itoa(len(links)-i), "why", l.URL+": "+why, "why-en", l.URL+": "+why)
			return diags
		case a.why != "":
			diags.Add(l.At, diag.DeadOutside, "target", l.URL, "why", a.why)
		case a.movedTo != "":
			diags.Add(l.At, diag.MovedOutside, "target", l.URL, "to", a.movedTo)
		}
	}
	return diags
}

// An answer is what an address gave.
type answer struct {
	status  int
	why     string // it is no good one
	movedTo string // for good
}

// isUnwelcome tells whether a host answers people only, or not now.
func (a answer) isUnwelcome() bool {
	return slices.Contains([]int{http.StatusUnauthorized, http.StatusForbidden, http.StatusTooManyRequests, http.StatusServiceUnavailable}, a.status)
}

// ask looks at the head of an address, and at the page where its host has no heads.
func (m Manners) ask(ctx context.Context, client *http.Client, address string) answer {
	a := m.askBy(ctx, client, http.MethodHead, address)
	if a.why != "" && (a.status >= 400 || a.status == 0) {
		return m.askBy(ctx, client, http.MethodGet, address)
	}
	return a
}

func (m Manners) askBy(ctx context.Context, client *http.Client, method, address string) answer {
	ctx, cancel := context.WithTimeout(ctx, m.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return answer{why: err.Error()}
	}
	request.Header.Set("User-Agent", m.Agent)
	response, err := client.Do(request)
	if err != nil {
		return answer{why: reasonOf(err)}
	}
	defer response.Body.Close()
	_, _ = io.CopyN(io.Discard, response.Body, 1<<10) // the rest of a page is of no interest
	a := answer{status: response.StatusCode}
	if response.StatusCode >= 400 {
		a.why = response.Status
	} else if isForGood(response.Request) {
		a.movedTo = response.Request.URL.String()
	}
	return a
}

func (m Manners) client() *http.Client {
	return &http.Client{
		Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true, TLSHandshakeTimeout: m.Timeout},
		CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) >= 10 {
				return errors.New("redirects without an end")
			}
			return nil
		},
	}
}

// isForGood tells whether a request came of redirects that are all permanent.
func isForGood(last *http.Request) bool {
	from := last.Response
	if from == nil {
		return false
	}
	for ; from != nil; from = from.Request.Response {
		if from.StatusCode != http.StatusMovedPermanently && from.StatusCode != http.StatusPermanentRedirect {
			return false
		}
	}
	return true
}

// reasonOf says in a few words why there was no answer.
func reasonOf(err error) string {
	var name *net.DNSError
	var wrapped *url.Error
	switch {
	case errors.As(err, &name):
		return "no such host: " + name.Name
	case errors.Is(err, context.DeadlineExceeded):
		return "timeout"
	case errors.As(err, &wrapped):
		return wrapped.Err.Error()
	}
	return err.Error()
}
