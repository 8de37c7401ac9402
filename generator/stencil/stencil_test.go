package stencil

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"testing"
)

type home struct{ Street, City string }

func (a home) Line() string                    { return a.Street + ", " + a.City }
func (a *home) Pointed() string                { return "→ " + a.City }
func (a home) With(s string) string            { return a.Street + s }
func (a home) Fails() (string, error)          { return "", errors.New("no such street") }
func (a home) Works() (string, error)          { return "ja", nil }
func (a home) All(s ...string) string          { return strings.Join(s, "+") }
func (a home) Is(other *home) bool             { return a.City == other.City }
func (a home) Unless(any any) string           { return fmt.Sprint(any) }
func (a home) unseen() string                  { return "" }
func (a home) String() string                  { return "never written as such" }
func (a home) ByPointer(s *string) string      { return "at " + *s }
func (a home) OfKind(k named) string           { return "kind " + string(k) }
func (n named) Text() string                   { return "text of " + string(n) }
func (p *person) Self() *person                { return p }
func (p *person) Nobody() *person              { return nil }
func (p *person) Interface() fmt.Stringer      { return p.Home }
func (p *person) Empty() fmt.Stringer          { return nil }
func (p *person) Count() int                   { return len(p.Names) }
func (p *person) Markup() template.HTML        { return "<b>&amp;</b>" }
func (p *person) Attribute() template.HTMLAttr { return `data-x="1"` }
func (p *person) Scheme() template.URL         { return "webcal://example.se/å?a=1&b=2" }
func (p *person) Script() template.JS          { return `{"a":"</b>"}` }

// Part fails after the beginning where the name is Per.
func (p *person) Part() Part {
	return func(w *bytes.Buffer) error {
		w.WriteString("<i>" + template.HTMLEscapeString(p.Name))
		if p.Name == "Per" {
			return errors.New("half a part")
		}
		w.WriteString("</i>")
		return nil
	}
}

type named string

type person struct {
	Name   string
	Names  []string
	Age    int
	Long   int64
	Ratio  float64
	On     bool
	Home   home
	Work   *home
	Boss   *person
	Any    any
	Kind   named
	Evil   string
	Map    map[string]string
	People []person
	hidden string
}

type view struct {
	*person
	Title string
	Extra home
}

func sample() *person {
	return &person{
		Name: `Åsa "Ö" <b> & 'x' + ` + "\x00\xff", Names: []string{"a", "b&c", ""}, Age: 41, Long: 1 << 40, Ratio: 1.5, On: true,
		Home: home{"Storgatan 1", "Alingsås"}, Work: &home{"Gränd <2>", "Borås"}, Any: "något", Kind: "kind", Evil: "javascript:alert(1)", hidden: (home{}).unseen(),
		Boss: &person{Name: "Eva", Boss: &person{Name: "Per"}}, Map: map[string]string{"k": "v"},
		People: []person{{Name: "Ett", Age: 1}, {Name: "Två"}},
	}
}

