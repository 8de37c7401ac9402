package markdown

import (
	"net"
	"net/url"
	"strings"
	"unicode"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

// A Link is a link or an image in a document.
type Link struct {
	// Destination is as the author means it: escapes and entities are resolved, percent-encoding is
	// kept. A bare www.… begins with https://, a bare e-mail address with mailto:.
	Destination string
	Text        string // plain; the alternative text of an image
	Image       bool
	Position    diag.Position
}

// autoLinkDestination gives where <…> or a bare address leads.
func autoLinkDestination(n *ast.AutoLink, source []byte) string {
	label := string(n.Label(source))
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(label), "mailto:"):
		return "mailto:" + label
	case n.Protocol != nil: // only for www.…, for which goldmark means http
		return "https://" + label
	}
	return label
}

// safeLink tells whether a destination may be published: the web, an e-mail address, a telephone,
// a path or a fragment. It goes by what browsers make of an address (WHATWG URL, section 4.4): they
// read a backslash as a slash, and drop tabs, line breaks and control characters around it.
func safeLink(destination string) bool {
	scheme, rest, ok := splitScheme(destination)
	if !ok {
		return false
	}
	switch scheme {
	case "":
		return !strings.HasPrefix(rest, "//")
	case "http", "https":
		host, found := strings.CutPrefix(rest, "//")
		again := strings.HasPrefix(host, "http://") || strings.HasPrefix(host, "https://") // https://https://
		return found && host != "" && !strings.ContainsRune("/?#:@", rune(host[0])) && !again
	case "mailto", "tel":
		return rest != ""
	}
	return false
}

// safeImage is safeLink for what can be an image.
func safeImage(destination string) bool {
	scheme, rest, _ := splitScheme(destination)
	isPicture := scheme == "" && !strings.HasPrefix(rest, "#") || scheme == "http" || scheme == "https"
	return isPicture && safeLink(destination)
}

// splitScheme parts "HTTPS://a.se" into "https" and "//a.se". A relative address has no scheme.
// It is not ok where the address is empty or holds what has no place in one.
func splitScheme(destination string) (scheme, rest string, ok bool) {
	if destination == "" || strings.TrimSpace(destination) != destination {
		return "", "", false
	}
	if strings.ContainsFunc(destination, func(r rune) bool { return r == '\\' || unicode.IsControl(r) }) {
		return "", "", false
	}
	end := strings.IndexAny(destination, ":/?#")
	if end < 0 || destination[end] != ':' {
		return "", destination, true
	}
	return strings.ToLower(destination[:end]), destination[end+1:], true
}

// IsOwnComputer tells whether an address on the web leads to the computer that it is opened on (RFC 6761, section 6.3;
// RFC 1122, section 3.2.1.3): it was copied from the preview.
func IsOwnComputer(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	host := strings.ToLower(u.Hostname())
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip != nil && (ip.IsLoopback() || ip.IsUnspecified())
}
