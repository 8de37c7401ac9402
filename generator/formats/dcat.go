package formats

import (
	"encoding/xml"
	"io"
	"strings"
)

// A DataCatalogue describes datasets as DCAT-AP-SE 3 asks for it (https://docs.dataportal.se/dcat/), which Sweden's data
// portal harvests. Addresses are absolute; each part is named by one of its own, for the portal takes no blank nodes.
type DataCatalogue struct {
	URL                  string // of the description
	Page                 string // that tells people of it
	Titles, Descriptions []LangText
	Licence              string // its address; the profile demands one
	Languages            []string
	Publisher            []LangText // the name
	PublisherPage        string     // "" where there is none
	Email, Phone         string     // where one asks; without an address there is no contact point, as it must have one
	Datasets             []CatalogueEntry
}

// A CatalogueEntry is one dataset, with the files that it can be had as.
type CatalogueEntry struct {
	ID                             string
	Titles, Descriptions, Keywords []LangText
	Files                          []CatalogueFile
}

// A CatalogueFile is a dataset in one format.
type CatalogueFile struct {
	URL, Type string
	Schema    string // its address, "" where there is none
}

// A LangText is a text in a language (BCP 47).
type LangText struct {
	Lang string `xml:"xml:lang,attr"`
	Text string `xml:",chardata"`
}

// The words of the vocabularies that the profile names.
const (
	euAuthority    = "http://publications.europa.eu/resource/authority/"
	themeOfData    = euAuthority + "data-theme/GOVE"     // government and public sector
	accessToData   = euAuthority + "access-right/PUBLIC" // for everyone
	frequencyOfIt  = euAuthority + "frequency/IRREG"     // whenever there is something to tell
	kindOfProvider = "http://purl.org/adms/publishertype/LocalAuthority"
)

// euLanguages are the codes of languages in the EU's list.
var euLanguages = map[string]string{
	"da": "DAN", "de": "DEU", "en": "ENG", "fi": "FIN", "fr": "FRA", "nb": "NOB", "pl": "POL", "se": "SME", "sv": "SWE", "uk": "UKR",
}

type rdfRef struct {
	Resource string `xml:"rdf:resource,attr"`
}

type rdfDocument struct {
	XMLName     xml.Name         `xml:"rdf:RDF"`
	RDF         string           `xml:"xmlns:rdf,attr"`
	DCAT        string           `xml:"xmlns:dcat,attr"`
	Terms       string           `xml:"xmlns:dcterms,attr"`
	FOAF        string           `xml:"xmlns:foaf,attr"`
	VCard       string           `xml:"xmlns:vcard,attr"`
	Catalogue   rdfCatalogue     `xml:"dcat:Catalog"`
	Publisher   rdfAgent         `xml:"foaf:Agent"`
	Contact     *rdfContact      `xml:"vcard:Organization"`
	Datasets    []rdfDataset     `xml:"dcat:Dataset"`
	Distributed []rdfDistributed `xml:"dcat:Distribution"`
}

type rdfCatalogue struct {
	About        string     `xml:"rdf:about,attr"`
	Titles       []LangText `xml:"dcterms:title"`
	Descriptions []LangText `xml:"dcterms:description"`
	Publisher    rdfRef     `xml:"dcterms:publisher"`
	Licence      rdfRef     `xml:"dcterms:license"`
	Homepage     rdfRef     `xml:"foaf:homepage"`
	Languages    []rdfRef   `xml:"dcterms:language"`
	Themes       rdfRef     `xml:"dcat:themeTaxonomy"`
	Datasets     []rdfRef   `xml:"dcat:dataset"`
}

type rdfAgent struct {
	About    string     `xml:"rdf:about,attr"`
	Names    []LangText `xml:"foaf:name"`
	Type     rdfRef     `xml:"dcterms:type"`
	Homepage *rdfRef    `xml:"foaf:homepage"`
}

type rdfContact struct {
	About string      `xml:"rdf:about,attr"`
	Name  string      `xml:"vcard:fn"`
	Email rdfRef      `xml:"vcard:hasEmail"`
	Phone *rdfValueOf `xml:"vcard:hasTelephone"`
}

// An rdfValueOf is a node of a value.
type rdfValueOf struct {
	Description struct {
		Value rdfRef `xml:"vcard:hasValue"`
	} `xml:"rdf:Description"`
}

