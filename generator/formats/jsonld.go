package formats

import "encoding/json"

// JSONLD writes nodes as one graph in the vocabulary of https://schema.org, to stand in
// <script type="application/ld+json">: <, >, &, U+2028 and U+2029 are escaped, so that no text
// ends the element. Nodes are the structs below, or pointers to them; fields come in their order,
// and empty ones are left out. Type fields fill themselves: leave them alone.
//
// In all nodes, addresses on the web are absolute, languages are BCP 47, and dates are written by
// the caller: "2012-04-02", or RFC 3339 with an offset. Control characters are escaped, not
// dropped.
func JSONLD(nodes ...any) ([]byte, error) {
	return json.Marshal(graph{"https://schema.org", nodes})
}

type graph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

// Values of EventNode.EventStatus. Cancelled and postponed events keep their StartDate; a
// rescheduled one has the new one there and the old one in PreviousStartDate.
const (
	EventScheduled   = "https://schema.org/EventScheduled"
	EventCancelled   = "https://schema.org/EventCancelled"
	EventPostponed   = "https://schema.org/EventPostponed"
	EventRescheduled = "https://schema.org/EventRescheduled"
)

// Values of EventNode.EventAttendanceMode.
const (
	AttendanceOffline = "https://schema.org/OfflineEventAttendanceMode"
	AttendanceOnline  = "https://schema.org/OnlineEventAttendanceMode"
	AttendanceMixed   = "https://schema.org/MixedEventAttendanceMode"
)

// An Agent is a *Person, an *Organization or an *Association. With an ID alone it refers to a node that stands
// elsewhere.
type Agent interface{ agent() }

func (*Person) agent()       {}
func (*Organization) agent() {}
func (*Association) agent()  {}

// A Venue is a *Place or a *VirtualLocation.
type Venue interface{ venue() }

func (*Place) venue()           {}
func (*VirtualLocation) venue() {}

// A NewsArticle is a press release. Headline should have at most 110 characters.
type NewsArticle struct {
	Type               newsArticleType     `json:"@type"`
	ID                 string              `json:"@id,omitempty"`
	Headline           string              `json:"headline,omitempty"`
	Description        string              `json:"description,omitempty"`
	URL                string              `json:"url,omitempty"`
	MainEntityOfPage   string              `json:"mainEntityOfPage,omitempty"`
	DatePublished      string              `json:"datePublished,omitempty"`
	DateModified       string              `json:"dateModified,omitempty"`
	Expires            string              `json:"expires,omitempty"`
	InLanguage         string              `json:"inLanguage,omitempty"`
	Image              []string            `json:"image,omitempty"`
	Author             []Agent             `json:"author,omitempty"`
	Publisher          *Organization       `json:"publisher,omitempty"`
	ArticleSection     string              `json:"articleSection,omitempty"`
	Keywords           []string            `json:"keywords,omitempty"`
	CreativeWorkStatus string              `json:"creativeWorkStatus,omitempty"` // "Withdrawn" or "Superseded"; "" while it holds
	Correction         []CorrectionComment `json:"correction,omitempty"`
	About              []EventNode         `json:"about,omitempty"` // with an ID alone they refer
	IsPartOf           *WebSite            `json:"isPartOf,omitempty"`
}

// A CorrectionComment tells what was corrected, and when.
type CorrectionComment struct {
	Type          correctionCommentType `json:"@type"`
	Text          string                `json:"text,omitempty"`
	DatePublished string                `json:"datePublished,omitempty"`
}

// An EventNode is a meeting (schema.org: Event). One whose date is not known should not be
// written: StartDate is required by those who read it.
type EventNode struct {
	Type                eventType `json:"@type"`
	ID                  string    `json:"@id,omitempty"`
	Name                string    `json:"name,omitempty"`
	Description         string    `json:"description,omitempty"`
	URL                 string    `json:"url,omitempty"`
	StartDate           string    `json:"startDate,omitempty"`
	EndDate             string    `json:"endDate,omitempty"`
	PreviousStartDate   string    `json:"previousStartDate,omitempty"`
	EventStatus         string    `json:"eventStatus,omitempty"`
	EventAttendanceMode string    `json:"eventAttendanceMode,omitempty"`
	Location            []Venue   `json:"location,omitempty"`
	Organizer           Agent     `json:"organizer,omitempty"`
	Attendee            []Agent   `json:"attendee,omitempty"` // who takes part, named beforehand
	Audience            *Audience `json:"audience,omitempty"`
	InLanguage          string    `json:"inLanguage,omitempty"`
	Image               []string  `json:"image,omitempty"`
}

