package content

import (
	"net"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// visible reads what is copied more often than typed: a character that nobody sees came along with it,
// and would lead astray whoever follows the address.
func (d *decoder) visible(n *yaml.Node) string {
	value := d.oneLine(n)
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
// the web. A domain with å is written as machines do, xn--….
var emailForm = regexp.MustCompile(`^[A-Za-z0-9!$'*+=_~-]+(\.[A-Za-z0-9!$'*+=_~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`)

// emailLimit is how long an address may be (RFC 5321, section 4.5.3.1.3, without the angle brackets).
const emailLimit = 254

// IsEmail tells whether s is such an address.
func IsEmail(s string) bool { return len(s) <= emailLimit && emailForm.MatchString(s) }

func (d *decoder) email(n *yaml.Node) string {
	value, isWrong := d.address(n, IsEmail)
	if isWrong {
		d.fail(n, diag.BadEmail, "value", value)
		return ""
	}
	return value
}

// webURL reads an absolute address on the web.
func (d *decoder) webURL(n *yaml.Node) string {
	value, isWrong := d.address(n, isWebURL)
	if isWrong {
		d.fail(n, diag.BadURL, "value", value)
		return ""
	}
	if IsOwnComputer(value) {
		d.fail(n, diag.PreviewLink, "target", value, "advice", "skriv den adress där andra hittar sidan, till exempel https://www.kommun.se/sida",
			"advice-en", "write the address at which others find the page, for example https://www.kommun.se/page")
		return ""
	}
	return value
}

// IsOwnComputer tells whether an address leads to the computer of whoever follows it: it was copied from a preview,
// whatever its port.
func IsOwnComputer(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host := strings.ToLower(u.Hostname())
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && (ip.IsLoopback() || ip.IsUnspecified())
}

// address reads an address and tells whether it is of the wrong form; "" where its fault has been told.
func (d *decoder) address(n *yaml.Node, isRight func(string) bool) (value string, isWrong bool) {
	faults := len(d.diags)
	value = d.visible(n)
	if len(d.diags) > faults {
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

// localFile reads the name of a file beside the item: no way out of its folder.
func (d *decoder) localFile(n *yaml.Node) string {
	value := d.oneLine(n)
	isHidden := strings.HasPrefix(value, ".") || strings.Contains(value, "/.") // .. among them
	if value == "" || isHidden || strings.HasPrefix(value, "/") || strings.Contains(value, `\`) || path.Clean(value) != value || strings.EqualFold(path.Ext(value), ".md") {
		d.fail(n, diag.BadPath, "value", value,
			"advice", "lägg filen i samma mapp som texten och skriv bara dess namn", "advice-en", "put the file into the folder of the text and write only its name")
		return ""
	}
	return value
}

// aliases reads old paths on this site, each with a slash in front.
func (d *decoder) aliases(n *yaml.Node) []Alias {
	aliases := list(func(d *decoder, n *yaml.Node) Alias { return Alias{Path: d.aliasPath(n), At: d.at(n)} })(d, n)
	return slices.DeleteFunc(aliases, func(a Alias) bool { return a.Path == "" })
}

func (d *decoder) aliasPath(n *yaml.Node) string {
	faults := len(d.diags)
	value := d.visible(n)
	if len(d.diags) > faults {
		return ""
	}
	u, err := url.Parse(value)
	if err != nil || strings.ContainsAny(value, " \\*:\"<>?#") || !isOldPath(u) {
		d.fail(n, diag.BadPath, "value", value,
			"advice", "skriv den gamla sökvägen på den här webbplatsen, till exempel /nyheter/dialog/", "advice-en", "write the old path on this site, for example /news/dialog/")
		return ""
	}
	return u.EscapedPath()
}

// isOldPath tells whether a path can be redirected: it begins at the root of this site, goes straight
// down, and means nothing but itself to Netlify, before its escapes are undone and after: * stands for
// anything there, and so does what begins with a colon. Netlify keeps /.netlify for itself.
func isOldPath(u *url.URL) bool {
	isPlain := strings.HasPrefix(u.Path, "/") && u.Host == "" && u.Path != "/" && path.Clean(u.Path) == strings.TrimSuffix(u.Path, "/")
	isNetlify := len(u.Path) >= len(netlifyPath) && strings.EqualFold(u.Path[:len(netlifyPath)], netlifyPath)
	hasMeaning := strings.ContainsAny(u.Path, "*?#\\") || strings.Contains(u.Path, "/:") || strings.Contains(strings.ToLower(u.RawPath), "%2f")
	return isPlain && !isNetlify && !hasMeaning && strings.IndexFunc(u.Path, unicode.IsControl) < 0
}

const netlifyPath = "/.netlify"
