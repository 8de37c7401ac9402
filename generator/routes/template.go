package routes

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"text/template/parse"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/stencil"
)

// parseTemplates reads every .html file of fsys for one edition. label is the folder's name in messages.
// Words that a template names and the edition lacks are reported where they stand.
func parseTemplates(fsys fs.FS, label string, e *site.Edition, assets *assets) (set *stencil.Set, diags diag.List) {
	parts := &parts{site: e.Site, shelves: map[string]*shelf{}}
	functions := functions(e, assets)
	functions["once"], functions["show"], functions["showscript"] = parts.once, stencil.Show, stencil.ShowScript
	parsed := template.New("").Funcs(functions).Option("missingkey=error")
	parts.set = stencil.New(parsed, stencil.Functions{All: functions, Pure: []string{"t", "url", "asset"}, Signatures: signatures})
	names, err := fs.Glob(fsys, "*.html")
	if err != nil || len(names) == 0 {
		diags.Add(diag.Position{File: label}, diag.UnreadableFile, "why", "*.html")
		return parts.set, diags
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			diags.Add(diag.Position{File: path.Join(label, name)}, diag.UnreadableFile, "why", reason(err))
			continue
		}
		if _, err := parsed.New(name).Parse(string(text)); err != nil {
			diags = append(diags, templateFault(label, err))
		}
	}
	for _, t := range parsed.Templates() {
		parts.shelves[t.Name()] = new(shelf)
		if t.Tree != nil {
			diags = append(diags, checkTemplateWords(label, t.Tree, e.Words)...)
		}
	}
	return parts.set, diags
}

// parts are pieces of pages that are rendered once and stand on many: a release in the lists of its
// year, its topics and its regions, a contact beside each of its releases.
type parts struct {
	site    *site.Site
	set     *stencil.Set
	shelves map[string]*shelf // by the name of the template
}

// A shelf holds what one template made, by the items' numbers.
type shelf struct {
	once  sync.Once
	parts []atomic.Pointer[part]
}

type part struct {
	html     template.HTML
	revision int64 // of the site's texts, which may be replaced while the preview runs
}

// numbered is an item of the model.
type numbered interface{ Number() int }

// once renders the template of that name for an item of the model, and remembers it. What it shows may
// depend on nothing but the item: {{once "contact-card" .}}. A view of an item counts as the item.
func (p *parts) once(name string, item numbered) (template.HTML, error) {
	shelf, isKnown := p.shelves[name]
	if !isKnown {
		return "", p.set.Execute(new(bytes.Buffer), name, item) // says so
	}
	shelf.once.Do(func() { shelf.parts = make([]atomic.Pointer[part], p.site.Numbers()) })
	place, revision := &shelf.parts[item.Number()], p.site.Revision()
	if found := place.Load(); found != nil && found.revision == revision {
		return found.html, nil
	}
	html, err := render(p.set, name, item)
	if err != nil {
		return "", err
	}
	place.Store(&part{template.HTML(html), revision})
	return template.HTML(html), nil
}

// functions are what templates may call beside Go's own.
func functions(e *site.Edition, assets *assets) template.FuncMap {
	l := e.Lang
	return template.FuncMap{
		"t":         e.Words.Text,
		"url":       e.URL,
		"asset":     assets.url,
		"date":      l.Date,
		"longdate":  l.LongDate,
		"day":       l.Day,
		"dates":     l.Range,
		"longdates": l.LongRange,
		"number":    l.Number,
		"bytes":     l.Bytes,
		"leaf":      func(start, end locale.Date) leaf { return newLeaf(l, start, end) },
		"capital":   locale.Capital,
		"host":      host,
		"breakable": breakable,
		"mailbox":   content.ReadableEmail,
		// The plus sign of a media type would be written as a reference, which is right and unreadable.
		"mediatype": func(t string) template.HTMLAttr {
			return template.HTMLAttr(`type="` + template.HTMLEscapeString(t) + `"`)
		},
		"tel":      func(p locale.Phone) template.HTMLAttr { return template.HTMLAttr(`href="` + p.Href() + `"`) },
		"webcal":   func(url string) template.URL { return template.URL("webcal://" + afterScheme(e.Site.BaseURL) + url) },
		"absolute": func(url string) string { return e.Site.BaseURL + url },
		"isodate":  func(t time.Time) string { return t.Format(time.RFC3339) },
		"until":    until,
	}
}

// signatures are those of the functions, and of the methods of views, that stand on most pages.
var signatures = []stencil.Signature{
	stencil.Takes1[string, string](),
	stencil.TakesMany[string, any, string](),
	stencil.Takes2OrFails[string, numbered, template.HTML](),
	stencil.Takes1[int, string](),
	stencil.Takes1[*locale.Date, bool](),
	stencil.Takes1[*locale.Date, string](),
	stencil.Takes1[locale.Date, string](),
	stencil.Takes2[locale.Date, locale.Date, string](),
	stencil.Takes2[locale.Date, locale.Date, leaf](),
	stencil.Takes2[time.Time, bool, template.HTMLAttr](),
	stencil.Takes1[*site.Release, string](),
	stencil.Takes1[*releaseView, string](),
	stencil.Takes1[*meetingGroup, bool](),
	stencil.Takes1[*meetingView, site.Standing](),
	stencil.Takes1[*meetingView, bool](),
	stencil.Takes1[*site.Meeting, site.Standing](),
	stencil.Takes1[*site.Meeting, bool](),
	stencil.Takes2[*releaseView, *site.Edition, bool](),
	stencil.Takes2[*meetingView, *site.Edition, bool](),
	stencil.Takes2[*site.Meeting, *site.Edition, bool](),
}

