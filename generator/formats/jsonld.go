package formats

import "bytes"

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
	nodes(w, "@graph", graph)
	w.close()
	to.Write(w.out)
}

// A Node is one of the structs below, a pointer to one, or one that was prepared.
type Node interface{ write(w *encoder) }

// Prepared is a node that is encoded already, for one that stands on many pages.
type Prepared []byte

// Prepare encodes a node.
func Prepare(n Node) Prepared {
	var w encoder
	n.write(&w)
	return w.out
}

func (p Prepared) write(w *encoder) { w.out = append(w.out, p...) }
func (Prepared) agent()             {}

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
	Image              []string
	Author             []Agent
	Publisher          Agent
	ArticleSection     string
	Keywords           []string
	CreativeWorkStatus string // "Withdrawn" or "Superseded"; "" while it holds
	Correction         []CorrectionComment
	About              []Node // events; with an ID alone they refer
	IsPartOf           *WebSite
}

func (n NewsArticle) write(w *encoder) {
	w.open("NewsArticle")
	w.text("@id", n.ID)
	w.text("headline", n.Headline)
	w.text("description", n.Description)
	w.text("url", n.URL)
	w.text("mainEntityOfPage", n.MainEntityOfPage)
	w.text("datePublished", n.DatePublished)
	w.text("dateModified", n.DateModified)
	w.text("expires", n.Expires)
	w.text("inLanguage", n.InLanguage)
	w.texts("image", n.Image)
	nodes(w, "author", n.Author)
	if n.Publisher != nil {
		w.node("publisher", n.Publisher)
	}
	w.text("articleSection", n.ArticleSection)
	w.texts("keywords", n.Keywords)
	w.text("creativeWorkStatus", n.CreativeWorkStatus)
	nodes(w, "correction", n.Correction)
	nodes(w, "about", n.About)
	if n.IsPartOf != nil {
		w.node("isPartOf", n.IsPartOf)
	}
	w.close()
}

// A CorrectionComment tells what was corrected, and when.
type CorrectionComment struct {
	Text          string
	DatePublished string
}

func (n CorrectionComment) write(w *encoder) {
	w.open("CorrectionComment")
	w.text("text", n.Text)
	w.text("datePublished", n.DatePublished)
	w.close()
}

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
	Image               []string
}

func (n EventNode) write(w *encoder) {
	w.open("Event")
	w.text("@id", n.ID)
	w.text("name", n.Name)
	w.text("description", n.Description)
	w.text("url", n.URL)
	w.text("startDate", n.StartDate)
	w.text("endDate", n.EndDate)
	w.text("previousStartDate", n.PreviousStartDate)
	w.text("eventStatus", n.EventStatus)
	w.text("eventAttendanceMode", n.EventAttendanceMode)
	nodes(w, "location", n.Location)
	if n.Organizer != nil {
		w.node("organizer", n.Organizer)
	}
	nodes(w, "attendee", n.Attendee)
	if n.Audience != nil {
		w.node("audience", n.Audience)
	}
	w.text("inLanguage", n.InLanguage)
	w.texts("image", n.Image)
	w.close()
}

// An Audience says in words whom something is for.
type Audience struct {
	AudienceType string
}

func (n Audience) write(w *encoder) {
	w.open("Audience")
	w.text("audienceType", n.AudienceType)
	w.close()
}

// A Person is a contact.
type Person struct {
	ID        string
	Name      string
	JobTitle  string
	WorksFor  Agent
	Telephone []string // E.164, or a short number
	Email     string
	URL       string
	Image     string
}

func (n Person) write(w *encoder) {
	w.open("Person")
	w.text("@id", n.ID)
	w.text("name", n.Name)
	w.text("jobTitle", n.JobTitle)
	if n.WorksFor != nil {
		w.node("worksFor", n.WorksFor)
	}
	w.texts("telephone", n.Telephone)
	w.text("email", n.Email)
	w.text("url", n.URL)
	w.text("image", n.Image)
	w.close()
}

// An Association is any other organisation: a company, a trade association (schema.org: Organization).
type Association struct {
	Name string
}

