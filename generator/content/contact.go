package content

import (
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Contact is a person whom one can call or meet.
type Contact struct {
	Item
	Name         string
	FamilyName   string // "" = what locale.FamilyName finds in Name
	Role         string
	Organisation string // "" = the site's
	Phone        locale.Phone
	Mobile       locale.Phone
	Email        string
	Hours        string // in words: when one can be reached
	Photo        *Image
	Press        bool
	Areas        []string
	Order        int
	Left         locale.Date
	ReplacedBy   Ref
}

var contactFields = append(explained([]field[Contact]{
	fieldOf("name", func(c *Contact) *string { return &c.Name }, asText).required(),
	fieldOf("family_name", func(c *Contact) *string { return &c.FamilyName }, asText),
	fieldOf("role", func(c *Contact) *string { return &c.Role }, asText).text().required(),
	fieldOf("organisation", func(c *Contact) *string { return &c.Organisation }, asText),
	fieldOf("phone", func(c *Contact) *locale.Phone { return &c.Phone }, asPhone),
	fieldOf("mobile", func(c *Contact) *locale.Phone { return &c.Mobile }, asPhone),
	fieldOf("email", func(c *Contact) *string { return &c.Email }, asEmail),
	fieldOf("hours", func(c *Contact) *string { return &c.Hours }, asText).text(),
	fieldOf("photo", func(c *Contact) **Image { return &c.Photo }, pointer(asPhoto)).mergedBy(mergePhoto),
	fieldOf("press", func(c *Contact) *bool { return &c.Press }, asFlag),
	fieldOf("areas", func(c *Contact) *[]string { return &c.Areas }, asTexts).text(),
	fieldOf("order", func(c *Contact) *int { return &c.Order }, asNumber),
	fieldOf("left", func(c *Contact) *locale.Date { return &c.Left }, asDate),
	fieldOf("replaced_by", func(c *Contact) *Ref { return &c.ReplacedBy }, asRef(contactKind)),
}, contactHelp), commonFields((*Contact).item)...)

// mergePhoto gives a translation what its original says of the same photo.
func mergePhoto(to, from *Contact) {
	if to.Photo != nil && from.Photo != nil && to.Photo.File == from.Photo.File {
		photo := to.Photo.translated(*from.Photo)
		to.Photo = &photo
	}
}

// checkPortrait reports a portrait that others are offered and of which they do not know whom to name. One without terms
// is not offered: many are for this site alone.
func (d *decoder) checkPortrait(c *Contact) {
	if c.original != nil || c.Photo == nil || c.Photo.File == "" || !c.Left.IsZero() {
		return
	}
	if c.Photo.Credit == "" && (c.Photo.Licence != "" || len(d.settings.ImageLicence) > 0) {
		d.diags.Add(c.Photo.At, diag.NoCredit)
	}
}

// complete checks what the keys say together.
func (c *Contact) complete(d *decoder) {
	if c.Title != c.Name { // a remembered contact may be read at this moment, so it is not written again
		c.Title = c.Name
	}
	whole := diag.Position{File: c.File}
	d.require(c.Name != "" || c.Has("name"), whole, "name")
	if _, isPart := locale.GivenNames(c.Name, c.FamilyName); !isPart && c.Name != "" && c.Has("family_name") && c.At("family_name").File == c.File {
		d.diags.Add(c.At("family_name"), diag.BadFamilyName, "value", c.FamilyName, "name", c.Name)
	}
	d.checkPortrait(c)
	if c.original != nil && c.Photo != nil {
		d.checkImages([]Image{*c.Photo})
	}
	d.require(c.Role != "" || c.Has("role"), whole, "role")
	if c.Press && c.original == nil && !c.Has("phone") && !c.Has("mobile") && !c.Has("email") {
		d.diags.Add(c.At("press"), diag.UnreachableContact)
	}
}
