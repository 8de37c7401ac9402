package content

import (
	"slices"
	"strings"
)

// synonym gives the key that an author meant by a word of another language or another program; "" where none of
// those allowed is meant.
func synonym(word string, allowed []string) string {
	for _, key := range allowed {
		if slices.Contains(synonyms[key], plainWord(word)) {
			return key
		}
	}
	return ""
}

// plainWord is a word without what tells apart ways of writing it: Publicerings-datum, publicerings_datum.
func plainWord(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -_.", r) {
			return -1
		}
		return r
	}, word)
}

// synonyms are the words that authors write for a key, most of them Swedish. Some stand for several keys; then
// that one is meant which the place allows.
var synonyms = map[string][]string{
	"kind":  {"typ", "slag", "sort", "type", "form"},
	"title": {"titel", "rubrik", "ämnesrad", "headline", "heading"},
	"lead":  {"ingress", "inledning", "sammanfattning", "intro", "summary"},
	"date": {"datum", "embargo", "publicera", "publiceras", "publicerad", "publicerat", "publicering", "publiceringsdatum", "publicerasden",
		"publish", "published", "publishdate", "pubdate", "släpps", "offentlig", "offentligfrån", "gällerfrån", "dag"},
	"expires":          {"utgår", "upphör", "giltigtill", "gällertill", "tasbort", "avpublicera", "avpubliceras", "slutdatum", "unpublish", "expirydate"},
	"draft":            {"utkast", "opublicerad", "arbetskopia"},
	"updated":          {"uppdaterad", "uppdaterat", "ändrad", "ändrat", "senaständrad", "lastmod", "modified"},
	"contacts":         {"kontakt", "kontakter", "kontaktperson", "kontaktpersoner", "presskontakt", "presskontakter", "contact"},
	"meetings":         {"träff", "träffar", "möte", "möten", "evenemang", "faktablad", "events"},
	"topics":           {"ämne", "ämnen", "tagg", "taggar", "etikett", "etiketter", "kategori", "kategorier", "tags", "tag", "categories"},
	"regions":          {"region", "regioner", "område", "områden", "ort", "orter", "stadsdel", "stadsdelar"},
	"images":           {"bild", "bilder", "foto", "foton", "image", "pictures"},
	"photo":            {"bild", "foto", "porträtt", "image"},
	"attachments":      {"bilaga", "bilagor", "dokument", "filer", "attachment"},
	"corrections":      {"rättelse", "rättelser", "rättat", "korrigering", "correction"},
	"withdrawn":        {"återkallad", "återkallat", "återkallas", "tillbakadragen", "indragen"},
	"replaced_by":      {"ersättsav", "ersattav", "efterträdare", "ersättare"},
	"description":      {"beskrivning"},
	"slug":             {"adress", "webbadress", "kortnamn", "permalink"},
	"aliases":          {"gammaladress", "gamlaadresser", "omdirigering", "alias", "redirects"},
	"start":            {"datum", "tid", "när", "börjar", "starttid", "startdatum", "date", "begin", "dag"},
	"end":              {"slut", "slutar", "sluttid", "slutdatum", "till"},
	"time_note":        {"tidsanmärkning", "tidskommentar"},
	"status":           {"läge", "tillstånd"},
	"previous_start":   {"tidigarestart", "tidigaretid", "flyttadfrån", "gammaltid"},
	"changes":          {"ändring", "ändringar", "change"},
	"place":            {"plats", "lokal", "var", "location", "venue"},
	"address":          {"adress", "gatuadress", "besöksadress"},
	"access":           {"tillgänglighet", "tillgång"},
	"online":           {"länk", "digitalt", "webbmöte"},
	"latitude":         {"latitud", "lat"},
	"longitude":        {"longitud", "lon", "lng", "long"},
	"organisations":    {"organisationer", "organisation", "arrangör", "arrangörer", "organizations", "organizers"},
	"participants":     {"deltagare", "medverkande", "medverkar", "talare", "participant", "speakers"},
	"audience":         {"målgrupp", "publik", "förvem"},
	"registration":     {"anmälan", "anmälning", "föranmälan", "signup"},
	"deadline":         {"sistadag", "sistaanmälningsdag", "senast"},
	"note":             {"anmärkning", "kommentar"},
	"series":           {"serie"},
	"licence":          {"licens", "license", "villkor", "rättigheter", "rights"},
	"logotypes":        {"logotyp", "logotyper", "logga", "loggor", "logo", "logos", "logotype", "kommunvapen"},
	"image_licence":    {"bildlicens", "bildvillkor", "imagelicense"},
	"name":             {"namn"},
	"family_name":      {"efternamn", "släktnamn", "surname", "lastname", "familyname"},
	"role":             {"roll", "titel", "befattning", "uppdrag", "title"},
	"organisation":     {"organization", "myndighet", "förvaltning"},
	"phone":            {"telefon", "tel", "telefonnummer", "telephone"},
	"mobile":           {"mobil", "mobiltelefon", "mobilnummer", "cell"},
	"email":            {"epost", "epostadress", "mail", "mejl"},
	"areas":            {"ansvar", "ansvarsområde", "ansvarsområden", "svararför"},
	"left":             {"slutat", "slutade"},
	"press":            {"presskontakt"},
	"menu":             {"meny"},
	"order":            {"ordning", "vikt", "weight"},
	"file":             {"fil", "filnamn", "src"},
	"alt":              {"alternativtext", "alttext", "bildbeskrivning", "beskrivning"},
	"caption":          {"bildtext"},
	"credit":           {"fotograf", "foto", "byline", "källa"},
	"text":             {"beskrivning", "orsak", "ändring", "rättelse"},
	"reason":           {"orsak", "anledning", "skäl", "varför", "text"},
	"url":              {"länk", "webb", "webbplats", "adress", "link", "href"},
	"languages":        {"språk"},
	"timezone":         {"tidszon"},
	"base_url":         {"adress", "webbadress", "url"},
	"tagline":          {"underrubrik", "slogan"},
	"press_contacts":   {"presskontakt", "presskontakter"},
	"page_size":        {"sidstorlek", "antal"},
	"link_pictures":    {"länkbilder", "delningsbilder", "delningsbild"},
	"about":            {"om", "omoss"},
	"street":           {"gata", "gatuadress"},
	"postcode":         {"postnummer", "postnr", "zip"},
	"city":             {"ort", "postort", "stad"},
	"country":          {"land"},
	"ignore":           {"ignorera", "tysta"},
	"security_contact": {"säkerhetskontakt"},

	// Values that one chooses from.
	"release":    {"pressmeddelande", "pressrelease", "nyhet", "news", "press"},
	"invitation": {"inbjudan", "pressinbjudan", "pressträff", "presskonferens", "invite"},
	"statement":  {"uttalande", "kommentar", "pressuttalande"},
	"planned":    {"planerad", "planerat", "preliminär", "preliminärt"},
	"confirmed":  {"bekräftad", "bekräftat", "klar", "klart"},
	"postponed":  {"uppskjuten", "uppskjutet", "framflyttad", "framflyttat"},
	"cancelled":  {"inställd", "inställt", "avbokad", "canceled"},
	"all":        {"alla", "allt", "samtliga"},
	"newest":     {"nyaste", "senaste", "latest"},
}
