package content

import (
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/locale"
)

func TestARecordIsReadAsItWasWritten(t *testing.T) {
	zone := testSettings().Zone
	day, err := locale.ParseDate("2026-01-01", zone)
	if err != nil {
		t.Fatal(err)
	}
	moment, err := locale.ParseDate("2026-01-01 09:30", zone)
	if err != nil {
		t.Fatal(err)
	}
	all := make([]TestResult, len(TestChecks))
	for i, check := range TestChecks {
		all[i] = TestResult{Check: check, Views: i + 1, Findings: i}
	}
	for _, want := range []TestRecord{
		{Date: day, Browser: "Chromium 156.0.8078.73", Rules: "axe-core 4.13.0", Pages: 49, Widths: []int{320, 768, 1280}, Checks: all},
		{Date: moment, Browser: `"Ny": #1 å`, Rules: "4.13", Pages: 1, Widths: []int{320}, Checks: all[:1]},
		{Date: day, Browser: "- {a: b}", Rules: "&x *y !z", Pages: 1, Widths: []int{320}, Checks: all[2:4]},
		{Date: day, Browser: strings.Repeat("Chromium med ett långt namn ", 10) + "1", Rules: "~", Pages: 1, Widths: []int{320}, Checks: all},
	} {
		data, err := want.YAML()
		if err != nil {
			t.Errorf("%+v: %v", want, err)
			continue
		}
		fsys := fstest.MapFS{TestRecordFile: {Data: data}}
		got, diags := loadTestRecord(fsys, "content", testSettings())
		if got == nil || len(diags) > 0 {
			t.Errorf("%s: %v", data, diagsError(diags))
			continue
		}
		if got.Date.Machine() != want.Date.Machine() {
			t.Errorf("written on %s, read on %s", want.Date.Machine(), got.Date.Machine())
		}
		got.File, got.keys, got.Date = "", nil, want.Date
		if !reflect.DeepEqual(*got, want) {
			t.Errorf("wrote %+v, read %+v:\n%s", want, *got, data)
		}
	}
}

func TestARecordLooksLikeTheOneOfTheManual(t *testing.T) {
	day, err := locale.ParseDate("2026-11-25", testSettings().Zone)
	if err != nil {
		t.Fatal(err)
	}
	r := TestRecord{Date: day, Browser: "Chromium 156.0.8078.73", Rules: "axe-core 4.13.0", Pages: 49, Widths: []int{320, 768, 1280},
		Checks: []TestResult{{"axe", 306, 0}, {"forced-colours", 98, 2}}}
	got, err := r.YAML()
	if err != nil {
		t.Fatal(err)
	}
	const want = `# Written by go test ./generator/browser -run TestPages -record, not by hand.
date: 2026-11-25
browser: Chromium 156.0.8078.73
rules: axe-core 4.13.0
pages: 49
widths: [320, 768, 1280]
checks:
  - {check: axe, views: 306, findings: 0}
  - {check: forced-colours, views: 98, findings: 2}
`
	if string(got) != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestARecordThatCouldNotBeReadIsNotWritten(t *testing.T) {
	day, err := locale.ParseDate("2026-01-01", testSettings().Zone)
	if err != nil {
		t.Fatal(err)
	}
	good := TestRecord{Date: day, Browser: "Chromium 156", Rules: "axe-core 4.13.0", Pages: 49, Widths: []int{320}, Checks: []TestResult{{"axe", 1, 0}}}
	for why, spoil := range map[string]func(*TestRecord){
		"no date":         func(r *TestRecord) { r.Date = locale.Date{} },
		"no browser":      func(r *TestRecord) { r.Browser = "" },
		"no rules":        func(r *TestRecord) { r.Rules = " " },
		"no pages":        func(r *TestRecord) { r.Pages = 0 },
		"no widths":       func(r *TestRecord) { r.Widths = nil },
		"no checks":       func(r *TestRecord) { r.Checks = nil },
		"no views":        func(r *TestRecord) { r.Checks = []TestResult{{"axe", 0, 0}} },
		"unknown check":   func(r *TestRecord) { r.Checks = []TestResult{{"taste", 1, 0}} },
		"less than none":  func(r *TestRecord) { r.Checks = []TestResult{{"axe", 1, -1}} },
		"the same twice":  func(r *TestRecord) { r.Checks = []TestResult{{"axe", 1, 0}, {"axe", 1, 0}} },
		"hidden in texts": func(r *TestRecord) { r.Browser = "Chromium\u202e 156" },
	} {
		r := good
		spoil(&r)
		if data, err := r.YAML(); err == nil {
			t.Errorf("%s: no error for\n%s", why, data)
		}
	}
}

func TestAnotherRecordIsNoticed(t *testing.T) {
	record := func(name string) *fstest.MapFile {
		text := "date: 2026-01-01\nbrowser: " + name + "\nrules: axe-core 4.13.0\npages: 1\nwidths: [320]\nchecks: [{check: axe, views: 1, findings: 0}]\n"
		return &fstest.MapFile{Data: []byte(text)}
	}
	fsys := fstest.MapFS{settingsFile: {Data: []byte(plainSettings)}, statementFile: {Data: []byte(plainStatement)}}
	loader := NewLoader(fsys, "content")
	load := func(want Change) *TestRecord {
		t.Helper()
		set, diags, got := loader.Load()
		if len(diags) > 0 {
			t.Error(diagsError(diags))
		}
		if got != want {
			t.Errorf("change %d, want %d", got, want)
		}
		return set.Statement.Tests
	}
	if r := load(Everything); r != nil {
		t.Errorf("a record out of nothing: %+v", r)
	}
	fsys[TestRecordFile] = record("Chromium 1")
	if r := load(Everything); r == nil || r.Browser != "Chromium 1" {
		t.Errorf("the new record gives %+v", r)
	}
	load(Unchanged)
	fsys[TestRecordFile] = record("Chromium 2")
	if r := load(Everything); r == nil || r.Browser != "Chromium 2" {
		t.Errorf("the other record gives %+v", r)
	}
	delete(fsys, TestRecordFile)
	if r := load(Everything); r != nil {
		t.Errorf("the record that was removed gives %+v", r)
	}
}

// What is not a file is told, as it is for the settings; a link to nothing is not taken for no record.
func TestARecordIsAFile(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{settingsFile: plainSettings, statementFile: plainStatement} {
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("borta.yaml", dir+"/"+TestRecordFile); err != nil {
		t.Fatal(err)
	}
	_, diags, _ := NewLoader(rootFS(t, dir), "content").Load()
	if errors, _ := diags.Count(); errors != 1 || diags[0].Code != "not-a-file" {
		t.Error(diagsError(diags))
	}
}

func rootFS(t *testing.T, dir string) fs.FS {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root.FS()
}