// What both must write alike. The first column tells whether a stencil does it by itself.
var cases = []struct {
	own  bool
	text string
}{
	{true, `plain text`},
	{true, `{{.Name}}`},
	{true, `<p title="{{.Name}}">{{.Age}}</p>`},
	{true, `<title>{{.Name}}</title>`},
	{true, `{{.Home.City}} {{.Work.City}} {{.Boss.Boss.Name}}`},
	{true, `{{.Home.Line}} {{.Home.Pointed}} {{.Work.Pointed}} {{.Work.Line}}`},
	{true, `{{.Home.With "/"}} {{.Home.All}} {{.Home.All "a" "b"}} {{.Home.Works}} {{.Home.Unless 3}} {{.Home.Is .Work}}`},
	{true, `{{.Self.Name}}{{.Self.Self.Count}}`},
	{true, `{{.Interface.Line}}`},
	{true, `{{.Kind.Text}}`},
	{true, `{{.Any}}`},
	{true, `{{.Markup}}<div {{.Attribute}}></div><a href="{{.Scheme}}">x</a><script type="application/ld+json">{{.Script}}</script>`},
	{true, `<a href="{{.Home.City}}">x</a><a href="mailto:{{.Name}}">y</a><a href="/x/{{.Name}}">z</a>`},
	{true, `{{if .On}}on{{else}}off{{end}}{{if .Names}}names{{end}}{{if .Boss.Names}}{{else if .Boss.Age}}b{{else}}c{{end}}`},
	{true, `{{if .Work}}w{{end}}{{if .Boss.Work}}{{else}}none{{end}}{{if .Home}}struct{{end}}{{if .Age}}i{{end}}{{if .Any}}any{{end}}`},
	{true, `{{with .Boss}}{{.Name}}{{with .Boss}}{{.Name}} {{$.Name}}{{end}}{{end}}{{with .Boss.Boss.Boss}}{{else}}nobody{{end}}`},
	{true, `{{with $x := .Boss}}{{$x.Name}}{{end}}{{$y := .Age}}{{$y}}{{$y = 3}}{{$y}}{{if true}}{{$y := 4}}{{$y}}{{end}}{{$y}}`},
	{true, `{{range .Names}}[{{.}}]{{else}}none{{end}}{{range .Boss.Names}}x{{else}}none{{end}}`},
	{true, `{{range $i, $n := .Names}}{{if $i}}, {{end}}{{$n}}{{end}}{{range $n := .Names}}{{$n}}{{end}}`},
	{true, `{{range .People}}{{.Name}}{{.Count}}{{.Self.Age}}{{end}}`},
	{true, `{{and .On .Age}} {{or .Boss.Age .Name}} {{not .On}} {{eq .Age 41}} {{ne .Name "x"}} {{gt .Age 3}} {{len .Names}} {{len .Name}}`},
	{true, `{{if and .On (not .Boss.On) (eq .Home.City "Alingsås")}}yes{{end}}{{if eq .Long 3}}{{end}}{{if eq .On true}}t{{end}}`},
	{true, `{{.Name | upper}} {{upper .Name}} {{upper "c"}} {{upper "c" | upper}} {{(upper "d")}} {{two "a" 3}} {{two .Name .Age | upper}}`},
	{true, `{{(upper .Name) | printed}}`},
	{true, `{{template "part" .Boss}}{{template "none"}}{{define "part"}}<i>{{.Name}}</i>{{with .Boss}}{{template "part" .}}{{end}}{{end}}{{define "none"}}-{{if .}}x{{end}}{{end}}`},
	{true, "{{/* comment */}}a{{- /* other */ -}} b"},
	{true, `{{.Home.OfKind "<k>"}}{{"<literal>"}}{{with "x"}}{{.}}{{end}}{{eq "a" .Name}}{{printed "c"}}{{or "" "d"}}{{two "e" "f"}}{{.Home.Unless "g"}}{{len "héj"}}`},
	{true, `{{if eq .Kind "kind"}}yes{{end}}`},
	{true, `{{show .Part}}<p>{{show .Boss.Part}}</p>{{with show .Part}}{{.}}{{end}}{{.Part | show}}`},
	{true, `<script type="application/ld+json">{{showscript .Part}}</script>{{with .Part}}{{show .}}{{end}}`},
	{false, `{{showscript .Part}}<script>{{show .Part}}</script>`},
	{false, `{{show .Boss.Boss.Boss.Part}}`},
	{false, `<p title="{{show .Part}}"></p>`},
	{false, `{{.Name}}{{show .Boss.Boss.Part}}`},
	{false, `{{show .Name}}`},
	{true, `{{range .Names}}{{$n := upper .}}{{$.Name | printed}}{{$n}}{{with printed $n}}{{.}}{{end}}{{end}}`},
	{false, `{{.Home.ByPointer .Name}}`},
	{false, `{{.Home.ByPointer (upper .Name)}}`},
	{false, `{{.Home.OfKind .Name}}`},
	{false, `{{.Ratio}}`},
	{false, `{{.Long}}`},
	{true, `{{.On}}`},
	{false, `{{.Home}}`},
	{false, `{{.Kind}}`},
	{false, `{{.Map.k}}`},
	{false, `{{index .Names 1}}`},
	{false, `{{printf "%05d" .Age}}`},
	{false, `{{html .Name}}`},
	{false, `{{.Name | html}}`},
	{false, `{{range $k, $v := .Map}}{{$k}}{{$v}}{{end}}`},
	{false, `{{range 3}}{{.}}{{end}}`},
	{false, `{{range .Names}}{{if eq . "b&c"}}{{break}}{{end}}{{.}}{{end}}`},
	{true, `<a href="javascript:{{.Name}}">x</a><a href="{{.Any}}:{{.Name}}">x</a>`},
	{false, `<a href="{{.Evil}}">x</a>`},
	{false, `<script>var x = {{.Names}}</script>`},
	{false, `<p style="color: {{.Name}}" onclick="f({{.Name}})" title={{.Name}}></p>`},
	{false, `<p title="{{.Markup}}"></p>`},
	{false, `<p title="{{template "in" .}}"></p>{{define "in"}}{{.Name}}{{end}}`},
	{false, `<!-- {{.Name}} --><textarea>{{.Markup}}</textarea>`},
	{false, `{{eq .Age 1 41}}`},
	{false, `{{.Boss.Boss.Boss.Name}}`},
	{false, `{{.Home.Fails}}`},
	{false, `{{.Nobody.Name}}`},
	{false, `{{.Empty.Line}}`},
	{false, `{{.Missing}}`},
	{false, `{{.hidden}}`},
	{false, `{{.Home.unseen}}`},
	{false, `{{.Home.With 3}}`},
	{false, `{{.Home.With}}`},
	{false, `{{.Name "x"}}`},
	{false, `{{fails .Name}}`},
	{false, `{{panics .Name}}`},
	{false, `before{{range .Names}}{{.}}{{$.Home.Fails}}{{end}}`},
	{false, `{{template "loop" .}}{{define "loop"}}{{template "loop" .}}{{end}}`},
}

