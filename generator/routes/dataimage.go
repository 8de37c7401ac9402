package routes

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

// imageObjects describe pictures that a page shows. page is its address.
func (e *edition) imageObjects(images []site.Image, page string) []formats.Picture {
	var all []formats.Picture
	for i := range images {
		all = append(all, e.imageObject(&images[i], page))
	}
	return all
}

// imageObject describes a picture as image searches ask for it. Terms that are no known licence have no address of their
// own: the page says them, and has the file.
func (e *edition) imageObject(i *site.Image, page string) *formats.ImageObject {
	shown := i.Largest()
	o := &formats.ImageObject{
		ContentURL: e.Site.BaseURL + shown.URL, Caption: i.Caption, Width: shown.Width, Height: shown.Height, CreditText: i.Credit, Creator: e.creator(i.Credit),
	}
	if i.Caption != "" {
		o.InLanguage = i.CaptionLang
	}
	if i.Licence.Name != "" {
		o.License, o.AcquireLicensePage = cmp.Or(i.Licence.URL, page), page
	}
	return o
}

// creator is whom a credit names, nil where it is not certain what that is: schema.org asks for a person or an
// organisation, and a credit is a text.
func (e *edition) creator(credit string) formats.Agent {
	switch {
	case credit == e.Organisation.Name && credit != "":
		return e.publisher
	case looksLikePerson(credit):
		return &formats.Person{Name: credit}
	}
	return nil
}

// notPersonal are words in the names of companies, agencies and public bodies.
var notPersonal = []string{"ab", "hb", "kb", "aktiebolag", "kommun", "kommunen", "stad", "region", "länsstyrelsen", "foto", "photo", "bild", "bildbyrå", "byrå",
	"studio", "ateljé", "museum", "arkiv", "arkivet", "tidning", "tidningen", "media", "press", "images", "getty", "förening", "föreningen", "förlag", "skola", "skolan",
	"och", "and", "via", "privat", "the", "agency", "municipality", "city", "of"}

// looksLikePerson tells of two to four names that begin with capitals, with particles between them. A company may be
// called like that, too, so the words of such names are none.
func looksLikePerson(credit string) bool {
	names := 0
	words := strings.Fields(credit)
	for _, word := range words {
		first := []rune(word)[0]
		switch {
		case strings.ContainsFunc(word, isNoLetter), slices.Contains(notPersonal, strings.ToLower(word)), isAbbreviation(word):
			return false
		case unicode.IsUpper(first):
			names++
		case !slices.Contains([]string{"von", "af", "av", "de", "der", "den", "van", "al", "el", "bin", "da", "du", "la", "le"}, word):
			return false
		}
	}
	return names >= 2 && names <= 4 && unicode.IsUpper([]rune(words[0])[0])
}

// isAbbreviation tells of TT and NASA, and not of the initial in Anna B. Ek.
func isAbbreviation(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !strings.HasSuffix(word, ".") && word == strings.ToUpper(word)
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’.", r) }
