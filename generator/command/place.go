package command

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/workspace"
	"github.com/mattn/go-isatty"
)

// A place says where the sources are, and in which language their authors are spoken to.
type place struct {
	Root      string `default:"." placeholder:"DIR" help:"The project's folder (default: this one)."`
	Content   string `placeholder:"DIR" help:"The content folder (default: content in the root)."`
	Templates string `placeholder:"DIR" help:"The templates folder (default: templates in the root)."`
	Static    string `placeholder:"DIR" help:"The static folder (default: static in the root)."`
	Admin     string `placeholder:"DIR" help:"The packages of the editor in the browser, which site.yaml turns on (default: .admin/node_modules in the root)."`
	Messages  string `enum:"sv,en,auto" default:"auto" help:"The language of messages: sv, en or auto (the site's, then the terminal's)."`
}

// in gives a folder as it was named, or the one in the root.
func (p *place) in(dir, standard string) string {
	if dir != "" {
		return dir
	}
	return filepath.Join(p.Root, standard)
}

func (p *place) contentDir() string   { return p.in(p.Content, "content") }
func (p *place) templatesDir() string { return p.in(p.Templates, "templates") }
func (p *place) staticDir() string    { return p.in(p.Static, "static") }
func (p *place) adminDir() string     { return p.in(p.Admin, ".admin/node_modules") }
func (p *place) editorDir() string    { return p.in("", editorFolder) }

// language is the one that authors are spoken to in. A fault may be the reason why there is no model.
func (p *place) language(env Environment, model *site.Site) string {
	if model != nil {
		return p.spoken(env, model.Settings.Languages[0])
	}
	if opened, err := folder.Open(p.contentDir()); err == nil {
		return p.spoken(env, content.FirstLanguage(opened))
	}
	return p.spoken(env, "")
}

// spoken is the language of messages for a site whose first language is known, or "".
func (p *place) spoken(env Environment, first string) string {
	if p.Messages == "sv" || p.Messages == "en" {
		return p.Messages
	}
	if first == "sv" {
		return "sv"
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env.Getenv(name); value != "" {
			if strings.HasPrefix(value, "sv") {
				return "sv"
			}
			break
		}
	}
	return "en"
}

// report is how faults are told on w: in colour where that is a terminal.
func report(env Environment, w io.Writer, lang string) diag.Report {
	return diag.Report{Lang: lang, Source: workspace.Excerpt, Colour: isColourful(env, w)}
}

// isColourful tells whether w shows colours and its reader wants any (https://no-color.org).
func isColourful(env Environment, w io.Writer) bool {
	file, isFile := w.(*os.File)
	return isFile && isatty.IsTerminal(file.Fd()) && env.Getenv("NO_COLOR") == "" && env.Getenv("TERM") != "dumb"
}