// An Audience says in words whom something is for.
type Audience struct {
	Type         audienceType `json:"@type"`
	AudienceType string       `json:"audienceType,omitempty"`
}

// A Person is a contact.
type Person struct {
	Type      personType `json:"@type"`
	ID        string     `json:"@id,omitempty"`
	Name      string     `json:"name,omitempty"`
	JobTitle  string     `json:"jobTitle,omitempty"`
	WorksFor  Agent      `json:"worksFor,omitempty"`
	Telephone []string   `json:"telephone,omitempty"` // E.164, or a short number
	Email     string     `json:"email,omitempty"`
	URL       string     `json:"url,omitempty"`
	Image     string     `json:"image,omitempty"`
}

// An Association is any other organisation: a company, a trade association (schema.org: Organization).
type Association struct {
	Type associationType `json:"@type"`
	Name string          `json:"name,omitempty"`
}

// An Organization is the municipality (schema.org: GovernmentOrganization).
type Organization struct {
	Type         organizationType `json:"@type"`
	ID           string           `json:"@id,omitempty"`
	Name         string           `json:"name,omitempty"`
	Description  string           `json:"description,omitempty"`
	URL          string           `json:"url,omitempty"`
	Logo         string           `json:"logo,omitempty"`
	Telephone    string           `json:"telephone,omitempty"`
	Email        string           `json:"email,omitempty"`
	Address      *PostalAddress   `json:"address,omitempty"`
	ContactPoint []ContactPoint   `json:"contactPoint,omitempty"`
}

// A ContactPoint is whom to reach for what, for example ContactType "press".
type ContactPoint struct {
	Type              contactPointType `json:"@type"`
	ContactType       string           `json:"contactType,omitempty"`
	Name              string           `json:"name,omitempty"`
	Telephone         string           `json:"telephone,omitempty"`
	Email             string           `json:"email,omitempty"`
	URL               string           `json:"url,omitempty"`
	AvailableLanguage []string         `json:"availableLanguage,omitempty"`
}

// A Place is where one meets.
type Place struct {
	Type    placeType       `json:"@type"`
	Name    string          `json:"name,omitempty"`
	URL     string          `json:"url,omitempty"`
	Address *PostalAddress  `json:"address,omitempty"`
	Geo     *GeoCoordinates `json:"geo,omitempty"`
}

// A VirtualLocation is a link under which one meets.
type VirtualLocation struct {
	Type virtualLocationType `json:"@type"`
	Name string              `json:"name,omitempty"`
	URL  string              `json:"url,omitempty"`
}

// A PostalAddress is an address in parts. One that is known as a single text stands in
// StreetAddress. AddressCountry is ISO 3166-1, for example "SE".
type PostalAddress struct {
	Type            postalAddressType `json:"@type"`
	StreetAddress   string            `json:"streetAddress,omitempty"`
	PostalCode      string            `json:"postalCode,omitempty"`
	AddressLocality string            `json:"addressLocality,omitempty"`
	AddressCountry  string            `json:"addressCountry,omitempty"`
}

// GeoCoordinates are degrees (WGS 84).
type GeoCoordinates struct {
	Type      geoCoordinatesType `json:"@type"`
	Latitude  float64            `json:"latitude"`
	Longitude float64            `json:"longitude"`
}

// A WebSite is the site in one language.
type WebSite struct {
	Type        webSiteType   `json:"@type"`
	ID          string        `json:"@id,omitempty"`
	Name        string        `json:"name,omitempty"`
	Description string        `json:"description,omitempty"`
	URL         string        `json:"url,omitempty"`
	InLanguage  string        `json:"inLanguage,omitempty"`
	Publisher   *Organization `json:"publisher,omitempty"`
}

// A Crumb is one step of the way from the home page, which comes first.
type Crumb struct{ Name, URL string }

// A BreadcrumbList is made with NewBreadcrumbList.
type BreadcrumbList struct {
	Type            breadcrumbListType `json:"@type"`
	ItemListElement []ListItem         `json:"itemListElement"`
}

// A ListItem is one step of a BreadcrumbList. Position counts from 1.
type ListItem struct {
	Type     listItemType `json:"@type"`
	Position int          `json:"position"`
	Name     string       `json:"name,omitempty"`
	Item     string       `json:"item,omitempty"`
}

// NewBreadcrumbList numbers the crumbs. The last one, the page itself, may be without URL.
func NewBreadcrumbList(crumbs []Crumb) *BreadcrumbList {
	list := &BreadcrumbList{ItemListElement: make([]ListItem, len(crumbs))}
	for i, c := range crumbs {
		list.ItemListElement[i] = ListItem{Position: i + 1, Name: c.Name, Item: c.URL}
	}
	return list
}
