package content

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/adrg/frontmatter"
)

// readText strips a byte-order mark, which Notepad writes and the front matter library takes for
// text, and refuses what is not UTF-8 or holds characters that no one can see.
func readText(file string, data []byte) (text []byte, ok bool, diags diag.List) {
	text = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(text) {
		at := diag.At(file, text, invalidUTF8(text))
		diags.Add(diag.Position{File: file, Line: at.Line}, diag.NotUTF8)
		return nil, false, diags
	}
	seen := glance(text)
	if i := seen.hidden; i >= 0 {
		// The YAML library would tell of it again, and worse.
		diags.Add(diag.At(file, text, i), diag.ControlChar, "char", codePoint(string(text[i:])))
		return nil, false, diags
	}
	if i := loneReturn(text, seen); i >= 0 {
		// Markdown takes it for a space: the paragraphs of a whole text would be one.
		diags.Add(diag.At(file, text, i), diag.OldLineEnds)
		return nil, false, diags
	}
	diags = personalNumbers(file, text)
	if i := garbled(text, seen); i >= 0 {
		diags.Add(diag.At(file, text, i), diag.Garbled)
	}
	return text, true, diags
}

// seen is what a text shows at a glance; it is looked for in every text, byte by byte.
type seen struct {
	hidden       int  // where the first character stands that no one can see, -1 = none
	hasReturns   bool // carriage returns
	mayBeGarbled bool
}

// suspects are the bytes that begin a character which is looked for: controls, U+0080 to U+009F, overrides and
// marks of byte order, and the letters of garbling.
var suspects = func() (is [256]bool) {
	for c := range 256 {
		is[c] = c < ' ' && c != '\n' && c != '\t' || c == 0x7F || c == 0xC2 || c == 0xC3 || c == 0xE2 || c == 0xEF
	}
	return is
}()

func glance(text []byte) seen {
	s := seen{hidden: -1}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case !suspects[c]:
		case c == '\r':
			s.hasReturns = true
		case c == 0xC3: // å, ä, ö, é and the like, but for Ã and â
			s.mayBeGarbled = s.mayBeGarbled || i+1 < len(text) && (text[i+1] == 0x83 || text[i+1] == 0xA2)
		default:
			r, _ := utf8.DecodeRune(text[i:])
			if isHidden(r) && s.hidden < 0 {
				s.hidden = i
			}
			s.mayBeGarbled = s.mayBeGarbled || r == utf8.RuneError
		}
	}
	return s
}

// garbling is what å, ä, ö and typographic marks become where UTF-8 was read as another encoding, and what is
// put where a character could not be read at all.
var garbling = [][]byte{[]byte("Ã¥"), []byte("Ã¤"), []byte("Ã¶"), []byte("Ã…"), []byte("Ã„"), []byte("Ã–"), []byte("Ã©"), []byte("â€"), []byte("\uFFFD")}

// garbled finds where a text was damaged by a wrong encoding, -1 where it was not.
func garbled(text []byte, s seen) int {
	if !s.mayBeGarbled {
		return -1
	}
	for _, sign := range garbling {
		if i := bytes.Index(text, sign); i >= 0 {
			return i
		}
	}
	return -1
}

// loneReturn finds a carriage return that is not part of a line end of Windows, -1 where there is none.
func loneReturn(text []byte, s seen) int {
	for from := 0; s.hasReturns; {
		i := bytes.IndexByte(text[from:], '\r')
		if i < 0 {
			return -1
		}
		from += i + 1
		if from == len(text) || text[from] != '\n' {
			return from - 1
		}
	}
	return -1
}

// isHidden finds control characters, which no author writes on purpose, the directional overrides
// with which text can be made to look like other text among them.
func isHidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\ufeff'
}

// codePoint names the first character of s, as one looks it up.
func codePoint(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return fmt.Sprintf("U+%04X", r)
}

func invalidUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(text)
}

// matter is a file cut in two.
type matter struct {
	yaml []byte // between the delimiters
	line int    // the file's line before the first of yaml
	body int    // offset of the body
	ok   bool   // the whole front matter is in yaml
}

// yamlMatter hands over the bytes between two lines "---". Only this one of the library's formats
// is allowed, and an unclosed block is an error (see MustParse).
var yamlMatter = frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
	*v.(*[]byte) = data
	return nil
})