// until marks what a page says of something that has not happened yet: the script of the pages puts
// what stands in the <template> after it in its place when that moment comes. Nothing is marked where
// there is no such moment, or it is behind us. It begins with a space: <li{{until .Over .Past}}>.
func until(moment time.Time, isPast bool) template.HTMLAttr {
	if moment.IsZero() || isPast {
		return ""
	}
	return template.HTMLAttr(` data-until="` + moment.Format(time.RFC3339) + `"`)
}

// host is the part of an address that tells readers whose it is, on paper too.
func host(url string) string {
	name, _, _ := strings.Cut(afterScheme(url), "/")
	return name
}

// breakable lets an e-mail address go on in the next line after its @, where it would not fit a narrow
// box otherwise.
func breakable(address string) template.HTML {
	name, domain, _ := strings.Cut(content.ReadableEmail(address), "@")
	return template.HTML(template.HTMLEscapeString(name) + "@<wbr>" + template.HTMLEscapeString(domain))
}

func afterScheme(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return rest
}

// templateLine finds where html/template says a fault is: `template: release.html:12:5: …`.
var templateLine = regexp.MustCompile(`template: ?:?([^:\s]+):(\d+)(?::(\d+))?:? ?(.*)`)

// templateFault turns an error of html/template into a diagnostic at the line it names.
func templateFault(label string, err error) diag.Diagnostic {
	text := err.Error()
	m := templateLine.FindStringSubmatch(text)
	if m == nil {
		return diag.New(diag.Position{File: label}, diag.BadTemplate, "why", text)
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	return diag.New(diag.Position{File: path.Join(label, m[1]), Line: line, Column: column}, diag.BadTemplate, "why", m[4])
}

// A TemplateError is a template that failed while it rendered.
type TemplateError struct {
	Label string
	Err   error
}

func (e *TemplateError) Error() string { return e.Err.Error() }
func (e *TemplateError) Unwrap() error { return e.Err }

// Diagnostic says which line of which template it was.
func (e *TemplateError) Diagnostic() diag.Diagnostic { return templateFault(e.Label, e.Err) }

// Fault turns the error of a Render into a diagnostic, where an author can mend it.
func Fault(err error) (diag.Diagnostic, bool) {
	if err == nil {
		return diag.Diagnostic{}, false
	}
	var failed *TemplateError
	if errors.As(err, &failed) {
		return failed.Diagnostic(), true
	}
	return diag.Diagnostic{}, false
}

// checkTemplateWords reports every {{t "word"}} whose word the edition does not have.
func checkTemplateWords(label string, tree *parse.Tree, words *locale.Words) diag.List {
	var diags diag.List
	walk(tree.Root, func(call *parse.CommandNode) {
		word, ok := wordOf(call)
		if ok && !words.Has(word.Text) {
			location, _ := tree.ErrorContext(word)
			at := templateFault(label, fmt.Errorf("template: %s: ", location)).Position
			diags.Add(at, diag.MissingWord, "word", word.Text, "file", label+"/words/", "suggestion", diag.Suggest(word.Text, words.Keys()))
		}
	})
	return diags
}

func wordOf(call *parse.CommandNode) (*parse.StringNode, bool) {
	if len(call.Args) < 2 {
		return nil, false
	}
	name, isName := call.Args[0].(*parse.IdentifierNode)
	word, isText := call.Args[1].(*parse.StringNode)
	return word, isName && isText && name.Ident == "t"
}

// walk visits every command below a node of a template.
func walk(node parse.Node, visit func(*parse.CommandNode)) {
	switch n := node.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, child := range n.Nodes {
				walk(child, visit)
			}
		}
	case *parse.ActionNode:
		walk(n.Pipe, visit)
	case *parse.TemplateNode:
		walk(n.Pipe, visit)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.PipeNode:
		if n != nil {
			for _, command := range n.Cmds {
				walk(command, visit)
			}
		}
	case *parse.ChainNode:
		walk(n.Node, visit)
	case *parse.CommandNode:
		visit(n)
		for _, arg := range n.Args {
			walk(arg, visit)
		}
	}
}

func walkBranch(n *parse.BranchNode, visit func(*parse.CommandNode)) {
	walk(n.Pipe, visit)
	walk(n.List, visit)
	walk(n.ElseList, visit)
}

// A leaf is a leaf of a calendar.
type leaf struct{ Weekday, Days, Month, Year string }

// newLeaf shows the days of a meeting: "2" or, within a month, "2–3".
func newLeaf(l *locale.Language, start, end locale.Date) leaf {
	s := start.Time
	v := leaf{Weekday: l.Weekday(s), Days: strconv.Itoa(s.Day()), Month: l.MonthShort(s), Year: strconv.Itoa(s.Year())}
	if e := end.Time; !end.IsZero() && e.Day() != s.Day() && e.Month() == s.Month() && e.Year() == s.Year() {
		v.Days += "–" + strconv.Itoa(e.Day())
		v.Weekday = ""
	}
	return v
}

// buffers are lent to what renders a text, so that each need not grow one of its own.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render gives what a template makes of a view, up to the fault if there is one.
func render(set *stencil.Set, name string, view any) (string, error) {
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	w.Reset()
	err := set.Execute(w, name, view)
	return w.String(), err
}

// execute renders a template by name into w.
func execute(set *stencil.Set, label string, w *bytes.Buffer, name string, view any) error {
	if err := set.Execute(w, name, view); err != nil {
		return &TemplateError{Label: label, Err: err}
	}
	return nil
}
