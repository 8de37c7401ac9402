package content

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A Statement is the accessibility statement that lag (2018:1937) asks for, content/accessibility.yaml.
// Its parts follow DIGG's regulation MDFFS 2019:2.
type Statement struct {
	File             string
	Status           Conformity
	Assessed         locale.Date
	Updated          locale.Date
	Method           Localized
	Feedback         Feedback
	Issues           []Issue
	Disproportionate []Localized // content whose cost would be out of proportion (12 § of the law)
	Exempt           []Localized // content outside the law (9 §)
	Ignore           []diag.Code
	Tests            *TestRecord // nil where there is none

	keys []keyPosition
}

// Conformity is how far the site meets the law.
type Conformity string

const (
	FullConformity    Conformity = "full"
	PartialConformity Conformity = "partial"
	NoConformity      Conformity = "none"
)

// Feedback is how one tells of a fault.
type Feedback struct {
	URL, Email string
	Phone      locale.Phone
	Text       Localized
}

// An Issue is something that not everyone can use.
type Issue struct{ What, Affects, Reason, Plan Localized }

const statementFile = "accessibility.yaml"

var statementFields = explained([]field[Statement]{
	fieldOf("status", func(s *Statement) *Conformity { return &s.Status }, choice(FullConformity, PartialConformity, NoConformity)).required(),
	fieldOf("assessed", func(s *Statement) *locale.Date { return &s.Assessed }, asDate).required(),
	fieldOf("updated", func(s *Statement) *locale.Date { return &s.Updated }, asDate).required(),
	fieldOf("method", func(s *Statement) *Localized { return &s.Method }, asWords).required(),
	fieldOf("feedback", func(s *Statement) *Feedback { return &s.Feedback }, group(feedbackFields)).asked(),
	fieldOf("issues", func(s *Statement) *[]Issue { return &s.Issues }, list(groupBy(issueFields, (*decoder).issue))),
	fieldOf("disproportionate", func(s *Statement) *[]Localized { return &s.Disproportionate }, list(asWords)),
	fieldOf("exempt", func(s *Statement) *[]Localized { return &s.Exempt }, list(asWords)),
	fieldOf("ignore", func(s *Statement) *[]diag.Code { return &s.Ignore }, asCodes),
}, statementHelp)

var feedbackFields = explained([]field[Feedback]{
	fieldOf("url", func(f *Feedback) *string { return &f.URL }, asWebAddress),
	fieldOf("email", func(f *Feedback) *string { return &f.Email }, asEmail),
	fieldOf("phone", func(f *Feedback) *locale.Phone { return &f.Phone }, asPhone),
	fieldOf("text", func(f *Feedback) *Localized { return &f.Text }, asWords),
}, feedbackHelp)

var issueFields = explained([]field[Issue]{
	fieldOf("what", func(i *Issue) *Localized { return &i.What }, asWords).required(),
	fieldOf("affects", func(i *Issue) *Localized { return &i.Affects }, asWords),
	fieldOf("reason", func(i *Issue) *Localized { return &i.Reason }, asWords).required(),
	fieldOf("plan", func(i *Issue) *Localized { return &i.Plan }, asWords),
}, issueHelp)

// loadStatement reads the statement, nil where it says nothing of the status. That there is none is a warning: the law asks for one, but a
// site without it can still be read.
func loadStatement(fsys fs.FS, label string, settings *Settings) (*Statement, diag.List) {
	s := &Statement{File: label + "/" + statementFile}
	if _, err := fs.Stat(fsys, statementFile); errors.Is(err, fs.ErrNotExist) {
		return nil, diag.List{diag.New(diag.Position{File: s.File}, diag.NoStatement)}
	}
	root, diags := loadYAML(fsys, statementFile, s.File)
	if root == nil {
		return nil, diags
	}
	d := &decoder{file: s.File, settings: settings}
	s.keys = decodeMap(d, root, s, statementFields)
	s.complete(d)
	diags = append(diags, d.diags...)
	if s.Status == "" {
		return nil, diags // the page begins with it, and has no words for none
	}
	return s, diags
}

func (d *decoder) issue(n *yaml.Node) Issue {
	var v Issue
	keys := decodeMap(d, n, &v, issueFields)
	if n.Kind == yaml.MappingNode {
		for _, key := range []string{"what", "reason"} {
			d.require(lineOf(keys, key) > 0, d.at(n), key)
		}
	}
	return v
}

func (s *Statement) complete(d *decoder) {
	for _, key := range []string{"status", "assessed", "updated", "method", "feedback"} {
		d.require(lineOf(s.keys, key) > 0, diag.Position{File: s.File}, key)
	}
	if lineOf(s.keys, "feedback") > 0 && s.Feedback.URL == "" && s.Feedback.Email == "" {
		d.require(false, s.At("feedback"), "feedback.url")
	}
	if s.Status == FullConformity && len(s.Issues) > 0 {
		d.diags.Add(s.At("issues"), diag.StatementClaims,
			"what", "`full` kan inte stämma när `issues` räknar upp brister", "what-en", "`full` cannot be true while `issues` lists faults")
	}
	if (s.Status == PartialConformity || s.Status == NoConformity) && len(s.Issues)+len(s.Disproportionate) == 0 {
		d.diags.Add(s.At("status"), diag.StatementClaims,
			"what", "`"+string(s.Status)+"` behöver minst en brist i `issues`", "what-en", "`"+string(s.Status)+"` needs at least one fault in `issues`")
	}
}

// tell makes a record part of the statement, which must not say otherwise.
func (s *Statement) tell(r *TestRecord) diag.List {
	var diags diag.List
	if s.Tests = r; r == nil {
		return nil
	}
	if n, checks := r.findings(); n > 0 && s.Status == FullConformity {
		where := TestRecordFile + " (" + strings.Join(checks, ", ") + ")"
		diags.Add(s.At("status"), diag.StatementClaims,
			"what", "`full` kan inte stämma när testerna hittade "+strconv.Itoa(n)+" fel; se "+where,
			"what-en", "`full` cannot be true while the tests found faults ("+strconv.Itoa(n)+"); see "+where)
	}
	if !s.Updated.IsZero() && isDayBefore(s.Updated, r.Date) {
		diags.Add(s.At("updated"), diag.StatementNotUpdated, "date", r.Date.Time.Format(time.DateOnly), "file", r.File)
	}
	return diags
}

// isDayBefore compares days: whoever tests and writes on the same day need not say when.
func isDayBefore(a, b locale.Date) bool {
	return a.Time.Format(time.DateOnly) < b.Time.Format(time.DateOnly)
}

// At tells where a key of the statement stands.
func (s *Statement) At(key string) diag.Position {
	item := Item{File: s.File, keys: s.keys}
	return item.At(key)
}
