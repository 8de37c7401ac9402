package intake

import (
	"encoding/json"
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/locale"
)

// Data gives the bytes of the file.
func (f *File) Data() []byte {
	if f.Raw != nil {
		return f.Raw
	}
	draft := ""
	if f.IsDraft {
		draft = "draft: true\n"
	}
	body := ""
	if f.body != "" {
		body = "\n" + f.body + "\n"
	}
	return []byte("---\n" + f.matter + draft + "---\n" + body)
}

// A matter is front matter that is being written.
type matter struct{ b strings.Builder }

// text writes a key with a value, where there is one.
func (m *matter) text(key, value string) {
	if value != "" {
		m.b.WriteString(key + ": " + scalar(value, false) + "\n")
	}
}

// bare writes a key with a value that is no text: a date, true.
func (m *matter) bare(key, value string) {
	if value != "" {
		m.b.WriteString(key + ": " + value + "\n")
	}
}

// reach writes a telephone number or an e-mail address: these are in no quotation marks, where they need none.
func (m *matter) reach(key, value string) {
	if plainReach.MatchString(value) {
		m.bare(key, value)
		return
	}
	m.text(key, value)
}

// mostInline is how many characters a list has that stands on one line.
const mostInline = 80

// list writes a key with several values.
func (m *matter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	written := make([]string, len(values))
	for i, value := range values {
		written[i] = scalar(value, true)
	}
	if line := strings.Join(written, ", "); len(line) <= mostInline {
		m.b.WriteString(key + ": [" + line + "]\n")
		return
	}
	m.b.WriteString(key + ":\n  - " + strings.Join(written, "\n  - ") + "\n")
}

// comment writes lines that no reader of the site sees.
func (m *matter) comment(text string) {
	for _, line := range strings.Split(text, "\n") {
		if line = oneSpace(line); line != "" {
			m.b.WriteString("# " + line + "\n")
		}
	}
}

var (
	plainScalar = regexp.MustCompile(`^\pL[\pL\pN .,;!?()/%&+’'”“_–—-]*$`)
	plainReach  = regexp.MustCompile(`^[\pL\d+][\pL\d ()/._@+–-]*$`)
	notText     = regexp.MustCompile(`(?i)^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$`)
)

// scalar writes a text as YAML reads it; within brackets a comma means something.
func scalar(text string, inList bool) string {
	if plainScalar.MatchString(text) && !notText.MatchString(text) && oneSpace(text) == text && !(inList && strings.Contains(text, ",")) {
		return text
	}
	return quoted(text)
}

// quoted writes a text in quotation marks: those of JSON are those of YAML too.
func quoted(text string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a text can be encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// dateKey writes a date as the content has it.
func dateKey(d locale.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.HasTime:
		return d.Time.Format("2006-01-02 15:04")
	}
	return d.Time.Format("2006-01-02")
}