var functions = template.FuncMap{
	"upper":   strings.ToUpper,
	"two":     func(s string, n any) string { return fmt.Sprint(s, n) },
	"printed": func(v any) template.HTML { return template.HTML(fmt.Sprintf("<q>%v</q>", v)) },
	"fails":   func(string) (string, error) { return "", errors.New("it failed") },
	"show":    Show, "showscript": ShowScript,
	"panics": func(string) string { panic("it panicked") },
}

// What is called without reflection; the rest of the functions and methods is called with it.
var signatures = []Signature{
	Takes1[string, string](), Takes2[string, any, string](), Takes1[*home, string](), Takes2[*home, *home, bool](),
	Takes1[*person, *person](), TakesMany[home, string, string](), Takes2OrFails[string, string, string](), Takes2[home, string, string](),
	TakesMany[string, any, string](), Takes1[any, template.HTML](), Takes2[*home, *string, string](),
}

func parsed(t testing.TB, text string) *template.Template {
	t.Helper()
	set, err := template.New("page").Funcs(functions).Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return set
}

func TestAStencilWritesWhatTheLibraryDoes(t *testing.T) {
	p := sample()
	for _, c := range cases {
		for _, data := range []any{p, *p, view{person: p, Title: "t"}, &view{person: p}, nil, 3, []string{"x"}, (*person)(nil)} {
			var want, got bytes.Buffer
			wantErr := parsed(t, c.text).ExecuteTemplate(&want, "page", data)
			s := New(parsed(t, c.text), Functions{All: functions, Pure: []string{"upper"}, Signatures: signatures})
			var gotErr error
			for range 3 {
				got.Reset()
				gotErr = s.Execute(&got, "page", data)
			}
			if got.String() != want.String() || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
				t.Errorf("%s with %T:\n got %q, %v\nwant %q, %v", c.text, data, got.String(), gotErr, want.String(), wantErr)
			}
			if data == any(p) && wantErr == nil && (s.HandedOver() == 0) != c.own {
				t.Errorf("%s: handed over %d times of 2", c.text, s.HandedOver())
			}
		}
	}
}

