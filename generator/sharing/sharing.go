// Package sharing draws how a page looks where somebody shares it: Picture, Colours, ReadColours.
//
// In comes what a picture says, and the colours of the style sheet. Out comes a PNG of 1200 × 630 pixels, which is
// what social networks show beside a link (Open Graph). The same input gives the same bytes.
//
// A picture knows nothing of the model: whoever makes one hands over what is shown on the page, and nothing else.
package sharing

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// Width and Height are what social networks ask for.
const (
	Width  = 1200
	Height = 630
)

// A Picture is what is drawn. Only the title must be there.
type Picture struct {
	Kicker       string // what kind of text it is: "Pressmeddelande"
	Title        string
	Facts        []string // below the title, a line each: when and where
	Organisation string
	Site         string // its title
	Leaf         *Leaf  // nil where there is no date
	IsAlert      bool   // the title says that something is withdrawn, cancelled or postponed
	Colours      Colours
}

// A Leaf is a leaf of a calendar, as pages of meetings have it.
type Leaf struct {
	Month   string // "april 2012"
	Days    string // "2", "2–3"
	Weekday string // "" for several days
	IsOff   bool   // what stood there does not take place: it is crossed out
}

// drawing is another one after each change of how pictures look, so that none is taken from a store that was drawn
// before, and social networks, which keep what they saw at an address, find it at another.
const drawing = "2"

// Key tells one picture from any other.
func (p *Picture) Key() string {
	key := p.key()
	return hex.EncodeToString(key[:])
}

func (p *Picture) key() [sha256.Size]byte {
	data, err := json.Marshal(p)
	if err != nil {
		panic(err) // it is made of texts and numbers
	}
	return sha256.Sum256(append([]byte(drawing+"\n"), data...))
}

// Hash stands in the picture's address: it is another one where the picture is.
func (p *Picture) Hash() string {
	key := p.key()
	return strings.ToLower(base32.StdEncoding.EncodeToString(key[:5]))
}
