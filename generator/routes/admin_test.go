package routes

import (
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// fakePackages stand for what npm installs.
var fakePackages = fstest.MapFS{
	"@sveltia/cms/npm/index.js":        file("editor()"),
	"@sveltia/cms/npm/index.js.map":    file("{}"),
	"@sveltia/cms/npm/assets/a b.woff": file("font"),
	"@sveltia/cms/locales/sv.json":     file(`{"save":"Spara"}`),
	"@sveltia/cms/LICENSE.txt":         file("MIT"),
	"immutable/dist/immutable.es.js":   file("immutable()"),
	"immutable/LICENSE":                file("MIT"),
	"yaml/browser/index.js":            file("yaml()"),
	"yaml/LICENSE":                     file("ISC"),
}

func newEditorSample(t *testing.T) *sample {
	s := newSample(t)
	s.content["site.yaml"] = file(string(s.content["site.yaml"].Data) + "admin: {repository: exempel/dialog, backend: github}\n")
	s.content["contacts/bo-alm/index.md"] = file("---\nname: Bo Alm\nrole: ordförande\n---\n")
	return s
}

// listWith gives the table of the sample with the packages of the editor.
func (s *sample) listWith(t *testing.T, packages fs.FS) (web.Table, diag.List) {
	t.Helper()
	set, _, _ := content.NewLoader(s.content, "content").Load()
	model, _ := site.Link(set, site.Options{Now: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC), BaseURL: "https://dialog.example.se", Words: s.words})
	return List(model, Sources{
		Templates: s.templates, TemplatesLabel: "templates", Static: s.static, StaticLabel: "static", Content: s.content,
		Admin: packages, AdminLabel: ".admin/node_modules",
	})
}

func TestTheEditorIsPublishedWithItsLicencesWhereItIsTurnedOn(t *testing.T) {
	table, diags := newEditorSample(t).listWith(t, fakePackages)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, want := range map[string]string{
		"/admin/cms/npm/index.js":          "editor()",
		"/admin/cms/npm/assets/a%20b.woff": "font",
		"/admin/cms/locales/sv.js":         `export default {"save":"Spara"}`,
		"/admin/cms/LICENSE.txt":           "MIT",
		"/admin/cms/immutable.js":          "immutable()",
		"/admin/cms/immutable.LICENSE.txt": "MIT",
		"/admin/cms/yaml/index.js":         "yaml()",
		"/admin/cms/yaml.LICENSE.txt":      "ISC",
		"/admin/cms/npm/index.js.map":      "",
		"/admin/names.json":                `{"contacts":{"bo-alm":"bo-alm/index"}}`,
	} {
		if got := output(t, table, url); got != want {
			t.Errorf("%s is %q, want %q", url, got, want)
		}
	}
	page := output(t, table, "/admin/")
	for _, part := range []string{`<html lang="sv">`, `<meta name="robots" content="noindex">`, `<script type="importmap">{"imports":{`, `<script type="module" src="/admin/editor.js">`} {
		if !strings.Contains(page, part) {
			t.Errorf("the page has no %s:\n%s", part, page)
		}
	}
	if !json.Valid([]byte(output(t, table, "/admin/config.json"))) {
		t.Error("the configuration is no JSON")
	}
	if strings.Contains(output(t, table, "/sitemap.xml"), "/admin/") {
		t.Error("the sitemap names the editor")
	}
}

func TestNothingOfTheEditorIsThereWhereItIsOff(t *testing.T) {
	table, _ := newSample(t).listWith(t, fakePackages)
	for _, r := range table {
		if strings.HasPrefix(r.URL, "/admin") {
			t.Errorf("%s is published", r.URL)
		}
	}
	if headers := output(t, table, headersURL); strings.Count(headers, "Content-Security-Policy") != 1 {
		t.Errorf("the headers are\n%s", headers)
	}
}

func TestAnEditorThatIsNotInstalledIsTold(t *testing.T) {
	broken := fstest.MapFS{"@sveltia/cms/npm/index.js": file("editor()")}
	for name, packages := range map[string]fs.FS{"none": nil, "half": broken} {
		_, diags := newEditorSample(t).listWith(t, packages)
		if len(diags) != 2 || diags[0].Code != diag.NoEditor || diags[0].Line == 0 || diags[1].Code != diag.NoEditorPreview || diags[1].Line == 0 {
			t.Errorf("%s: %v", name, diags)
		}
	}
}

// The host joins the headers of all rules that match, and a browser obeys two policies both.
func TestEveryFileHasOnePolicyAndThePagesTheirs(t *testing.T) {
	table, _ := newEditorSample(t).listWith(t, fakePackages)
	headers := output(t, table, headersURL)
	for _, r := range table {
		if r.URL == headersURL || r.URL == redirectsURL {
			continue
		}
		policies := policiesOf(headers, r.URL)
		if len(policies) != 1 {
			t.Errorf("%s has %d policies", r.URL, len(policies))
			continue
		}
		if isOurs := policies[0] == pagePolicy; isOurs == strings.HasPrefix(r.URL, "/admin/") {
			t.Errorf("%s has the policy %s", r.URL, policies[0])
		}
	}
}

// policiesOf gives the policies that the host sends with a file.
func policiesOf(headers, url string) (policies []string) {
	matches := false
	for line := range strings.Lines(headers) {
		line = strings.TrimSuffix(line, "\n")
		if policy, found := strings.CutPrefix(line, "  Content-Security-Policy: "); found && matches {
			policies = append(policies, policy)
		} else if strings.HasPrefix(line, "/") {
			pattern, hasStar := strings.CutSuffix(line, "*")
			matches = line == url || hasStar && strings.HasPrefix(url, pattern)
		}
	}
	return policies
}

// What is not there lies in no folder that a rule could name.
func TestThePageOfWhatIsNotThereTellsItsPolicyBesideAnEditor(t *testing.T) {
	s := newEditorSample(t)
	s.templates = os.DirFS("../../templates")
	table, _ := s.listWith(t, fakePackages)
	meta := `<meta http-equiv="Content-Security-Policy" content="` + strings.ReplaceAll(policyInPage, "'", "&#39;") + `">`
	if page := output(t, table, notFoundURL); !strings.Contains(page, meta) {
		t.Errorf("it does not:\n%s", page)
	}
	if page := output(t, table, "/"); strings.Contains(page, "http-equiv") {
		t.Error("another page does, too")
	}
}

// Editors see what is withheld where they sign in, not in a file that anyone can fetch.
func TestTheNamesHoldNothingThatIsWithheld(t *testing.T) {
	s := newEditorSample(t)
	s.content["press/2027-01-01-hemligt.md"] = file("---\ntitle: Hemligt\ndate: 2027-01-01\ncontacts: [anna-ek]\n---\n\nText.\n")
	s.content["press/2026-01-01-oppet.md"] = file("---\ntitle: Öppet\ndate: 2026-01-01\ncontacts: [anna-ek]\n---\n\nText.\n")
	table, _ := s.listWith(t, fakePackages)
	if names := output(t, table, "/admin/names.json"); strings.Contains(names, "hemligt") || !strings.Contains(names, `"oppet":"2026-01-01-oppet"`) {
		t.Errorf("the names are %s", names)
	}
}