// splitMatter cuts text into front matter and body. The library gives no offsets and closes the
// block at an indented "---" inside a text, so both are worked out and checked here. keys are those
// that may stand in the front matter: a body that begins with one was cut too early.
func splitMatter(file string, text []byte, keys []string) (matter, diag.List) {
	var diags diag.List
	var raw []byte
	head := text[:headEnd(text)]
	reader := readers.Get().(*bufio.Reader)
	defer readers.Put(reader)
	reader.Reset(bytes.NewReader(head))
	rest, err := frontmatter.MustParse(reader, &raw, yamlMatter)
	start := bytes.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) })
	switch {
	case errors.Is(err, frontmatter.ErrNotFound) && start >= 0 && bytes.HasPrefix(text[start:], []byte("---")):
		if firstLine(text[start:]) == "---" {
			diags.Add(diag.At(file, text, start), diag.UnclosedFrontMatter)
		} else {
			diags.Add(diag.At(file, text, start), diag.NoFrontMatter)
		}
		return matter{body: len(text)}, diags
	case err != nil:
		diags.Add(diag.Position{File: file, Line: 1, Column: 1}, diag.NoFrontMatter)
		return matter{body: len(text)}, diags
	}
	m := matter{yaml: raw, body: len(head) - len(rest), ok: true}
	from := start + bytes.IndexByte(text[start:], '\n') + 1
	m.line = bytes.Count(text[:from], []byte("\n"))
	if end := from + len(raw); text[end] != '-' {
		diags.Add(diag.At(file, text, end), diag.CutFrontMatter)
		m.ok = false
	} else if at, found := keyLikeLine(text, m.body, keys); found {
		diags.Add(diag.At(file, text, at), diag.CutFrontMatter)
		m.ok = false
	} else if at, found := draftLine(text, m.body); found {
		diags.Add(diag.At(file, text, at), diag.DraftInBody)
	}
	return m, diags
}

// draftMark is a line that says of its text that it is a draft, however it is dressed up: draft: "true",
// **Utkast: ja**, # draft = true, or UTKAST alone.
var draftMark = regexp.MustCompile(`(?m)^[^\p{L}\d\n]*((?:[Dd]raft|DRAFT|[Uu]tkast|UTKAST)[^\p{L}\d\n]*[:=][^\p{L}\d\n]*(?i:true|yes|on|ja|sant|1)|UTKAST|DRAFT)[^\p{L}\d\n]*$`)

// draftWords are parts of the words of draftMark, which may begin with a capital.
var draftWords = [][]byte{[]byte("raft"), []byte("RAFT"), []byte("tkast"), []byte("TKAST")}

// draftLine finds a line of the body that its author took for front matter, and that would publish what
// was meant to stay a draft.
func draftLine(text []byte, body int) (offset int, found bool) {
	if at := findDraftMark(text[body:]); at >= 0 {
		return body + at, true
	}
	return 0, false
}

// findDraftMark gives where in a text it is said, on a line of its own, that it is a draft; -1 where it is
// not.
func findDraftMark(text []byte) int {
	// Looked for in every text, so at a glance first.
	if !slices.ContainsFunc(draftWords, func(word []byte) bool { return bytes.Contains(text, word) }) {
		return -1
	}
	at := draftMark.FindSubmatchIndex(text)
	if at == nil {
		return -1
	}
	return at[2]
}

// readers are lent to the library, which would make a new one of 4 kB for each file.
var readers = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 4096) }}

// headEnd is the end of the second line of text that is "---", or of the text where there is none. The
// library copies what it is given, so it is given no more than this.
func headEnd(text []byte) int {
	delimiters := 0
	for at := 0; at < len(text); {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		at = min(at+len(line)+1, len(text))
		if string(bytes.TrimSpace(line)) == "---" {
			if delimiters++; delimiters == 2 {
				return at
			}
		}
	}
	return len(text)
}

// keyLikeLine finds a first line of the body that is a key of the front matter, "draft: true".
func keyLikeLine(text []byte, body int, keys []string) (offset int, found bool) {
	rest := bytes.TrimLeft(text[body:], " \t\r\n")
	key, _, isKey := strings.Cut(firstLine(rest), ":")
	return len(text) - len(rest), isKey && slices.Contains(keys, key)
}

func firstLine(text []byte) string {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return string(bytes.TrimRight(line, " \t\r"))
}
