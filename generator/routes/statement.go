package routes

import (
	"strconv"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

type statementView struct {
	*content.Statement
	Edition          *site.Edition
	Crumbs           []crumb
	Status           string
	Method           string
	FeedbackText     string
	Issues           []issueView
	Disproportionate []string
	Exempt           []string
	Supervision      string
	Tests            *testsView // nil where there is no record
}

// A testsView is what the browser tests found, in sentences.
type testsView struct {
	Date    locale.Date
	Scope   string
	Results []string
}

type issueView struct{ What, Affects, Reason, Plan string }

// supervision is the complaint form of the authority that oversees lag (2018:1937).
const supervision = "https://www.digg.se/tdosanmalan"

// listStatement adds the accessibility statement.
func (e *edition) listStatement() {
	s := e.Site.Statement
	if s == nil {
		return
	}
	crumbs := e.crumbs(step(e.Words.Text("statement.title"), e.URL("statement")))
	e.page(pageSpec{
		url: e.URL("statement"), section: "statement", source: s.File,
		translations: e.sectionElsewhere("statement"), modified: s.Updated.Time, template: "statement.html",
		content: func() (pageContent, diag.List) {
			return pageContent{
				title: e.Words.Text("statement.title"), crumbs: crumbs, view: e.newStatementView(s, crumbs),
				description: e.Words.Text("statement.description", "site", e.Title, "organisation", e.Organisation.Name),
			}, nil
		},
	})
}

func (e *edition) newStatementView(s *content.Statement, crumbs []crumb) statementView {
	v := statementView{
		Statement: s, Edition: e.Edition, Crumbs: crumbs, Supervision: supervision,
		Status: e.Words.Text("statement.status-" + string(s.Status)), Method: e.local(s.Method), FeedbackText: e.local(s.Feedback.Text),
		Disproportionate: e.locals(s.Disproportionate), Exempt: e.locals(s.Exempt),
	}
	for _, i := range s.Issues {
		v.Issues = append(v.Issues, issueView{e.local(i.What), e.local(i.Affects), e.local(i.Reason), e.local(i.Plan)})
	}
	if s.Tests != nil {
		v.Tests = e.newTestsView(s.Tests)
	}
	return v
}

func (e *edition) newTestsView(r *content.TestRecord) *testsView {
	v := &testsView{Date: r.Date, Scope: e.Words.Text("statement.tests-scope", "n", r.Pages, "browser", r.Browser, "widths", e.listed(r.Widths))}
	for _, c := range r.Checks {
		findings := e.Words.Text("statement.tests-clean")
		if c.Findings > 0 {
			findings = e.Words.Text("statement.tests-findings", "n", c.Findings)
		}
		v.Results = append(v.Results, e.Words.Text("statement.tests-result", "n", c.Views,
			"check", e.Words.Text("statement.check-"+c.Check, "rules", r.Rules), "findings", findings))
	}
	return v
}

// listed writes numbers as a sentence has them: "320, 768 och 1280".
func (e *edition) listed(numbers []int) string {
	var list string
	for i, n := range numbers {
		last := strconv.Itoa(n)
		switch {
		case i == 0:
			list = last
		case i == len(numbers)-1:
			list = e.Words.Text("statement.tests-last", "list", list, "last", last)
		default:
			list += ", " + last
		}
	}
	return list
}

// local gives a text of the settings in the edition's language.
func (e *edition) local(text content.Localized) string {
	return text.In(e.Lang.Tag, e.Site.Settings.Languages[0])
}

func (e *edition) locals(texts []content.Localized) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = e.local(text)
	}
	return all
}
