package content

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"unicode"

	"alingsas.se/dialog/generator/diag"
)

// matter is a file cut in two.
type matter struct {
	yaml []byte // between the delimiters
	line int    // the file's line before the first of yaml
	body int    // offset of the body
	ok   bool   // the whole front matter is in yaml
}

// splitMatter cuts text into front matter and body. The library gives no offsets and closes the
// block at an indented "---" inside a text, so both are worked out and checked here. keys are those
// that may stand in the front matter: a body that begins with one was cut too early.
func splitMatter(file string, text []byte, keys []string) (matter, diag.List) {
	var diags diag.List
	head := text[:headEnd(text)]
	length, err := matterLength(head)
	start := bytes.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) })
	switch {
	case errors.Is(err, errNoMatter) && start >= 0 && bytes.HasPrefix(text[start:], []byte("---")):
		if string(firstLine(text[start:])) == "---" {
			diags.Add(diag.At(file, text, start), diag.UnclosedFrontMatter)
		} else {
			diags.Add(diag.At(file, text, start), diag.NoFrontMatter)
		}
		return matter{body: len(text)}, diags
	case err != nil:
		diags.Add(diag.Position{File: file, Line: 1, Column: 1}, diag.NoFrontMatter)
		return matter{body: len(text)}, diags
	}
	from := start + bytes.IndexByte(text[start:], '\n') + 1
	end := from + length
	m := matter{yaml: text[from:end:end], line: bytes.Count(text[:from], []byte("\n")), body: len(head), ok: true}
	if text[end] != '-' {
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

// draftWords are what the words of draftMark begin with.
var draftWords = [][]byte{[]byte("draft"), []byte("Draft"), []byte("DRAFT"), []byte("utkast"), []byte("Utkast"), []byte("UTKAST")}

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
	if !mayBeDraft(text) {
		return -1
	}
	at := draftMark.FindSubmatchIndex(text)
	if at == nil {
		return -1
	}
	return at[2]
}

// mayBeDraft tells whether a line begins with a word of draftMark. Most texts have none, and with the expression alone
// a build takes 27 % more. Letters outside ASCII are passed over like the signs that may stand first, so it is true
// of a few more.
func mayBeDraft(text []byte) bool {
	for len(text) > 0 {
		for len(text) > 0 && text[0] != '\n' && !isWord(text[0]) {
			text = text[1:]
		}
		if slices.ContainsFunc(draftWords, func(word []byte) bool { return bytes.HasPrefix(text, word) }) {
			return true
		}
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			return false
		}
		text = text[end+1:]
	}
	return false
}

func isWord(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' }

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
	key, _, isKey := bytes.Cut(firstLine(rest), []byte(":"))
	return len(text) - len(rest), isKey && slices.Contains(keys, string(key))
}

// errNoMatter tells that a text does not begin with a block of front matter.
var errNoMatter = errors.New("no front matter")

// plainMatterLength is [matterLength] without the library, which brings along the other formats that it knows: a browser
// would have to load them. A test compares the two.
func plainMatterLength(head []byte) (length int, err error) {
	rest, start := head, -1
	for {
		line, after, isWhole := bytes.Cut(rest, []byte("\n"))
		at := len(head) - len(rest)
		switch text := string(bytes.TrimSpace(line)); {
		case start >= 0 && text == "---":
			return at - start, nil
		case !isWhole, start < 0 && text != "" && text != "---":
			return 0, errNoMatter
		case start < 0 && text == "---":
			start = len(head) - len(after)
		}
		rest = after
	}
}

func firstLine(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.TrimRight(line, " \t\r")
}
