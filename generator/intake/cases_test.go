package intake

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/markdown"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
)

var update = flag.Bool("update", false, "write what is expected anew")

const settings = `title: Press
base_url: https://press.example.se
languages: [sv, en]
organisation:
  name: Exempelköpings kommun
  phone: 031-390 06 00
  about: Exempelköping är en påhittad kommun med omkring 18 000 lika påhittade invånare. Här finns två sjöar, ett torg och en väderkvarn.
`

// Each file in testdata is an import as of 15 June 2026: the files in in/ are its sources, those in content/ are there
// before, those in out/ are what it makes; report.sv and report.en are what it tells. A line "date: …" in the comment is
// what --date would be. In in/, the first line of a file may say what becomes of the rest: "LATIN-1", "UTF-16", "ZIP",
// with a line "%% NAME" before each of the packed files, "BYTES", in hexadecimal.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := runCase(t, archive)
			got := c.files()
			if *update {
				archive.Files = append(slices.DeleteFunc(archive.Files, isExpected), got...)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			compareFiles(t, got, slices.DeleteFunc(slices.Clone(archive.Files), func(f txtar.File) bool { return !isExpected(f) }))
			c.builds(t)
			for _, s := range c.sources {
				if !slices.ContainsFunc(c.result.Diags.AtLeast(diag.Error), func(d diag.Diagnostic) bool { return d.File == s.File }) {
					c.keeps(t, s)
				}
			}
		})
	}
}

func isExpected(f txtar.File) bool {
	return strings.HasPrefix(f.Name, "out/") || strings.HasPrefix(f.Name, "report.")
}

func compareFiles(t *testing.T, got, want []txtar.File) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("%s is not made", want[i].Name)
		case i >= len(want):
			t.Errorf("%s is made:\n%s", got[i].Name, got[i].Data)
		case got[i].Name != want[i].Name || !bytes.Equal(got[i].Data, want[i].Data):
			t.Errorf("got %s:\n%s\nwant %s:\n%s\nIf the new files are right: go test ./generator/intake -run Cases -update", got[i].Name, got[i].Data, want[i].Name, want[i].Data)
		}
	}
}

// A caseRun is an import and what came of it.
type caseRun struct {
	sources []Source
	site    fstest.MapFS
	set     *content.Set
	result  Result
}

func runCase(t *testing.T, archive *txtar.Archive) caseRun {
	t.Helper()
	c := caseRun{site: fstest.MapFS{"site.yaml": {Data: []byte(settings)}}}
	beside := fstest.MapFS{}
	for _, f := range archive.Files {
		if name, found := strings.CutPrefix(f.Name, "content/"); found {
			c.site[name] = &fstest.MapFile{Data: f.Data}
		}
		if name, found := strings.CutPrefix(f.Name, "in/"); found {
			data := madeOf(t, f.Data)
			beside[name] = &fstest.MapFile{Data: data}
			if !strings.HasSuffix(name, ".png") || name == "bild.png" {
				near := func(name string) ([]byte, error) { return fs.ReadFile(beside, name) }
				c.sources = append(c.sources, Source{File: name, Data: data, Near: near})
			}
		}
	}
	c.set, _ = load(c.site)
	o := Options{Now: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)}
	if _, date, found := strings.Cut(string(archive.Comment), "date: "); found {
		o.Date, _ = locale.ParseDate(strings.Fields(date)[0], c.set.Settings.Zone)
	}
	c.result = Import(c.set, c.sources, o)
	return c
}

func load(site fs.FS) (*content.Set, diag.List) {
	set, diags, _ := content.NewLoader(site, "content").Load()
	return set, diags
}

