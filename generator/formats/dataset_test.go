package formats_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/formats"
)

type thing struct {
	name string
	all  []string
	n    *float64
	is   bool
}

var thingFields = []formats.DataField[thing]{
	formats.TextField("name", formats.DataText, func(t thing) string { return t.name }),
	formats.TextsField("all", func(t thing) []string { return t.all }),
	formats.NumberField("n", func(t thing) *float64 { return t.n }),
	formats.FlagField("is", func(t thing) bool { return t.is }),
}

func float(n float64) *float64 { return &n }

// hardThings hold what breaks tables and spreadsheets.
var hardThings = []thing{
	{"a, \"b\" <i>&\r\nc", []string{"x", "y;z"}, float(-0.5), true},
	{"=HYPERLINK(\"https://x\")", []string{"+1", "b"}, nil, false},
	{"", nil, float(12), false}, {"-5 grader", nil, nil, false}, {"@a", nil, nil, false}, {"＝1", nil, nil, false}, {"1=1", nil, nil, false},
	{"å\u2028ä\x00", nil, nil, false},
}

// hardRows are the same as a reader of the table gets them.
var hardRows = [][]string{
	{"name", "all", "n", "is"},
	{"a, \"b\" <i>&\nc", "x|y;z", "-0.5", "true"},
	{"'=HYPERLINK(\"https://x\")", "'+1|b", "", "false"},
	{"", "", "12", "false"}, {"'-5 grader", "", "", "false"}, {"'@a", "", "", "false"}, {"'＝1", "", "", "false"}, {"1=1", "", "", "false"},
	{"å\nä", "", "", "false"},
}

func hardTable(t *testing.T) []byte {
	t.Helper()
	var w bytes.Buffer
	if err := formats.DataCSV(&w, thingFields, slices.Values(hardThings)); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// A text that a spreadsheet would count gets an apostrophe; a number that is below zero is one.
func TestATableSaysWhatWasGiven(t *testing.T) {
	table := hardTable(t)
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || !slices.EqualFunc(rows, hardRows, slices.Equal) {
		t.Errorf("%v: got\n%q\nwant\n%q", err, rows, hardRows)
	}
	if n := bytes.Count(table, []byte("\n")) - bytes.Count(table, []byte("\r\n")); n > 0 || bytes.HasPrefix(table, []byte("\xef\xbb\xbf")) {
		t.Errorf("%d lines do not end with CR LF, or there is a mark before the first name: %q", n, table)
	}
}

func TestPythonReadsATableAlike(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3")
	}
	read := exec.Command(python, "-c", "import csv, io, json, sys; text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline=''); print(json.dumps(list(csv.reader(text, strict=True))))")
	read.Stdin = bytes.NewReader(hardTable(t))
	out, err := read.Output()
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	if err := json.Unmarshal(out, &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for i := range row { // Python keeps the line ends inside of cells
			row[i] = strings.ReplaceAll(row[i], "\r\n", "\n")
		}
	}
	if !slices.EqualFunc(rows, hardRows, slices.Equal) {
		t.Errorf("got\n%q\nwant\n%q", rows, hardRows)
	}
}

func TestDataLeavesOutWhatIsNotKnown(t *testing.T) {
	var w bytes.Buffer
	formats.DataJSON(&w, formats.DataHead{Schema: "https://a.se/s.json", Publisher: "A & B"}, thingFields, slices.Values(hardThings[:3]))
	want := `{"$schema":"https://a.se/s.json","publisher":"A & B","items":[
{"name":"a, \"b\" <i>&\nc","all":["x","y;z"],"n":-0.5,"is":true},
{"name":"=HYPERLINK(\"https://x\")","all":["+1","b"],"is":false},
{"all":[],"n":12,"is":false}
]}
`
	if w.String() != want {
		t.Errorf("got\n%s\nwant\n%s", w.String(), want)
	}
	w.Reset()
	formats.DataJSON(&w, formats.DataHead{Licence: "https://x"}, thingFields, slices.Values([]thing(nil)))
	if !json.Valid(w.Bytes()) || !strings.Contains(w.String(), `"licence":"https://x"`) {
		t.Errorf("nothing, under a licence: %s", w.String())
	}
}
