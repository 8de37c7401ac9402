package content

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"go.yaml.in/yaml/v4"
	"golang.org/x/net/idna"
)

// visible reads what is copied more often than typed: a character that nobody sees came along with it,
// and would lead astray whoever follows the address.
func (d *decoder) visible(n *yaml.Node) string {
	value := d.raw(n)
	if i := strings.IndexFunc(value, isInvisible); i >= 0 {
		d.fail(n, diag.ControlChar, "char", codePoint(value[i:]))
		return ""
	}
	return value
}

// isInvisible finds format characters, such as the soft hyphen and the space of no width (U+200B).
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

// emailForm is an address that every program takes the same way, in a link, a calendar or a card: an
// RFC 5321 mailbox in ASCII, without quotes and without what means something else in an address on
// the web. A domain with å is written as machines do, xn--… (see MachineEmail).
var emailForm = regexp.MustCompile(`^[A-Za-z0-9!$'*+=_~-]+(\.[A-Za-z0-9!$'*+=_~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`)

// emailLimit is how long an address may be (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const emailLimit = 254

// IsEmail tells whether s is such an address.
func IsEmail(s string) bool { return len(s) <= emailLimit && emailForm.MatchString(s) }

// MachineEmail gives an e-mail address with its domain as machines write it: namn@åre.se is namn@xn--re-xia.se. What has
// no such form stays as it is.
func MachineEmail(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 || strings.IndexFunc(address[at:], func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return address
	}
	domain, err := idna.Lookup.ToASCII(address[at+1:])
	if err != nil {
		return address
	}
	return address[:at+1] + domain
}

// ReadableEmail gives the address as people write it: MachineEmail undone.
func ReadableEmail(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 || !strings.Contains(address[at:], "xn--") {
		return address
	}
	domain, err := idna.Display.ToUnicode(address[at+1:])
	if readable := address[:at+1] + domain; err == nil && MachineEmail(readable) == address {
		return readable
	}
	return address
}

// email reads an address in the form of machines: cards and calendars hold it, too.
func (d *decoder) email(n *yaml.Node) string {
	value, isWrong := d.address(n, func(s string) bool { return IsEmail(MachineEmail(s)) })
	if isWrong {
		d.fail(n, diag.BadEmail, "value", value)
		return ""
	}
	return MachineEmail(value)
}

// webURL reads an absolute address on the web.
func (d *decoder) webURL(n *yaml.Node) string {
	value, isWrong := d.address(n, isWebURL)
	switch {
	case isWrong:
		d.fail(n, diag.BadURL, "value", value)
		return ""
	case markdown.IsOwnComputer(value):
		d.fail(n, diag.PreviewLink, "target", value, "instead", d.settings.BaseURL+"/…")
		return ""
	}
	return value
}

// address reads an address and tells whether it is of the wrong form; "" where its fault has been told.
func (d *decoder) address(n *yaml.Node, isRight func(string) bool) (value string, isWrong bool) {
	faults := len(d.diags)
	value = d.visible(n)
	if d.diags[faults:].HasErrors() { // a warning keeps the value, and what is wrong with it is told too
		return "", false
	}
	return value, !isRight(value)
}

func isWebURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && isHost(u) && u.User == nil && !strings.ContainsAny(s, " \"<>\\")
}

// isHost tells whether an address has a host: names with full stops between them, letters outside ASCII
// among them (IDN), or an IPv6 address; and a port that exists, if any.
func isHost(u *url.URL) bool {
	if _, err := strconv.ParseUint(u.Port(), 10, 16); err != nil && (u.Port() != "" || strings.HasSuffix(u.Host, ":")) {
		return false
	}
	if strings.HasPrefix(u.Host, "[") {
		return true
	}
	return !slices.Contains(strings.Split(u.Hostname(), "."), "") && strings.IndexFunc(u.Hostname(), isOutsideHost) < 0
}

func isOutsideHost(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(".-_", r)
}

// localFile reads the name of a file beside the item: no way out of its folder. Spaces in it are part of the name.
func (d *decoder) localFile(n *yaml.Node) string {
	value := d.raw(n)
	if value != "" {
		value = composed(n.Value)
	}
	isHidden := strings.HasPrefix(value, ".") || strings.Contains(value, "/.") // .. among them
	if value == "" || isHidden || strings.IndexFunc(value, unicode.IsControl) >= 0 || strings.HasPrefix(value, "/") || strings.Contains(value, `\`) || path.Clean(value) != value || strings.EqualFold(path.Ext(value), ".md") {
		sv, en := "lägg filen i samma mapp som texten och skriv bara dess namn", "put the file into the folder of the text and write only its name"
		if d.name == "" { // of the settings
			sv, en = "lägg filen bredvid site.yaml och skriv bara dess namn", "put the file beside site.yaml and write only its name"
		}
		d.fail(n, diag.BadPath, "value", value, "advice", sv, "advice-en", en)
		return ""
	}
	return value
}