func TestWhatStandsBeforeIsKept(t *testing.T) {
	s := New(parsed(t, `{{.Name}}{{.Home.Fails}}`), Functions{All: functions, Signatures: signatures})
	w := bytes.NewBufferString("before ")
	for range 2 {
		_ = s.Execute(w, "page", &person{Name: "x"})
	}
	if got := w.String(); got != "before xx" {
		t.Errorf("got %q", got)
	}
}

// Types change from one execution to the next where a template is used for several.
func TestOneTemplateForManyTypes(t *testing.T) {
	s := New(parsed(t, `{{.Name}}/{{.Line}}`), Functions{All: functions, Signatures: signatures})
	type a struct {
		Line int
		Name string
	}
	type b struct {
		home
		Name template.HTML
	}
	for range 2 {
		for _, c := range []struct {
			data any
			want string
		}{
			{a{3, "<"}, "&lt;/3"}, {&a{3, "<"}, "&lt;/3"}, {b{home{"s", "c"}, "<i>"}, "<i>/s, c"}, {&b{home{"s", "c"}, "<i>"}, "<i>/s, c"},
		} {
			var w bytes.Buffer
			if err := s.Execute(&w, "page", c.data); err != nil || w.String() != c.want {
				t.Errorf("%#v: got %q, %v, want %q", c.data, w.String(), err, c.want)
			}
		}
	}
}

// No place in a page may write a text otherwise than the library does.
func FuzzEscapers(f *testing.F) {
	const text = `{{.S}}<p title="{{.S}}" {{.A}}></p><title>{{.S}}</title><textarea>{{.S}}</textarea><a href="{{.S}}">x</a>` +
		`<a href="mailto:{{.S}}">x</a><a href="/{{.S}}">x</a><a href="/?{{.S}}">x</a><a href="{{.U}}">x</a><a href="/{{.U}}">x</a><img src='{{.S}}'><p title='{{.S}}'>{{.H}}`
	library := parsed(f, text)
	s := New(parsed(f, text), Functions{All: functions, Signatures: signatures})
	type data struct {
		S string
		A template.HTMLAttr
		U template.URL
		H template.HTML
	}
	for _, seed := range []string{"", "a", "å", "<b a='x'>&amp;\"+`", "\x00\xff\u2028\ufdd0\U0010ffff", "javascript:alert(1)", "HTTPS://x/%2f%zz%", "a/b:c", "?q=å&b=(c)'d'", "//x", "data:x", "\t\n\r "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := data{text, `data-x="1"`, template.URL(text), template.HTML(text)}
		for range 2 {
			var want, got bytes.Buffer
			if err := library.Execute(&want, d); err != nil {
				t.Fatal(err)
			}
			if err := s.Execute(&got, "page", d); err != nil {
				t.Fatal(err)
			}
			if got.String() != want.String() {
				t.Fatalf("%q:\n got %s\nwant %s", text, got.String(), want.String())
			}
		}
	})
}

func BenchmarkExecute(b *testing.B) {
	const text = `<article lang="{{.Name}}">{{range $i, $n := .Names}}{{if $i}}, {{end}}<a href="{{$n}}">{{upper $n}}</a>{{end}}{{with .Boss}}{{.Name}} {{.Home.Line}} {{.Count}}{{end}}{{.Markup}}</article>`
	p := sample()
	b.Run("library", func(b *testing.B) {
		set := parsed(b, text)
		var w bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			w.Reset()
			if err := set.Execute(&w, p); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("stencil", func(b *testing.B) {
		s := New(parsed(b, text), Functions{All: functions, Signatures: signatures})
		var w bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			w.Reset()
			if err := s.Execute(&w, "page", p); err != nil {
				b.Fatal(err)
			}
		}
	})
}
