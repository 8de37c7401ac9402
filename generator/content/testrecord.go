package content

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A TestRecord is what the browser tests found when they last looked at the pages,
// content/accessibility-tests.yaml. A program writes it, and the accessibility statement tells of it.
type TestRecord struct {
	File    string
	Date    locale.Date
	Browser string // with its version: "Chromium 156.0.8078.73"
	Rules   string // what the check "axe" goes by: "axe-core 4.13.0"
	Pages   int    // how many were opened
	Widths  []int  // of the window, in CSS pixels
	Checks  []TestResult

	keys []keyPosition
}

// A TestResult is what one check found. A view is a page opened in one way.
type TestResult struct {
	Check           string // one of TestChecks
	Views, Findings int
}

// TestChecks are the names that checks have in a record, in the order in which readers meet them.
var TestChecks = []string{
	"axe", "contrast", "reflow", "zoom", "spacing", "targets", "keyboard", "focus",
	"forced-colours", "motion", "headings", "console", "scripts", "print", "weight",
}

// TestRecordFile is the name of the record inside the content folder.
const TestRecordFile = "accessibility-tests.yaml"

var testRecordFields = explained([]field[TestRecord]{
	fieldOf("date", func(r *TestRecord) *locale.Date { return &r.Date }, asDate).required(),
	fieldOf("browser", func(r *TestRecord) *string { return &r.Browser }, asText).required(),
	fieldOf("rules", func(r *TestRecord) *string { return &r.Rules }, asText).required(),
	fieldOf("pages", func(r *TestRecord) *int { return &r.Pages }, asCount).required(),
	fieldOf("widths", func(r *TestRecord) *[]int { return &r.Widths }, list(asCount)).required(),
	fieldOf("checks", func(r *TestRecord) *[]TestResult { return &r.Checks }, groupBy(testResultFields, (*decoder).testResults).many()).required(),
}, testRecordHelp)

var testResultFields = explained([]field[TestResult]{
	fieldOf("check", func(r *TestResult) *string { return &r.Check }, choice(TestChecks...)).required(),
	fieldOf("views", func(r *TestResult) *int { return &r.Views }, asCount).required(),
	fieldOf("findings", func(r *TestResult) *int { return &r.Findings }, asFindings).required(),
}, testResultHelp)

// loadTestRecord reads the record, nil where there is none. One with faults is none either: what it says
// stands on a page that must be true.
func loadTestRecord(fsys fs.FS, label string, settings *Settings) (*TestRecord, diag.List) {
	if _, err := fs.Lstat(fsys, TestRecordFile); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	file := label + "/" + TestRecordFile
	root, diags := loadYAML(fsys, TestRecordFile, file)
	if root == nil {
		return nil, diags
	}
	r, found := readTestRecord(root, file, settings)
	if diags = append(diags, found...); diags.HasErrors() {
		return nil, diags
	}
	return r, diags
}

func readTestRecord(root *yaml.Node, file string, settings *Settings) (*TestRecord, diag.List) {
	r := &TestRecord{File: file}
	d := &decoder{file: file, settings: settings}
	r.keys = decodeMap(d, root, r, testRecordFields)
	for _, key := range keysOf(testRecordFields) {
		d.require(lineOf(r.keys, key) > 0, diag.Position{File: file}, key)
	}
	return r, d.diags
}

// testResults reads what the checks found, each of them once, and puts it into the order of TestChecks.
func (d *decoder) testResults(n *yaml.Node) []TestResult {
	seen := map[string]bool{}
	results := items(d, n, func(d *decoder, n *yaml.Node) TestResult {
		var v TestResult
		keys := decodeMap(d, n, &v, testResultFields)
		if n.Kind == yaml.MappingNode {
			for _, key := range keysOf(testResultFields) {
				d.require(lineOf(keys, key) > 0, d.at(n), key)
			}
		}
		if seen[v.Check] {
			d.fail(n, diag.RepeatedReference, "id", v.Check)
		}
		seen[v.Check] = v.Check != ""
		return v
	})
	slices.SortStableFunc(results, func(a, b TestResult) int {
		return slices.Index(TestChecks, a.Check) - slices.Index(TestChecks, b.Check)
	})
	return results
}

// At tells where a key of the record stands.
func (r *TestRecord) At(key string) diag.Position {
	item := Item{File: r.File, keys: r.keys}
	return item.At(key)
}

// findings are how many faults the checks found, and which of them did.
func (r *TestRecord) findings() (n int, checks []string) {
	for _, c := range r.Checks {
		if n += c.Findings; c.Findings > 0 {
			checks = append(checks, c.Check)
		}
	}
	return n, checks
}

// testRecordHead stands above a record.
const testRecordHead = "# Written by go test ./generator/browser -run TestPages -record, not by hand.\n"

// YAML gives the text of the record's file. The error tells what would be refused when it is read.
func (r *TestRecord) YAML() ([]byte, error) {
	var b strings.Builder
	b.WriteString(testRecordHead)
	fmt.Fprintf(&b, "date: %s\nbrowser: %s\nrules: %s\npages: %d\nwidths: [%s]\nchecks:\n",
		r.Date.Machine(), scalar(r.Browser), scalar(r.Rules), r.Pages, joinInts(r.Widths))
	for _, c := range r.Checks {
		fmt.Fprintf(&b, "  - {check: %s, views: %d, findings: %d}\n", scalar(c.Check), c.Views, c.Findings)
	}
	data := []byte(b.String())
	if root, diags := parseYAML(new(simpleYAML), TestRecordFile, data, 0); root == nil {
		return nil, diagsError(diags)
	} else if _, diags := readTestRecord(root, TestRecordFile, &Settings{Zone: r.Date.Time.Location()}); len(diags) > 0 {
		return nil, diagsError(diags)
	}
	return data, nil
}

// scalar writes a text as YAML has it, in quotes where it needs them.
func scalar(text string) string {
	data, err := yaml.Marshal(text)
	if err != nil {
		panic(err) // a text can be written
	}
	return strings.TrimSuffix(string(data), "\n")
}

func joinInts(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	return strings.Join(texts, ", ")
}

// diagsError makes an error of what would be told to an author.
func diagsError(diags diag.List) error {
	var errs []error
	for _, d := range diags {
		errs = append(errs, fmt.Errorf("%s: %s [%s]", d.Position, d.Message("en"), d.Code))
	}
	return errors.Join(errs...)
}