// madeOf gives the bytes of a source, as its first line says.
func madeOf(t testing.TB, data []byte) []byte {
	t.Helper()
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	var err error
	switch string(first) {
	case "LATIN-1":
		data, err = charmap.Windows1252.NewEncoder().Bytes(rest)
	case "UTF-16":
		data, err = uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder().Bytes(rest)
	case "BYTES":
		data = nil
		_, err = fmt.Sscanf(string(rest), "%x", &data)
	case "ZIP":
		data, err = zipped(string(rest))
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func zipped(text string) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range strings.Split("\n"+text, "\n%% ")[1:] {
		name, data, _ := strings.Cut(part, "\n")
		file, err := w.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := file.Write([]byte(data)); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// files are what was made, as a case has it.
func (c caseRun) files() []txtar.File {
	var files []txtar.File
	for _, f := range c.result.Files {
		data := f.Data()
		if f.Raw != nil {
			data = []byte("(the picture)\n")
		}
		files = append(files, txtar.File{Name: "out/" + f.Name, Data: data})
	}
	for _, lang := range []string{"sv", "en"} {
		files = append(files, txtar.File{Name: "report." + lang, Data: []byte(c.report(lang))})
	}
	return files
}

func (c caseRun) report(lang string) string {
	var b strings.Builder
	r := diag.Report{Lang: lang, Source: func(file string) []byte {
		for _, s := range c.sources {
			if s.File == file && bytes.IndexByte(s.Data, 0) < 0 {
				text, _ := decoded(s.Data)
				return []byte(text)
			}
		}
		return nil
	}}
	if err := r.Write(&b, c.result.Diags); err != nil {
		panic(err) // a builder takes everything
	}
	return b.String()
}

// builds loads the site with what was made. What has an error is a draft then, as the command makes it.
func (c caseRun) builds(t *testing.T) {
	t.Helper()
	diags := c.loaded(t)
	for _, f := range c.result.Files {
		f.IsDraft = f.IsDraft || slices.ContainsFunc(diags.AtLeast(diag.Error), func(d diag.Diagnostic) bool { return d.File == "content/"+f.Name })
	}
	if diags = c.loaded(t); diags.HasErrors() {
		t.Errorf("what was made has errors: %v", messages(diags))
	}
}

// loaded tells what is wrong with the site that was made.
func (c caseRun) loaded(t *testing.T) diag.List {
	t.Helper()
	site := fstest.MapFS{}
	for name, file := range c.site {
		site[name] = file
	}
	for _, f := range c.result.Files {
		if site[f.Name] != nil {
			t.Errorf("%s was there before", f.Name)
		}
		site[f.Name] = &fstest.MapFile{Data: f.Data()}
	}
	set, diags := load(site)
	return set.Heard(diags)
}

func messages(diags diag.List) (all []string) {
	for _, d := range diags.AtLeast(diag.Error) {
		all = append(all, d.File+": "+d.Message("en"))
	}
	return all
}

var (
	word     = regexp.MustCompile(`[\pL\d]{2,}`)
	saidWord = regexp.MustCompile(`(?i)^(?:` + strings.Join(strings.Fields(`
		kontakt kontakta kontakter kontaktperson kontaktpersoner presskontakt presskontakter kontaktuppgifter kontaktinformation oss
		mer ytterligare information om lämnas av ges för frågor vid besvaras har du upplysningar contact contacts press more vänligen
		ämne ämnen ämnesord kategori kategorier nyckelord taggar etiketter topics tags region regioner regions
		namn titel telefonnummer telefon tfn tel mobiltelefon mobil mob direkt växel växeln vx post postadress epost epostadress mail email mejl
		phone mobile name title och and samt foto bild
		pressmeddelande pressmeddelanden pressinformation pressinbjudan release inbjudan till mediainbjudan uttalande nyheter nyhet`), "|") + `)$`)
)

// keeps tells what of a plain text is neither in the files that were made nor in the report. Nothing of the rules that
// took it apart is asked: each word must be somewhere, but those that name what stands behind them, and each sentence
// must be somewhere as a whole.
func (c caseRun) keeps(t *testing.T, s Source) {
	t.Helper()
	text := visibleText(s)
	if text == "" {
		return
	}
	made := c.everything()
	squeezed := letters(made)
	for _, line := range strings.Split(text, "\n") {
		for _, w := range word.FindAllString(line, -1) {
			if !strings.Contains(squeezed, letters(w)) && !saidWord.MatchString(w) {
				t.Errorf("%s: the word %q is lost, of %q", s.File, w, line)
			}
		}
		if strings.ContainsAny(line, "@:") || len(digitsOf(line)) > 5 {
			continue
		}
		for _, sentence := range regexp.MustCompile(`[.!?] `).Split(line, -1) {
			if len(strings.Fields(sentence)) > 4 && !strings.Contains(squeezed, letters(sentence)) {
				t.Errorf("%s: a sentence is lost: %q", s.File, sentence)
			}
		}
	}
}

// everything is all that an import says: in files, in the report, and what the site said before.
func (c caseRun) everything() string {
	var b strings.Builder
	for _, f := range c.result.Files {
		if f.Raw == nil {
			b.Write(f.Data())
			doc, _ := markdown.Parse(markdown.Source{Data: []byte(f.body), Lang: "sv"}) // without the addresses of links
			b.WriteString(doc.Plain() + "\n")
		}
	}
	for _, f := range c.site {
		b.Write(f.Data)
	}
	for _, d := range c.result.Diags {
		b.WriteString(d.Message("sv") + "\n" + d.Message("en") + "\n")
	}
	return b.String()
}

// visibleText is what a reader of a source sees, found in the simplest way for each form.
func visibleText(s Source) string {
	f, _, _ := formOf(s)
	switch f {
	case noForm:
		return ""
	case wordForm:
		return wordText(s.Data)
	case pageForm:
		text, _ := pageText(s.Data)
		text = regexp.MustCompile(`(?s)<(script|style|head|noscript)\b.*?</(script|style|head|noscript)>|<!--.*?-->`).ReplaceAllString(text, "")
		text = regexp.MustCompile(`(?s)</?(?:b|strong|em|i|a|span|time)\b[^>]*>`).ReplaceAllString(text, "")
		return html.UnescapeString(regexp.MustCompile(`(?s)<[^>]*>`).ReplaceAllString(text, "\n"))
	case matterForm:
		text, _ := decoded(s.Data)
		text = regexp.MustCompile(`(?m)^\s*"?[\w.]+"?\s*[:=]|^\[.*\]$`).ReplaceAllString(text, "") // keys
		text = regexp.MustCompile(`(\d{4}-\d\d-\d\d)T\S+|(?m)^\s*(?:true|false)\s*$`).ReplaceAllString(text, "$1")
		return regexp.MustCompile(`https?://[^/\s"]*|\*\*|[\[(\])]`).ReplaceAllString(text, " ")
	}
	text, _ := decoded(s.Data)
	text, _ = visible(text)
	return text
}

// wordText gives the text of all parts of a .docx, a line for each paragraph.
func wordText(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, f := range archive.File {
		if !regexp.MustCompile(`^word/(document|footnotes|header1|footer1)\.xml$`).MatchString(f.Name) {
			continue
		}
		part, _ := fs.ReadFile(archive, f.Name)
		for _, p := range regexp.MustCompile(`</w:p>`).Split(string(part), -1) {
			for _, m := range regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>`).FindAllStringSubmatch(p, -1) {
				b.WriteString(html.UnescapeString(m[1]))
				b.WriteString(strings.Repeat("\n", strings.Count(p, "<w:br/>")))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
