package check

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// An OutsideLink leads out of the site.
type OutsideLink struct {
	URL string
	At  diag.Position
}

// outsideLinks gives the links of the pages that lead out of the site, sorted, each address once.
func outsideLinks(pages []*page) []OutsideLink {
	var links []OutsideLink
	seen := map[string]bool{}
	for _, p := range pages {
		for _, address := range p.outside {
			address, _, _ := strings.Cut(address, "#")
			if !seen[address] {
				seen[address] = true
				links = append(links, OutsideLink{address, p.places.link(p.route.Source, address)})
			}
		}
	}
	slices.SortFunc(links, func(a, b OutsideLink) int { return strings.Compare(a.URL, b.URL) })
	return links
}
