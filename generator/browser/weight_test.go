package browser

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/net/html"
)

// maxWeight is how many bytes a page may be with its style sheets and scripts, compressed: what a
// connection can carry in its first round trip.
const maxWeight = 14000

// weigh needs no browser: it weighs the files that the page names.
func weigh(_ *tab, v pageView) ([]string, error) {
	name := v.page.url
	if strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	page, err := os.ReadFile(filepath.Join(v.page.site.dir, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	weight, parts := compressed(page), []string{fmt.Sprintf("the page %d", compressed(page))}
	for _, address := range needed(page) {
		data, err := os.ReadFile(filepath.Join(v.page.site.dir, filepath.FromSlash(address)))
		if err != nil {
			return nil, err
		}
		weight += compressed(data)
		parts = append(parts, fmt.Sprintf("%s %d", address, compressed(data)))
	}
	if weight > maxWeight {
		return []string{fmt.Sprintf("%d bytes, more than %d: %s", weight, maxWeight, strings.Join(parts, ", "))}, nil
	}
	return nil, nil
}

func compressed(data []byte) int {
	var w bytes.Buffer
	z, _ := gzip.NewWriterLevel(&w, gzip.BestCompression)
	_, _ = z.Write(data)
	_ = z.Close()
	return w.Len()
}

// needed gives the addresses of the style sheets and scripts of a page.
func needed(page []byte) (addresses []string) {
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		token := z.Token()
		attributes := map[string]string{}
		for _, a := range token.Attr {
			attributes[a.Key] = a.Val
		}
		switch {
		case token.Data == "script" && attributes["src"] != "":
			addresses = append(addresses, attributes["src"])
		case token.Data == "link" && attributes["rel"] == "stylesheet":
			addresses = append(addresses, attributes["href"])
		}
	}
	return addresses
}
