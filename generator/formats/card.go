//go:build !js

package formats

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-vcard"
)

// The library escapes neither the semicolon, which separates the parts of a name or an address,
// nor knows that an address on the web and a list of types are not escaped at all. So these
// characters pass through it in the guise of control characters, which no clean text holds.
const (
	guisedSemicolon = "\x01"
	guisedComma     = "\x02"
	guisedBackslash = "\x03"
)

var (
	guiseText = strings.NewReplacer(";", guisedSemicolon)
	guiseRaw  = strings.NewReplacer(",", guisedComma, `\`, guisedBackslash)
	unguise   = strings.NewReplacer(guisedSemicolon, `\;`, guisedComma, ",", guisedBackslash, `\`)
)

// sortString is what a card is filed by (RFC 2426 section 3.6.5).
const sortString = "SORT-STRING"

// VCard writes c as a vCard 3.0 (RFC 2426), media type text/vcard; charset=utf-8. Old versions of
// Outlook read nothing newer, take the first card of a file only, and drop a number without a
// type. Properties are in alphabetical order after VERSION.
//
// An error tells that there is neither a name nor an organisation.
func VCard(w io.Writer, c Card) error {
	c.Name, c.Organisation = clean(c.Name), clean(c.Organisation)
	if c.Name == "" && c.Organisation == "" {
		return errors.New("write vCard: neither name nor organisation")
	}
	var b bytes.Buffer
	if err := vcard.NewEncoder(&b).Encode(c.fields()); err != nil {
		return fmt.Errorf("write vCard: %w", err)
	}
	_, err := io.WriteString(w, fold(unguise.Replace(b.String())))
	return err
}

func (c Card) fields() vcard.Card {
	fields := vcard.Card{}
	add := func(key, value string, params vcard.Params) {
		if value != "" {
			fields.Add(key, &vcard.Field{Value: value, Params: params})
		}
	}
	var language vcard.Params
	if tag := paramToken(c.Lang); tag != "" {
		language = vcard.Params{vcard.ParamLanguage: {tag}}
	}
	add(vcard.FieldVersion, "3.0", nil)
	add(vcard.FieldUID, cardText(c.UID), nil)
	add(vcard.FieldFormattedName, cardText(cmp.Or(c.Name, c.Organisation)), nil)
	add(vcard.FieldName, c.structuredName(), nil)
	add(sortString, cardText(c.SortBy), nil)
	add(vcard.FieldOrganization, cardText(c.Organisation), language)
	add(vcard.FieldTitle, cardText(c.Role), language)
	for _, p := range c.Phones {
		add(vcard.FieldTelephone, cardText(p.Number), vcard.Params{vcard.ParamType: {p.types()}})
	}
	add(vcard.FieldEmail, cardText(uri(c.Email)), vcard.Params{vcard.ParamType: {"INTERNET"}})
	add(vcard.FieldURL, guiseRaw.Replace(uri(c.URL)), nil)
	add(vcard.FieldNote, cardText(c.Note), language)
	add(vcard.FieldAddress, c.structuredAddress(), vcard.Params{vcard.ParamType: {"WORK"}})
	if !c.Revised.IsZero() {
		add(vcard.FieldRevision, c.Revised.UTC().Format(time.RFC3339), nil)
	}
	return fields
}

func cardText(s string) string { return guiseText.Replace(clean(s)) }

func (p CardPhone) types() string {
	if p.Kind == "cell" {
		return "CELL" + guisedComma + "VOICE"
	}
	return "WORK" + guisedComma + "VOICE"
}

// structuredName is family; given; additional; prefixes; suffixes (RFC 2426 section 3.1.2), all
// empty for an organisation.
func (c Card) structuredName() string {
	return cardText(c.Family) + ";" + cardText(c.Given) + ";;;"
}

// structuredAddress is post office box; extended address; street; locality; region; postal code;
// country (RFC 2426 section 3.2.1), or "" where nothing is known.
func (c Card) structuredAddress() string {
	street, city, postcode, country := cardText(c.Street), cardText(c.City), cardText(c.Postcode), cardText(c.Country)
	if street+city+postcode+country == "" {
		return ""
	}
	return strings.Join([]string{"", "", street, city, "", postcode, country}, ";")
}

// lineLimit is the length of a line in octets without its end (RFC 2426 section 2.6).
const lineLimit = 75

// fold breaks lines that are too long, never within a character: what follows is a line that
// begins with a space.
func fold(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		for room := lineLimit; len(strings.TrimSuffix(line, "\r\n")) > room; room = lineLimit - 1 {
			cut := room
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			b.WriteString(line[:cut] + "\r\n ")
			line = line[cut:]
		}
		b.WriteString(line)
	}
	return b.String()
}

// paramToken keeps of a language tag or a zone's name what may stand in a parameter unquoted.
func paramToken(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("-+_/", r):
			return r
		}
		return -1
	}, s)
}
