package routes

import (
	"bytes"
	"html/template"
	"sync"
	"sync/atomic"
	"time"

	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/stencil"
)

// An executor makes pages of views, by the names of templates.
type executor interface {
	// Execute appends to w what a template makes of a view. After an error w holds what was written before it.
	Execute(w *bytes.Buffer, name string, view any) error
}

// executing makes the executor of templates, which are parsed into the set afterwards.
type executing func(*template.Template, template.FuncMap) executor

// compiled executes templates as stencils. With library in its place, a build takes 2.7 times as long.
func compiled(t *template.Template, functions template.FuncMap) executor {
	return stencil.New(t, stencil.Functions{All: functions, Pure: []string{"t", "url", "asset"}, Signatures: signatures})
}

// library lets html/template alone execute.
func library(t *template.Template, _ template.FuncMap) executor { return plain{t} }

type plain struct{ *template.Template }

func (l plain) Execute(w *bytes.Buffer, name string, view any) error {
	return l.ExecuteTemplate(w, name, view)
}

// signatures are the types of the functions, and of the methods of views, that stand on most pages.
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
	stencil.Takes1[site.Image, template.HTMLAttr](),
	stencil.Takes2[*releaseView, *site.Edition, bool](),
	stencil.Takes2[*meetingView, *site.Edition, bool](),
	stencil.Takes2[*site.Meeting, *site.Edition, bool](),
}

// A passage is a piece of a page that writes itself where {{show .Body}} stands.
type passage = func(w *bytes.Buffer) error

// parts are pieces of pages that are rendered once and stand on many: a release in the lists of its
// year, its topics and its regions, a contact beside each of its releases. A build takes 18 % more without, and 7 %
// more with one map of all.
type parts struct {
	site    *site.Site
	set     executor
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

// buffers are lent to what renders a text, so that each need not grow one of its own.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render gives what a template makes of a view, up to the fault if there is one.
func render(set executor, name string, view any) (string, error) {
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	w.Reset()
	err := set.Execute(w, name, view)
	return w.String(), err
}

// execute renders a template by name into w.
func execute(set executor, label string, w *bytes.Buffer, name string, view any) error {
	if err := set.Execute(w, name, view); err != nil {
		return &TemplateError{Label: label, Err: err}
	}
	return nil
}
