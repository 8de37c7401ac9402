package diag

import "maps"

// catalogue holds all that a Code says.
var catalogue = joined(entries, slips, pictures, imports, templates)

func joined(parts ...map[Code]entry) map[Code]entry {
	all := map[Code]entry{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// slips are what a careful colleague would ask about.
var slips = map[Code]entry{
	TwoSpellings: {Warning,
		text{"{kind} \"{name}\" skrivs \"{other}\" i {where}, och så visas det överallt", "{kind-en} \"{name}\" is written \"{other}\" in {where}, and is shown so everywhere"},
		text{"skriv det på ett och samma sätt överallt", "spell it in one way everywhere"}},
	AlmostATerm: {Warning,
		text{"\"{name}\" skiljer sig från \"{other}\" på en bokstav och får en egen sida", "\"{name}\" differs from \"{other}\" in one letter and gets a page of its own"},
		text{"skriv det på ett och samma sätt överallt", "spell it in one way everywhere"}},
	AlmostAContact: {Warning,
		text{"\"{name}\" är ingen kontakt, men nästan, så citatet länkas inte", "\"{name}\" is no contact, but almost, so the quote is not linked"},
		text{"rätta namnet här eller i kontakten", "correct the name here or in the contact"}},
	WrongWeekday: {Warning,
		text{"veckodagen stämmer inte: \"{date}\" är en {day}", "the weekday is wrong: \"{date}\" is a {day-en}"},
		text{"rätta veckodagen eller datumet", "correct the weekday or the date"}},
	UnsaidStatus: {Warning,
		text{"ändringen säger \"{word}\", men inte träffens metadata: i listor och kalendrar gäller den som förut", "the change says \"{word}\", but the meeting's front matter does not: in lists and calendars it stands as before"},
		text{"{advice}", "{advice-en}"}},
	UnexplainedStatus: {Warning,
		text{"`status` är {status}, men `changes` säger ingenting om det", "`status` is {status}, but `changes` says nothing about it"},
		text{"skriv vad som har hänt och vad den som är anmäld gör: `{example}`", "write what has happened and what those who are registered do: `{example}`"}},
	UnexplainedStroke: {Warning,
		text{"text är struken, men `{key}` säger inte vad som har rättats", "text is struck out, but `{key}` does not say what was corrected"},
		text{"skriv `{key}: [{date: …, text: \"…\"}]`, eller ta bort den strukna texten", "write `{key}: [{date: …, text: \"…\"}]`, or remove the struck text"}},
	NoCredit: {Warning,
		text{"bilden har ingen fotograf, så ingen får publicera den", "the picture has no photographer, so nobody may publish it"},
		text{"skriv vem som har tagit eller äger den: `credit: Namn Efternamn`", "write who took or owns it: `credit: Given Family`"}},
	NoLicence: {Warning,
		text{"det står inte på vilka villkor andra får använda bilden", "it is not said on what terms others may use the picture"},
		text{"skriv `licence: …` vid bilden, eller `image_licence` för alla bilder i site.yaml", "write `licence: …` with the picture, or `image_licence` for all pictures in site.yaml"}},
	TypographicQuotes: {Warning,
		text{"citattecknen {marks} hör till texten och visas", "the quotation marks {marks} are part of the text and are shown"},
		text{"skriv raka citattecken (\") runt ett värde, eller inga alls", "write straight quotation marks (\") around a value, or none at all"}},
}
