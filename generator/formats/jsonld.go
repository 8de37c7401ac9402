package formats

import (
	"bytes"
	"reflect"
)

// JSONLD writes nodes as one graph in the vocabulary of https://schema.org, to stand in
// <script type="application/ld+json">: <, >, &, U+2028 and U+2029 are escaped, so that no text
// ends the element. Empty fields are left out.
//
// In all nodes, addresses on the web are absolute, languages are BCP 47, and dates are written by
// the caller: "2012-04-02", or RFC 3339 with an offset. Control characters are escaped, not
// dropped.
func JSONLD(to *bytes.Buffer, graph ...Node) {
	w := &encoder{to.AvailableBuffer()}
	w.raw(`{"@context":"https://schema.org"`)
	w.field("@graph", reflect.ValueOf(graph))
	w.raw("}")
	to.Write(w.out)
}

// A Node is one of the structs below, a pointer to one, or one that was prepared. Its fields are written in their order
// and by their names: JobTitle is jobTitle, ID is @id.
type Node interface {
	kind() string // its @type
}

// Prepared is a node that is encoded already, for one that stands on many pages.
type Prepared []byte

// Prepare encodes a node.
func Prepare(n Node) Prepared {
	var w encoder
	w.node(reflect.ValueOf(n))
	return w.out
}

func (Prepared) kind() string { return "" }
func (Prepared) agent()       {}

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

// An Agent is a *Person, an *Organization or an *Association, or one of these prepared. With an ID alone it refers
// to a node that stands elsewhere.
type Agent interface {
	Node
	agent()
}

func (*Person) agent()       {}
func (*Organization) agent() {}
func (*Association) agent()  {}

// A Venue is a *Place or a *VirtualLocation.
type Venue interface {
	Node
	venue()
}

func (*Place) venue()           {}
func (*VirtualLocation) venue() {}

// A NewsArticle is a press release. Headline should have at most 110 characters.
type NewsArticle struct {
	ID                 string
	Headline           string
	Description        string
	URL                string
	MainEntityOfPage   string
	DatePublished      string
	DateModified       string
	Expires            string
	InLanguage         string
	Image              []Picture
	Author             []Agent
	Publisher          Agent
	ArticleSection     string
	Genre              string
	Keywords           []string
	CreativeWorkStatus string // "Withdrawn" or "Superseded"; "" while it holds
	Correction         []CorrectionComment
	About              []Node // events; with an ID alone they refer
	IsPartOf           *WebSite
}

func (NewsArticle) kind() string { return "NewsArticle" }

// A CorrectionComment tells what was corrected, and when.
type CorrectionComment struct {
	Text          string
	DatePublished string
}

func (CorrectionComment) kind() string { return "CorrectionComment" }

// An EventNode is a meeting (schema.org: Event). One whose date is not known should not be
// written: StartDate is required by those who read it.
type EventNode struct {
	ID                  string
	Name                string
	Description         string
	URL                 string
	StartDate           string
	EndDate             string
	PreviousStartDate   string
	EventStatus         string
	EventAttendanceMode string
	Location            []Venue
	Organizer           Agent
	Attendee            []Agent // who takes part, named beforehand
	Audience            *Audience
	InLanguage          string
	Image               []Picture
}

func (EventNode) kind() string { return "Event" }

// An Audience says in words whom something is for.
type Audience struct {
	AudienceType string
}

func (Audience) kind() string { return "Audience" }

// A Person is a contact.
type Person struct {
	ID        string
	Name      string
	JobTitle  string
	WorksFor  Agent
	Telephone []string // E.164, or a short number
	Email     string
	URL       string
	Image     Picture
}

func (Person) kind() string { return "Person" }

// An Association is any other organisation: a company, a trade association (schema.org: Organization).
type Association struct {
	Name string
}

func (Association) kind() string { return "Organization" }

// An Organization is the municipality (schema.org: GovernmentOrganization).
type Organization struct {
	ID           string
	Name         string
	Description  string
	URL          string
	Logo         string
	Telephone    string
	Email        string
	Address      *PostalAddress
	ContactPoint []ContactPoint
}

func (Organization) kind() string { return "GovernmentOrganization" }

// A ContactPoint is whom to reach for what, for example ContactType "press".
type ContactPoint struct {
	ContactType       string
	Name              string
	Telephone         string
	Email             string
	URL               string
	AvailableLanguage []string
}

func (ContactPoint) kind() string { return "ContactPoint" }

// A Place is where one meets.
type Place struct {
	Name    string
	URL     string
	Address *PostalAddress
	Geo     *GeoCoordinates
}

func (Place) kind() string { return "Place" }

// A VirtualLocation is a link under which one meets.
type VirtualLocation struct {
	Name string
	URL  string
}

func (VirtualLocation) kind() string { return "VirtualLocation" }

// A PostalAddress is an address in parts. One that is known as a single text stands in
// StreetAddress. AddressCountry is ISO 3166-1, for example "SE".
type PostalAddress struct {
	StreetAddress   string
	PostalCode      string
	AddressLocality string
	AddressCountry  string
}

func (PostalAddress) kind() string { return "PostalAddress" }

// GeoCoordinates are degrees (WGS 84).
type GeoCoordinates struct {
	Latitude  float64
	Longitude float64
}

func (GeoCoordinates) kind() string { return "GeoCoordinates" }

// A WebSite is the site in one language.
type WebSite struct {
	ID          string
	Name        string
	Description string
	URL         string
	InLanguage  string
	Publisher   *Organization
}

func (WebSite) kind() string { return "WebSite" }

// Breadcrumbs are the way from the home page, which comes first (schema.org: BreadcrumbList).
type Breadcrumbs struct{ ItemListElement []ListItem }

func (Breadcrumbs) kind() string { return "BreadcrumbList" }

// A ListItem is one step of the way. The last one, the page itself, may be without Item.
type ListItem struct {
	Position float64 // from 1
	Name     string
	Item     string // its address
}

func (ListItem) kind() string { return "ListItem" }
