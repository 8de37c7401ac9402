package content

var releaseHelp = []help{
	{"kind", "Slag", "Kind",
		"Vanligt pressmeddelande (release), pressinbjudan (invitation) eller uttalande (statement); sägs på sidan, i listor och i flöden.", "A press release, a press invitation or a statement; said on the page, in lists and in feeds.",
		"invitation", "invitation"},
	{"date", "Publiceras", "Published",
		"Dag, helst med klockslag, då pressmeddelandet blir offentligt; före dess finns ingenting av det på webbplatsen.", "The day, preferably with the time, when the release becomes public; before that, nothing of it is on the site.",
		"YYYY-03-27 09:00", "YYYY-03-27 09:00"},
	{"lead", "Ingress", "Lead",
		"Säger det viktigaste i en eller två meningar; utan den används det första stycket.", "Says what matters most in a sentence or two; without it, the first paragraph is used.",
		"Den 31 mars möts företag och kommun vid frukostbordet.", "On 31 March, companies and the municipality meet at breakfast."},
	{"contacts", "Presskontakter", "Press contacts",
		"Id för dem som journalister kan ringa, i den ordning de ska visas.", "The ids of those whom journalists may call, in the order in which they are shown.",
		"[anna-exempel]", "[anna-exempel]"},
	{"meetings", "Träffar", "Meetings",
		"Id för de faktablad som visas i faktarutan.", "The ids of the fact sheets that the fact box shows.",
		"[frukost-i-mars]", "[frukost-i-mars]"},
	{"corrections", "Rättelser", "Corrections",
		"Vad som har rättats efter publiceringen; visas överst på sidan och i flöden.", "What was corrected after publication; shown at the top of the page and in feeds.",
		`[{date: YYYY-03-28, text: "Rätt starttid är 7.30, inte 8.00."}]`, `[{date: YYYY-03-28, text: "It begins at 7.30, not at 8.00."}]`},
	{"withdrawn", "Återkallat", "Withdrawn",
		"När och varför pressmeddelandet återkallades; sidan ligger kvar och säger det.", "When and why the release was withdrawn; the page stays and says so.",
		`{date: YYYY-03-29, reason: "Uppgifterna stämde inte."}`, `{date: YYYY-03-29, reason: "The facts were wrong."}`},
	{"replaced_by", "Ersatt av", "Replaced by",
		"Id för det pressmeddelande som gäller i stället; sidan länkar dit överst.", "The id of the release that holds instead; the page links there at the top.",
		"nytt-pressmeddelande", "nytt-pressmeddelande"},
	{"expires", "Visas till", "Shown until",
		"Från den dagen eller tiden finns pressmeddelandet inte längre på webbplatsen.", "From that day or time on, the release is no longer on the site.",
		"YYYY-12-31", "YYYY-12-31"},
}

var correctionHelp = []help{
	{"date", "Rättat", "Corrected",
		"När rättelsen gjordes; skriv gärna tiden.", "When the correction was made; preferably with the time.",
		"YYYY-03-28 14:30", "YYYY-03-28 14:30"},
	{"text", "Vad som har rättats", "What was corrected",
		"Säger vad som var fel och vad som gäller.", "Says what was wrong and what holds.",
		"Rätt starttid är 7.30, inte 8.00.", "It begins at 7.30, not at 8.00."},
}

var withdrawalHelp = []help{
	{"date", "Återkallat", "Withdrawn",
		"När pressmeddelandet återkallades; skriv gärna tiden.", "When the release was withdrawn; preferably with the time.",
		"YYYY-03-29 10:00", "YYYY-03-29 10:00"},
	{"reason", "Skäl", "Reason",
		"Säger varför pressmeddelandet inte gäller; visas på sidan, i listor och i flöden.", "Says why the release does not hold; shown on the page, in lists and in feeds.",
		"Uppgifterna stämde inte.", "The facts were wrong."},
}