type rdfDataset struct {
	About         string     `xml:"rdf:about,attr"`
	Titles        []LangText `xml:"dcterms:title"`
	Descriptions  []LangText `xml:"dcterms:description"`
	Publisher     rdfRef     `xml:"dcterms:publisher"`
	Contact       *rdfRef    `xml:"dcat:contactPoint"`
	Keywords      []LangText `xml:"dcat:keyword"`
	Theme         rdfRef     `xml:"dcat:theme"`
	Languages     []rdfRef   `xml:"dcterms:language"`
	Access        rdfRef     `xml:"dcterms:accessRights"`
	Frequency     rdfRef     `xml:"dcterms:accrualPeriodicity"`
	Page          rdfRef     `xml:"dcat:landingPage"`
	Distributions []rdfRef   `xml:"dcat:distribution"`
}

type rdfDistributed struct {
	About    string     `xml:"rdf:about,attr"`
	Titles   []LangText `xml:"dcterms:title"`
	Access   rdfRef     `xml:"dcat:accessURL"`
	Download rdfRef     `xml:"dcat:downloadURL"`
	Format   string     `xml:"dcterms:format"`
	Licence  rdfRef     `xml:"dcterms:license"`
	Schema   *rdfRef    `xml:"dcterms:conformsTo"`
}

// DCAT writes a catalogue as RDF/XML, media type application/rdf+xml, the one syntax that the portal reads.
func DCAT(w io.Writer, c DataCatalogue) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	return e.Encode(c.document())
}

func (c DataCatalogue) document() rdfDocument {
	licence := rdfRef{strings.Replace(uri(c.Licence), "https://creativecommons.org/", "http://creativecommons.org/", 1)} // as the portal knows them
	publisher, languages := rdfRef{uri(c.URL) + "#publisher"}, c.languages()
	d := rdfDocument{
		RDF: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", DCAT: "http://www.w3.org/ns/dcat#", Terms: "http://purl.org/dc/terms/",
		FOAF: "http://xmlns.com/foaf/0.1/", VCard: "http://www.w3.org/2006/vcard/ns#",
		Catalogue: rdfCatalogue{
			About: uri(c.URL) + "#catalogue", Titles: c.Titles, Descriptions: c.Descriptions, Publisher: publisher, Licence: licence,
			Homepage: rdfRef{uri(c.Page)}, Languages: languages, Themes: rdfRef{euAuthority + "data-theme"},
		},
		Publisher: rdfAgent{About: publisher.Resource, Names: c.Publisher, Type: rdfRef{kindOfProvider}},
		Contact:   c.contact(),
	}
	if c.PublisherPage != "" {
		d.Publisher.Homepage = &rdfRef{uri(c.PublisherPage)}
	}
	for _, one := range c.Datasets {
		set := rdfDataset{
			About: uri(one.ID), Titles: one.Titles, Descriptions: one.Descriptions, Publisher: publisher, Keywords: one.Keywords,
			Theme: rdfRef{themeOfData}, Languages: languages, Access: rdfRef{accessToData}, Frequency: rdfRef{frequencyOfIt}, Page: rdfRef{uri(c.Page)},
		}
		if d.Contact != nil {
			set.Contact = &rdfRef{d.Contact.About}
		}
		for _, f := range one.Files {
			file := f.distribution(one, licence)
			set.Distributions = append(set.Distributions, rdfRef{file.About})
			d.Distributed = append(d.Distributed, file)
		}
		d.Catalogue.Datasets = append(d.Catalogue.Datasets, rdfRef{set.About})
		d.Datasets = append(d.Datasets, set)
	}
	return d
}

func (f CatalogueFile) distribution(of CatalogueEntry, licence rdfRef) rdfDistributed {
	address := uri(f.URL)
	file := rdfDistributed{
		About: address + "#distribution", Titles: of.Titles, Access: rdfRef{address}, Download: rdfRef{address}, Format: f.Type, Licence: licence,
	}
	if f.Schema != "" {
		file.Schema = &rdfRef{uri(f.Schema)}
	}
	return file
}

func (c DataCatalogue) languages() []rdfRef {
	var all []rdfRef
	for _, tag := range c.Languages {
		if code := euLanguages[tag]; code != "" {
			all = append(all, rdfRef{euAuthority + "language/" + code})
		}
	}
	return all
}

func (c DataCatalogue) contact() *rdfContact {
	if c.Email == "" || len(c.Publisher) == 0 {
		return nil
	}
	contact := &rdfContact{About: uri(c.URL) + "#contact", Name: oneLine(c.Publisher[0].Text), Email: rdfRef{"mailto:" + uri(c.Email)}}
	if c.Phone != "" {
		contact.Phone = &rdfValueOf{}
		contact.Phone.Description.Value = rdfRef{"tel:" + uri(c.Phone)}
	}
	return contact
}
