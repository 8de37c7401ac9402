//go:build !js

package formats

import (
	"io"
	"strings"

	ics "github.com/arran4/golang-ical"
)

// properties belong to a calendar or a part of it, in the order in which they are written. The library escapes
// a value as its type asks, and folds the lines.
type properties []ics.IANAProperty

// params are the parameters of a property.
type params = map[string][]string

// add adds a property, unless its value is empty.
func (p *properties) add(name string, of params, value string) {
	if value = clean(value); value != "" {
		*p = append(*p, ics.IANAProperty{BaseProperty: ics.BaseProperty{IANAToken: name, ICalParameters: of, Value: value}})
	}
}

func language(tag string) params {
	if tag = paramToken(tag); tag == "" {
		return nil
	}
	return params{"LANGUAGE": {tag}}
}

// The library puts a backslash before some characters of a parameter and never sets it between quotes, both against
// RFC 5545 section 3.2. So these characters pass through it in the guise of control characters, which no clean text
// holds. All are one byte long, so that lines are folded where they should be.
var (
	guiseParam   = strings.NewReplacer(`"`, "\x01", ",", "\x02", ";", "\x03", ":", "\x04", `\`, "\x05", "'", "\x06")
	unguiseParam = strings.NewReplacer("\x01", `"`, "\x02", ",", "\x03", ";", "\x04", ":", "\x05", `\`, "\x06", "'")
)

// escapeParam is RFC 6868, for what stands between quotes.
var escapeParam = strings.NewReplacer("^", "^^", "\n", "^n", `"`, "^'")

func commonName(name string) params {
	if name = clean(name); name == "" {
		return nil
	}
	return params{"CN": {guiseParam.Replace(`"` + escapeParam.Replace(name) + `"`)}}
}

// An unguising writer gives back what guiseParam took, and keeps its first error.
type unguising struct {
	w   io.Writer
	err error
}

func (u *unguising) Write(p []byte) (int, error) { return u.WriteString(string(p)) }

func (u *unguising) WriteString(s string) (int, error) {
	if u.err == nil {
		_, u.err = unguiseParam.WriteString(u.w, s)
	}
	return len(s), u.err
}
