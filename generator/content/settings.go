package content

import (
	"cmp"
	"errors"
	"io/fs"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// Settings are what content/site.yaml says of the whole site.
type Settings struct {
	File            string
	Title           Localized
	Tagline         Localized
	BaseURL         string   // absolute, without a slash at the end; "" where none is given
	Languages       []string // at least one; the first has no URL prefix
	Zone            *time.Location
	Organisation    Organisation
	PressContacts   []Ref
	PressHours      Localized // when the press contacts can be reached
	Privacy         Localized // what becomes of what one leaves when one signs up for a meeting
	ImageLicence    Localized // on what terms pictures may be used that do not say it themselves
	Logotypes       []Logotype
	DataLicence     Localized // on what terms the files of /data/ may be used; a text, or the code of a licence
	Newsletter      string    // where one subscribes to it: https: or mailto:
	SecurityContact string    // "mailto:…" or "https://…"
	PageSize        int
	LinkPictures    LinkPictures
	Editor          *Editor // nil: nobody edits in a browser
	Ignore          []diag.Code
	Year            int // of the loading; the examples in messages have it

	keys []keyPosition
}

// inYear gives an example with the year of the loading: one of years ago would be copied as it stands.
func (s *Settings) inYear(example string) string {
	return strings.ReplaceAll(example, "YYYY", strconv.Itoa(cmp.Or(s.Year, defaultYear)))
}

// ExampleYear is the year that an example has where nothing else tells one.
func (s *Settings) ExampleYear() string { return s.inYear("YYYY") }

// LinkPictures says for which texts of a large archive a picture is drawn that is shown where somebody shares a link.
type LinkPictures string

const (
	PicturesOfAll    LinkPictures = "all"
	PicturesOfNewest LinkPictures = "newest" // where nothing is written
)

// An Organisation is the publisher of the site.
type Organisation struct {
	Name    Localized
	URL     string
	Phone   locale.Phone
	Email   string
	Address Address
	About   Localized // Markdown: the boilerplate under every press release
}

// An Address is a postal address; all parts are optional.
type Address struct{ Street, Postcode, City, Country string }

// Region is the country whose telephone numbers are written without a prefix.
func (a Address) Region() string { return cmp.Or(a.Country, "SE") }

// Localized is a text by language; the key "" stands for all languages.
type Localized map[string]string

// In gives the text in the language, else in the site's first one.
func (l Localized) In(lang, first string) string {
	return cmp.Or(l[lang], l[""], l[first])
}

// LangOf is the language of what In gives.
func (l Localized) LangOf(lang, first string) string {
	if l[lang] == "" && l[""] == "" {
		return first
	}
	return lang
}

// At tells where a key of site.yaml stands.
func (s *Settings) At(key string) diag.Position {
	item := Item{File: s.File, keys: s.keys}
	return item.At(key)
}

func (s *Settings) compareLanguages(a, b string) int {
	return cmp.Compare(slices.Index(s.Languages, a), slices.Index(s.Languages, b))
}

const (
	settingsFile    = "site.yaml"
	defaultLanguage = "sv"
	defaultZone     = "Europe/Stockholm"
	defaultPageSize = 20
	defaultYear     = 2026 // of examples, where a loader is given none
)

var settingsFields = explained([]field[Settings]{
	fieldOf("title", func(s *Settings) *Localized { return &s.Title }, asWords).required(),
	fieldOf("tagline", func(s *Settings) *Localized { return &s.Tagline }, asWords),
	fieldOf("base_url", func(s *Settings) *string { return &s.BaseURL }, asBaseURL),
	fieldOf("languages", func(s *Settings) *[]string { return &s.Languages }, asLanguages),
	fieldOf("timezone", func(s *Settings) **time.Location { return &s.Zone }, asZone),
	fieldOf("organisation", func(s *Settings) *Organisation { return &s.Organisation }, group(organisationFields)).asked(),
	fieldOf("press_contacts", func(s *Settings) *[]Ref { return &s.PressContacts }, asRefs(contactKind)),
	fieldOf("press_hours", func(s *Settings) *Localized { return &s.PressHours }, asWords),
	fieldOf("registration_privacy", func(s *Settings) *Localized { return &s.Privacy }, asWords),
	fieldOf("image_licence", func(s *Settings) *Localized { return &s.ImageLicence }, asWords),
	fieldOf("logotypes", func(s *Settings) *[]Logotype { return &s.Logotypes }, list(asLogotype)),
	fieldOf("data_licence", func(s *Settings) *Localized { return &s.DataLicence }, asWords),
	fieldOf("newsletter", func(s *Settings) *string { return &s.Newsletter }, asContactURI),
	fieldOf("security_contact", func(s *Settings) *string { return &s.SecurityContact }, asContactURI),
	fieldOf("page_size", func(s *Settings) *int { return &s.PageSize }, asPageSize),
	fieldOf("link_pictures", func(s *Settings) *LinkPictures { return &s.LinkPictures }, choice(PicturesOfAll, PicturesOfNewest)),
	fieldOf("admin", func(s *Settings) **Editor { return &s.Editor }, pointer(asEditor)),
	fieldOf("ignore", func(s *Settings) *[]diag.Code { return &s.Ignore }, asCodes),
}, settingsHelp)

var organisationFields = explained([]field[Organisation]{
	fieldOf("name", func(o *Organisation) *Localized { return &o.Name }, asWords).asked(),
	fieldOf("url", func(o *Organisation) *string { return &o.URL }, asWebAddress),
	fieldOf("phone", func(o *Organisation) *locale.Phone { return &o.Phone }, asPhone),
	fieldOf("email", func(o *Organisation) *string { return &o.Email }, asEmail),
	fieldOf("address", func(o *Organisation) *Address { return &o.Address }, group(addressFields)),
	fieldOf("about", func(o *Organisation) *Localized { return &o.About }, asMarkdown),
}, organisationHelp)

var addressFields = explained([]field[Address]{
	fieldOf("street", func(a *Address) *string { return &a.Street }, asText),
	fieldOf("postcode", func(a *Address) *string { return &a.Postcode }, asText),
	fieldOf("city", func(a *Address) *string { return &a.City }, asText),
	fieldOf("country", func(a *Address) *string { return &a.Country }, asCountry),
}, addressHelp)

// LoadSettings reads site.yaml. What is missing gets a default, so that the other files can be read. year is
// the one of the examples in messages, 0 where these do not matter.
func LoadSettings(fsys fs.FS, label string, year int) (*Settings, diag.List) {
	s := &Settings{File: label + "/" + settingsFile, Year: year}
	root, diags := loadYAML(fsys, settingsFile, s.File)
	d := &decoder{file: s.File, settings: s}
	// The other keys are read by the languages, the zone and the country, wherever these stand.
	s.readFirst(root)
	s.keys = decodeMap(d, root, s, settingsFields)
	s.fillDefaults()
	if root != nil {
		d.require(s.Title != nil || lineOf(s.keys, "title") > 0, diag.Position{File: s.File}, "title")
		d.require(len(s.Organisation.Name) > 0, s.At("organisation"), "organisation.name")
	}
	return s, append(diags, d.diags...)
}

// FirstLanguage reads nothing of a content folder but the site's first language; "" where there are no
// settings.
func FirstLanguage(fsys fs.FS) string {
	if _, err := fs.Stat(fsys, settingsFile); err != nil {
		return ""
	}
	settings, _ := LoadSettings(fsys, "", 0)
	return settings.Languages[0]
}

func (s *Settings) readFirst(root *yaml.Node) {
	quiet := &decoder{file: s.File, settings: s}
	for _, f := range settingsFields {
		if value := valueOf(root, f.key); value != nil && (f.key == "languages" || f.key == "timezone") {
			f.decode(quiet, value, s)
		}
	}
	if country := valueOf(valueOf(valueOf(root, "organisation"), "address"), "country"); country != nil {
		s.Organisation.Address.Country = quiet.country(country)
	}
	s.fillDefaults()
}

func (s *Settings) fillDefaults() {
	if len(s.Languages) == 0 {
		s.Languages = []string{defaultLanguage}
	}
	if s.Zone == nil {
		s.Zone, _ = locale.LoadZone(defaultZone)
	}
	if s.PageSize == 0 {
		s.PageSize = defaultPageSize
	}
}

// loadYAML reads a file of settings. A file that is not there gives nil and the reason.
func loadYAML(fsys fs.FS, name, file string) (*yaml.Node, diag.List) {
	data, err := readFile(fsys, name)
	if err != nil {
		return nil, diag.List{fileFault(diag.Position{File: file}, err)}
	}
	text, ok, diags := readText(file, data)
	if !ok {
		return nil, diags
	}
	root, found := parseYAML(new(simpleYAML), file, text, 0)
	return root, append(diags, found...)
}

func valueOf(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// reason gives an error without the path, which the message has already.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

func (d *decoder) require(given bool, at diag.Position, key string) {
	if !given {
		d.diags.Add(diag.Position{File: at.File, Line: at.Line}, diag.MissingKey, "key", key)
	}
}

// baseURL reads the site's own address. A path in it would break every link of the site.
func (d *decoder) baseURL(n *yaml.Node) string {
	value := strings.TrimSuffix(d.oneLine(n), "/")
	if err := CheckBaseURL(value); err != nil {
		d.wrong(n, "https:// och ett värdnamn, utan sökväg", "https:// and a host, without a path")
		return ""
	}
	return value
}

// CheckBaseURL tells whether s can be the site's address: a scheme and a host, and nothing else.
func CheckBaseURL(s string) error {
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return err
	case !isWebURL(s), u.Path != "", strings.ContainsAny(s, "?#"):
		return errors.New("the base URL is https:// and a host, without a path")
	}
	return nil
}

func (d *decoder) languages(n *yaml.Node) []string {
	tags := d.texts(n)
	tags = slices.DeleteFunc(tags, func(tag string) bool {
		_, known := locale.Lookup(tag)
		if !known {
			d.fail(n, diag.UnknownLanguage, "value", tag, "allowed", strings.Join(locale.Languages(), ", "))
		}
		return !known
	})
	if len(tags) == 0 {
		return []string{defaultLanguage} // the texts that follow need a first language
	}
	return tags
}

func (d *decoder) zone(n *yaml.Node) *time.Location {
	zone, err := locale.LoadZone(n.Value)
	if err != nil || n.Value == "" || n.Value == "Local" {
		d.fail(n, diag.UnknownZone, "value", n.Value)
		return nil
	}
	return zone
}

func (d *decoder) country(n *yaml.Node) string {
	value := d.oneLine(n)
	if len(value) != 2 || strings.ToUpper(value) != value {
		d.wrong(n, "en landskod med två versaler", "a country code of two capitals")
		return ""
	}
	return value
}

// contactURI reads a Contact of RFC 9116, section 2.5.3.
func (d *decoder) contactURI(n *yaml.Node) string {
	value := d.oneLine(n)
	address, isMail := strings.CutPrefix(value, "mailto:")
	if isMail && !IsEmail(MachineEmail(address)) || !isMail && !(strings.HasPrefix(value, "https:") && isWebURL(value)) || strings.IndexFunc(value, isInvisible) >= 0 {
		d.wrong(n, "en adress med mailto: eller https:", "an address with mailto: or https:")
		return ""
	}
	if isMail {
		return "mailto:" + MachineEmail(address)
	}
	return value
}