func (n Association) write(w *encoder) {
	w.open("Organization")
	w.text("name", n.Name)
	w.close()
}

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

func (n Organization) write(w *encoder) {
	w.open("GovernmentOrganization")
	w.text("@id", n.ID)
	w.text("name", n.Name)
	w.text("description", n.Description)
	w.text("url", n.URL)
	w.text("logo", n.Logo)
	w.text("telephone", n.Telephone)
	w.text("email", n.Email)
	if n.Address != nil {
		w.node("address", n.Address)
	}
	nodes(w, "contactPoint", n.ContactPoint)
	w.close()
}

// A ContactPoint is whom to reach for what, for example ContactType "press".
type ContactPoint struct {
	ContactType       string
	Name              string
	Telephone         string
	Email             string
	URL               string
	AvailableLanguage []string
}

func (n ContactPoint) write(w *encoder) {
	w.open("ContactPoint")
	w.text("contactType", n.ContactType)
	w.text("name", n.Name)
	w.text("telephone", n.Telephone)
	w.text("email", n.Email)
	w.text("url", n.URL)
	w.texts("availableLanguage", n.AvailableLanguage)
	w.close()
}

// A Place is where one meets.
type Place struct {
	Name    string
	URL     string
	Address *PostalAddress
	Geo     *GeoCoordinates
}

func (n Place) write(w *encoder) {
	w.open("Place")
	w.text("name", n.Name)
	w.text("url", n.URL)
	if n.Address != nil {
		w.node("address", n.Address)
	}
	if n.Geo != nil {
		w.node("geo", n.Geo)
	}
	w.close()
}

// A VirtualLocation is a link under which one meets.
type VirtualLocation struct {
	Name string
	URL  string
}

func (n VirtualLocation) write(w *encoder) {
	w.open("VirtualLocation")
	w.text("name", n.Name)
	w.text("url", n.URL)
	w.close()
}

// A PostalAddress is an address in parts. One that is known as a single text stands in
// StreetAddress. AddressCountry is ISO 3166-1, for example "SE".
type PostalAddress struct {
	StreetAddress   string
	PostalCode      string
	AddressLocality string
	AddressCountry  string
}

func (n PostalAddress) write(w *encoder) {
	w.open("PostalAddress")
	w.text("streetAddress", n.StreetAddress)
	w.text("postalCode", n.PostalCode)
	w.text("addressLocality", n.AddressLocality)
	w.text("addressCountry", n.AddressCountry)
	w.close()
}

// GeoCoordinates are degrees (WGS 84).
type GeoCoordinates struct {
	Latitude  float64
	Longitude float64
}

func (n GeoCoordinates) write(w *encoder) {
	w.open("GeoCoordinates")
	w.number("latitude", n.Latitude)
	w.number("longitude", n.Longitude)
	w.close()
}

// A WebSite is the site in one language.
type WebSite struct {
	ID          string
	Name        string
	Description string
	URL         string
	InLanguage  string
	Publisher   *Organization
}

func (n WebSite) write(w *encoder) {
	w.open("WebSite")
	w.text("@id", n.ID)
	w.text("name", n.Name)
	w.text("description", n.Description)
	w.text("url", n.URL)
	w.text("inLanguage", n.InLanguage)
	if n.Publisher != nil {
		w.node("publisher", n.Publisher)
	}
	w.close()
}

// Breadcrumbs are the way from the home page, which comes first (schema.org: BreadcrumbList).
type Breadcrumbs struct {
	Base  string // what addresses begin with
	Steps []Crumb
}

// A Crumb is one step of the way. The last one, the page itself, may be without URL.
type Crumb struct{ Name, URL string }

func (n Breadcrumbs) write(w *encoder) {
	w.open("BreadcrumbList")
	position := 0
	list(w, "itemListElement", n.Steps, func(step Crumb) {
		position++
		w.open("ListItem")
		w.number("position", float64(position))
		w.text("name", step.Name)
		if step.URL != "" {
			w.name("item")
			w.quote(n.Base, step.URL)
		}
		w.close()
	})
	w.close()
}
