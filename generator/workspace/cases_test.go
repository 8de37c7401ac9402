package workspace_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/outside"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/workspace"
	"github.com/rogpeppe/go-internal/txtar"
)

// Each file in testdata/check is a content folder as of 15 June 2026: the comment says what it shows,
// "diagnostics" is what a check of the site reports. Files below templates/ and static/ take the place of the
// project's, and are added to the project's where their first line is "# APPENDED". PNG and JPEG stand for pictures,
// LATIN-1, OLD-MAC and LARGE for a text in another encoding, with other line ends, and one that is too large. Settings and a statement without faults are added where a case has none.
func TestFindingsOfACheck(t *testing.T) {
	files, err := filepath.Glob("../testdata/check/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			file, err := filepath.Abs(file)
			if err != nil {
				t.Fatal(err)
			}
			c := runCase(t, archive)
			got, want := c.text(c.diags, "en"), section(archive, "diagnostics")
			if *update {
				archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "diagnostics" })
				archive.Files = append(archive.Files, txtar.File{Name: "diagnostics", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s\nIf the new texts are right: go test ./generator/workspace -run FindingsOfACheck -update", got, want)
			}
		})
	}
}

const (
	plainSettings  = "title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation:\n  name: Alingsås kommun\n"
	plainStatement = "status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: Självskattning\nfeedback:\n  url: https://www.alingsas.se\n"
)

// A caseRun is what a check of a case found.
type caseRun struct {
	diags diag.List
	files map[string][]byte // by their names in messages
	host  string            // of the server that OTHER-SITE stands for
}

