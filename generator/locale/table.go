package locale

import (
	"github.com/go-playground/locales/da"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/fi"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/nb"
	"github.com/go-playground/locales/pl"
	"github.com/go-playground/locales/se"
	"github.com/go-playground/locales/sv"
	"github.com/go-playground/locales/uk"
)

// noBreak is U+00A0: a line does not end between "kl." and the hour, or a number and its unit.
const noBreak = "\u00a0"

// languages holds what each language decides, sorted by tag. A new language is a new entry.
//
// Marks follow CLDR's long date and short time, with these exceptions. Swedish writes the
// clock with a full stop and always with "kl.", as the guideline R66 of Webbriktlinjer.se prefers
// it and so that 18.00 is not read aloud as a year; its range dash stands without spaces (Svenska
// skrivregler). British English has no comma after the weekday (GOV.UK style).
var languages = []*Language{
	{
		Tag: "da", name: "Dansk", openGraph: "da_DK", cldr: da.New(),
		dayMark: ".", weekdayMark: " den ",
		clockMark: ".", beforeAt: " kl." + noBreak,
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "de", name: "Deutsch", openGraph: "de_DE", cldr: de.New(),
		dayMark: ".", weekdayMark: ", ",
		clockMark: ":", beforeAt: ", ", afterAt: noBreak + "Uhr",
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "en", name: "English", openGraph: "en_GB", cldr: en_GB.New(),
		weekdayMark: " ",
		clockMark:   ":", beforeAt: ", ",
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		// Dates take the essive, maanantaina 2. huhtikuuta; alone it is maanantai and huhti.
		Tag: "fi", name: "Suomi", openGraph: "fi_FI", cldr: fi.New(),
		dayMark: ".", weekdayMark: " ", weekdayTail: "na", monthTail: "k.",
		clockMark: ".", bareHour: true, beforeAt: " klo" + noBreak,
		units: [3]string{"kt", "Mt", "Gt"},
	},
	{
		Tag: "fr", name: "Français", openGraph: "fr_FR", cldr: fr.New(),
		weekdayMark: " ",
		clockMark:   ":", beforeAt: ", ",
		units: [3]string{"ko", "Mo", "Go"},
	},
	{
		Tag: "nb", name: "Norsk bokmål", openGraph: "nb_NO", cldr: nb.New(),
		dayMark: ".", weekdayMark: " ",
		clockMark: ":", beforeAt: " kl." + noBreak,
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "pl", name: "Polski", openGraph: "pl_PL", cldr: pl.New(),
		weekdayMark: ", ",
		clockMark:   ":", beforeAt: ", ",
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "se", name: "Davvisámegiella", openGraph: "se_SE", cldr: se.New(),
		yearFirst: true, weekdayMark: ", ",
		clockMark: ":", beforeAt: ", ",
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "sv", name: "Svenska", openGraph: "sv_SE", cldr: sv.New(),
		weekdayMark: " ", tightDash: true,
		clockMark: ".", beforeAt: " kl." + noBreak,
		units: [3]string{"kB", "MB", "GB"},
	},
	{
		Tag: "uk", name: "Українська", openGraph: "uk_UA", cldr: uk.New(),
		yearMark: " р.", weekdayMark: ", ",
		clockMark: ":", beforeAt: ", ",
		units: [3]string{"кБ", "МБ", "ГБ"},
	},
}
