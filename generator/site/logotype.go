package site

import (
	"path"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
)

// linkLogotypes publishes the organisation's logotypes below the list of press pictures, and gives them to every edition.
func (l *linker) linkLogotypes() {
	s, first := l.set.Settings, l.first()
	home := &content.Item{File: s.File, Name: settingsName, Lang: first}
	for _, logotype := range s.Logotypes {
		if logotype.File == "" { // which was told
			continue
		}
		f := l.publish(home, l.site.Editions[0].URL("images"), logotype.File, logotype.At)
		if f == nil || !l.inspect(f, logotype.At) {
			continue
		}
		if !f.IsPicture() {
			l.diags.Add(logotype.At, diag.NotAnImage, "file", path.Base(f.Name), "why", f.Type)
			continue
		}
		f.Words = pictures.Words{Caption: logotype.Title.In(first, first), Licence: logotype.Licence.In(first, first)}
		for _, e := range l.site.Editions {
			e.Logotypes = append(e.Logotypes, l.newLogotype(e.Lang.Tag, f, logotype))
		}
	}
}

// newLogotype tells of a logotype in a language. Its title stands under it, as a caption does, which is a sentence.
func (l *linker) newLogotype(lang string, f *File, logotype content.Logotype) Image {
	first := l.first()
	return Image{
		File: f, Alt: logotype.Alt.In(lang, first), AltLang: logotype.Alt.LangOf(lang, first),
		Caption: strings.TrimSuffix(logotype.Title.In(lang, first), ".") + ".", CaptionLang: logotype.Title.LangOf(lang, first),
		Licence: LicenceOf(logotype.Licence.In(lang, first)), IsLater: true,
		SaveAs: l.copyName(f, locale.Slug(logotype.Title.In(first, first), first)),
	}
}