// runCase lays out the folders of a case and checks their site. Where a text links to OTHER-SITE, the check
// asks a server there.
func runCase(t *testing.T, archive *txtar.Archive) caseRun {
	t.Helper()
	project, err := filepath.Abs(sitetest.Project)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"templates", "static"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(project, name))); err != nil {
			t.Fatal(err)
		}
	}
	c := caseRun{files: map[string][]byte{"content/site.yaml": []byte(plainSettings), "content/accessibility.yaml": []byte(plainStatement)}}
	isExternal := false
	for _, f := range archive.Files {
		name := f.Name
		if !strings.HasPrefix(name, "templates/") && !strings.HasPrefix(name, "static/") {
			name = "content/" + name
		}
		isExternal = isExternal || strings.Contains(string(f.Data), "OTHER-SITE")
		switch strings.TrimSpace(string(f.Data)) {
		case "PNG":
			c.files[name], err = base64.StdEncoding.DecodeString(sitetest.OnePixel)
		case "JPEG":
			c.files[name] = photograph(t)
		case "ABSENT":
			delete(c.files, name)
		case "LATIN-1":
			c.files[name] = []byte("---\ntitle: Tr\xe4ff\n---\n")
		case "OLD-MAC":
			c.files[name] = []byte("---\ntitle: Gammal\n---\nEtt stycke.\r\rEtt till.\r")
		case "LARGE":
			c.files[name] = append([]byte("---\ntitle: Stor\n---\n"), strings.Repeat("x", limits.Text)...)
		default:
			c.files[name] = f.Data
			if more, found := strings.CutPrefix(string(f.Data), "# APPENDED\n"); found {
				c.files[name], err = os.ReadFile(filepath.Join(project, filepath.FromSlash(name)))
				c.files[name] = append(c.files[name], more...)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	delete(c.files, "content/diagnostics")
	if isExternal {
		server := httptest.NewServer(http.HandlerFunc(otherSite))
		t.Cleanup(server.Close)
		c.host = server.URL
	}
	for name, data := range c.files {
		data = []byte(strings.ReplaceAll(string(data), "OTHER-SITE", otherSiteURL))
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	c.diags = checkFolders(t, c.host)
	return c
}

// otherSiteURL stands where a text links to OTHER-SITE: an address of this computer is told as a fault of its own.
const otherSiteURL = "http://other.example"

// otherSite is what a check asks where a text links to OTHER-SITE.
func otherSite(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/moved":
		http.Redirect(w, r, "/", http.StatusMovedPermanently)
	case "/too-busy":
		w.WriteHeader(http.StatusTooManyRequests)
	case "/":
	default:
		http.NotFound(w, r)
	}
}

// checkFolders checks the site in the folder that the test stands in, and its links to a host, if one is given.
func checkFolders(t *testing.T, host string) diag.List {
	t.Helper()
	a, err := workspace.Assemble(workspace.Job{Content: "content", Templates: "templates", Static: "static", Clock: sitetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	diags := a.Diags
	if a.Model != nil {
		diags = append(diags, a.AheadInFull()...)
		places := a.Places()
		result, err := check.Run(a.Model, a.Table, places, a.Inspectors(places)...)
		if err != nil && !diags.HasErrors() { // what an author got wrong may keep an output from being made
			t.Fatal(err)
		}
		diags = append(append(diags, result.Diags...), check.Texts(t.Context(), a.Set)...)
		var links []check.OutsideLink
		for _, l := range result.Outside {
			if path, found := strings.CutPrefix(l.URL, otherSiteURL); found && host != "" {
				links = append(links, check.OutsideLink{URL: host + path, At: l.At})
			}
		}
		m := outside.Polite
		m.Pause = time.Millisecond
		diags = append(diags, outside.Ask(t.Context(), links, m)...)
	}
	return a.Set.Heard(diags).Sorted()
}

// text writes findings as an author reads them.
func (c caseRun) text(l diag.List, lang string) string {
	var b strings.Builder
	report := diag.Report{Lang: lang, Source: func(file string) []byte { return c.files[file] }}
	if err := report.Write(&b, l); err != nil {
		panic(err) // a builder takes everything
	}
	if c.host == "" {
		return b.String()
	}
	return strings.NewReplacer(c.host, "OTHER-SITE", otherSiteURL, "OTHER-SITE").Replace(b.String())
}

// photograph is small, and a photograph all the same: whatever is a JPEG file is one.
func photograph(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 10)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func section(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// codesFile lists every rule with what it says and an example from the cases.
const codesFile = "../codes.md"

// The list of codes is made of the catalogue and the cases: go test ./generator/workspace -run ListOfCodes -update
// writes it anew.
func TestTheListOfCodesIsUpToDate(t *testing.T) {
	sitetest.Long(t)
	file, err := filepath.Abs(codesFile)
	if err != nil {
		t.Fatal(err)
	}
	examples := map[diag.Code]example{}
	cases, err := filepath.Glob("../*/testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("../testdata/check/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(own, cases...) {
		if strings.HasPrefix(filepath.ToSlash(name), "../markdown/") || strings.HasPrefix(filepath.ToSlash(name), "../intake/") {
			continue // those are bodies without their files, and texts that are no content yet
		}
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			c := runCase(t, archive)
			for _, d := range c.diags {
				if e := (example{c, d}); e.isBetter(examples[d.Code]) {
					examples[d.Code] = e
				}
			}
		})
	}
	got := listOfCodes(t, examples)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(file); err != nil || got != string(want) {
		t.Errorf("%s is not what the catalogue and the cases say (%v); go test ./generator/workspace -run ListOfCodes -update writes it anew", codesFile, err)
	}
}

// An example is one finding of a case.
type example struct {
	from caseRun
	diag diag.Diagnostic
}

// isBetter prefers what authors write, at a place in a file, and what is short.
func (e example) isBetter(other example) bool {
	if other.from.files == nil || e.diag.IsKnown() != other.diag.IsKnown() {
		return other.from.files == nil || e.diag.IsKnown()
	}
	isAuthors := func(e example) bool { return strings.HasPrefix(e.diag.File, "content/") }
	if isAuthors(e) != isAuthors(other) {
		return isAuthors(e)
	}
	return len(e.from.text(diag.List{e.diag}, "sv")) < len(other.from.text(diag.List{other.diag}, "sv"))
}

const codesHead = `<!-- Written by go test ./generator/workspace -run ListOfCodes -update from the catalogue and the test cases. -->

# Vad kontrollen säger – what the checks say

Varje fel, varning och upplysning har en kod, som står inom hakparenteser. Ett *fel* (error) måste rättas innan
något publiceras; i ett utkast är det en varning. En *varning* (warning) kan tystas i sin fil med ` + "`ignore: [kod]`" + `. *Upplysningar* (note) visas
bara av ` + "`check --notes`" + ` och av ` + "`check FIL`" + `.

Each error, warning and note has a code, which stands in brackets. An *error* must be mended before anything is
published; in a draft it is a warning. A *warning* can be silenced in its file with ` + "`ignore: [code]`" + `. *Notes* are shown by ` + "`check --notes`" + ` and ` + "`check FILE`" + ` alone.
`

func listOfCodes(t *testing.T, examples map[diag.Code]example) string {
	codes := diag.Codes()
	slices.Sort(codes)
	imports := importExamples(t)
	var b strings.Builder
	b.WriteString(codesHead)
	for _, code := range codes {
		texts := imports[code]
		if e, found := examples[code]; found {
			texts = [2]string{e.from.text(diag.List{e.diag}, "sv"), e.from.text(diag.List{e.diag}, "en")}
		}
		if texts[0] == "" {
			t.Errorf("no case in testdata/check, content/testdata, site/testdata or intake/testdata shows [%s]", code)
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n", code)
		for _, text := range texts {
			fmt.Fprintf(&b, "```\n%s```\n", text)
		}
	}
	return b.String()
}

// importExamples gives what imports tell, in both languages: by code, the shortest that the cases of imports expect.
func importExamples(t *testing.T) map[diag.Code][2]string {
	t.Helper()
	files, err := filepath.Glob("../intake/testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	found := map[diag.Code][2]string{}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range []string{"report.sv", "report.en"} {
			for _, m := range importFinding.FindAllStringSubmatch(section(archive, name), -1) {
				texts := found[diag.Code(m[1])]
				if texts[i] == "" || len(m[0]) < len(texts[i]) {
					texts[i] = m[0]
				}
				found[diag.Code(m[1])] = texts
			}
		}
	}
	return found
}

// importFinding is one finding of a report: its line with the code, and the indented lines below.
var importFinding = regexp.MustCompile(`(?m)^\S.*\[(import-[a-z-]+)\]\n(?:  .*\n)*`)
