package gate

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A knowledge is what may be published: it is asked only when something was seen that may not.
type knowledge struct {
	table    web.Table
	public   func() []Source
	segments map[string]bool // parts of the addresses of the site
}

// A whereabout is where something public says what is withheld elsewhere.
type whereabout struct {
	at          diag.Position
	isMentioned bool // in the middle of a text, not as its title
}

// explain finds a public reason why a secret stands in an output, if there is one.
func (k *knowledge) explain(s secret) (w whereabout, isPublic bool) {
	if s.kind == fileKind && k.isSegment(s.text) || s.kind == pathKind && k.isSegment(path.Base(s.text)) {
		return w, true
	}
	for _, source := range k.public() {
		if slices.ContainsFunc(source.Names, func(name string) bool { return startsWith(name, s.text) }) {
			return whereabout{at: diag.Position{File: source.File}}, true
		}
	}
	for _, source := range k.public() {
		if at := s.in(source.Data); at >= 0 {
			return whereabout{diag.At(source.File, source.Data, at), true}, true
		}
	}
	return w, false
}

func startsWith(name, text string) bool {
	rest, found := strings.CutPrefix(strings.Join(strings.Fields(name), " "), text)
	first, _, _ := strings.Cut(rest, " ")
	return found && (first == "" || !isWordRune([]rune(first)[0]))
}

// in finds a secret in a text as its author wrote it, -1 where it is not there. Lines may be broken between
// its words.
func (s *secret) in(data []byte) int {
	words := strings.Fields(s.text)
	if s.kind == pathKind {
		words[0] = strings.TrimSuffix(words[0], "/")
	}
	for from := 0; ; {
		i := bytes.Index(data[from:], []byte(words[0]))
		if i < 0 {
			return -1
		}
		at := from + i
		if end, ok := matchWords(data, at, words); ok && s.standsAlone(data, at, end) {
			return at
		}
		from = at + len(words[0])
	}
}

func (s *secret) standsAlone(data []byte, at, end int) bool {
	whole := *s
	whole.pattern = data[at:end]
	if whole.kind == wordKind {
		whole.kind = textKind // an author may have it anywhere
	}
	return whole.isWhole(data, at)
}

// matchWords tells whether words stand at an offset with nothing but white space between them, and where
// they end.
func matchWords(data []byte, at int, words []string) (end int, ok bool) {
	for n, word := range words {
		if n > 0 {
			rest := bytes.TrimLeft(data[at:], " \t\r\n")
			if len(rest) == len(data)-at {
				return 0, false
			}
			at = len(data) - len(rest)
		}
		if !bytes.HasPrefix(data[at:], []byte(word)) {
			return 0, false
		}
		at += len(word)
	}
	return at, true
}

// isSegment tells whether a public address has a part of that name.
func (k *knowledge) isSegment(name string) bool {
	if k.segments == nil {
		k.segments = map[string]bool{}
		for _, r := range k.table {
			for part := range strings.SplitSeq(r.File(), "/") {
				k.segments[part] = true
				stem, _, _ := strings.Cut(part, ".")
				k.segments[stem] = true
			}
		}
	}
	return k.segments[name]
}

// isPublicFile tells whether a route is made of a content file that may be published, not of a static file.
func (k *knowledge) isPublicFile(r web.Route) bool {
	return slices.ContainsFunc(k.public(), func(s Source) bool { return s.File == r.Source })
}
