package intake

import (
	"bytes"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// A form is how a text is written down.
type form int

const (
	plainForm form = iota
	pageForm
	wordForm
	matterForm
	noForm // no text, or one that no reader is there for
)

// signs are the first bytes of files that are no text, and what they are.
var signs = []struct{ sign, sv, en string }{
	{"%PDF-", "en PDF", "a PDF"},
	{"{\\rtf", "en RTF-fil", "an RTF file"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ett dokument från ett äldre Office-program", "a document of an older Office program"},
	{"\x1f\x8b", "ett packat arkiv", "a packed archive"},
	{"7z\xbc\xaf\x27\x1c", "ett packat arkiv", "a packed archive"},
}

// packed are the files that are archives of other files, by what lies in them.
var packed = []struct{ member, sv, en string }{
	{"xl/", "ett kalkylblad", "a spreadsheet"},
	{"ppt/", "en presentation", "a presentation"},
	{"content.xml", "ett dokument från LibreOffice", "a document of LibreOffice"},
}

// formOf tells how a file is written down, by what is in it rather than by its name. Of what is no text it says what.
func formOf(s Source) (f form, sv, en string) {
	data := s.Data
	for _, known := range signs {
		if bytes.HasPrefix(data, []byte(known.sign)) {
			return noForm, known.sv, known.en
		}
	}
	kind := http.DetectContentType(data)
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if bytes.Contains(data, []byte(wordMember)) {
			return wordForm, "", ""
		}
		sv, en = insideOf(data)
		return noForm, sv, en
	case strings.HasPrefix(kind, "image/"):
		return noForm, "en bild", "a picture"
	case strings.HasPrefix(kind, "audio/"), strings.HasPrefix(kind, "video/"):
		return noForm, "ljud eller film", "sound or film"
	case bytes.IndexByte(data, 0) >= 0 && !isUTF16(data):
		return noForm, "ingen text", "no text"
	case isPage(s.File, data):
		return pageForm, "", ""
	case isMarkdown(s.File) || matterStart.Match(bytes.TrimPrefix(data, []byte("\uFEFF"))):
		return matterForm, "", ""
	}
	return plainForm, "", ""
}

func isUTF16(data []byte) bool {
	_, name := encodingOf(data)
	return name == "UTF-16"
}

// insideOf says what an archive is, by what lies in it.
func insideOf(data []byte) (sv, en string) {
	for _, known := range packed {
		if bytes.Contains(data, []byte(known.member)) {
			return known.sv, known.en
		}
	}
	return "ett packat arkiv", "a packed archive"
}

var pageStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|h1)\b`)

func isPage(file string, data []byte) bool {
	text, _ := decoded(data[:min(len(data), 4000)])
	ext := strings.ToLower(path.Ext(file))
	return !isMarkdown(file) && pageStart.MatchString(text) || (ext == ".html" || ext == ".htm") && strings.Contains(text, "<")
}

// read makes blocks of the bytes. It is false where that cannot be done, and tells why.
func (a *article) read() bool {
	f, sv, en := formOf(a.source)
	switch {
	case len(a.source.Data) > limits.Import:
		a.tooLarge(len(a.source.Data), limits.Import)
		return false
	case f == noForm:
		a.tell(0, diag.ImportNoText, "what", sv, "what-en", en)
		return false
	case f == wordForm:
		return a.readWord()
	}
	text, from := decoded(a.source.Data)
	if f == pageForm {
		text, from = pageText(a.source.Data)
	}
	text, unseen := visible(text)
	if from != "" {
		a.tell(0, diag.ImportEncoding, "encoding", from)
	}
	if unseen > 0 {
		a.tell(0, diag.ImportUnseen, "n", strconv.Itoa(unseen))
	}
	switch {
	case f == pageForm:
		return a.readPage(text)
	case len(text) > limits.Text/2: // what is added to a text must find room beside it
		a.tooLarge(len(text), limits.Text/2)
		return false
	case f == matterForm:
		a.isMarkdown = true
		return a.readMatter(text)
	}
	a.text, a.hasLines, a.firstLine = text, true, 1
	a.body = readPlain(text, 1)
	return true
}

// isShort tells whether the text that was found is one that a content file can hold.
func (a *article) isShort() bool {
	if len(a.text) > limits.Text/2 {
		a.tooLarge(len(a.text), limits.Text/2)
		return false
	}
	return true
}

func (a *article) tooLarge(n, limit int) {
	a.tell(0, diag.TooLarge, "size", strconv.Itoa((n+1023)>>10)+" kB", "limit", strconv.Itoa(limit>>10)+" kB")
}
