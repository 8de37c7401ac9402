package blank

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

// ownTexts are words that each language has of its own, beside those that a translation takes over.
var ownTexts = []string{"lead", "description"}

// translation gives the file of an item in another language: the keys that hold words, each with what the original says
// above it. What is left empty is taken over.
func (m *maker) translation() ([]File, error) {
	lang := m.wish.Language
	if others := m.set.Settings.Languages[1:]; !slices.Contains(others, lang) {
		return nil, diag.Usage(diag.Both("webbplatsen översätts inte till "+lang, "the site is not translated to "+lang),
			diag.Both("språken i site.yaml är "+strings.Join(m.set.Settings.Languages, ", "), "the languages of site.yaml are "+strings.Join(m.set.Settings.Languages, ", ")))
	}
	if m.wish.From != "" || len(m.wish.Dates) > 0 {
		return nil, diag.Usage(diag.Both("en översättning tar över allt från originalet", "a translation takes over all from its original"),
			diag.Both("utelämna --from och --dates", "leave --from and --dates out"))
	}
	original, err := m.find(m.wish.Title)
	if err != nil {
		return nil, err
	}
	for _, i := range m.items() {
		if i.Original() == original && i.Lang == lang {
			return nil, diag.Usage(diag.Both("översättningen finns redan: "+i.File, "the translation is there already: "+i.File), diag.Both("öppna den filen", "open that file"))
		}
	}
	name := strings.TrimSuffix(original.Name, ".md") + "." + lang + ".md"
	return []File{{name, m.translated(original)}}, nil
}

func (m *maker) translated(original *content.Item) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	for _, k := range m.keys {
		said := original.Written(k.Name)
		switch {
		case k.Name == "draft":
			b.WriteString("draft: true\n")
		case said == "":
		case k.Translated || slices.Contains(ownTexts, k.Name) || hasPictures(k):
			b.WriteString(m.meaning(k) + "# " + m.lang + ": " + said + "\n" + k.Name + ":\n")
		}
	}
	b.WriteString("---\n")
	return []byte(b.String())
}

// hasPictures tells whether a key's value has descriptions of pictures: words within a group.
func hasPictures(k content.Key) bool {
	return slices.ContainsFunc(k.Keys, func(part content.Key) bool { return part.Input == content.PictureInput })
}
