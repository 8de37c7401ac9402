package routes

import (
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"text/template/parse"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/stencil"
)

// parseTemplates reads every .html file of fsys for one edition. label is the folder's name in messages.
// Words that a template names and the edition lacks are reported where they stand.
func parseTemplates(fsys fs.FS, label string, e *site.Edition, assets *assets, by executing) (made *parts, diags diag.List) {
	parts := &parts{site: e.Site, shelves: map[string]*shelf{}}
	functions := functions(e, assets)
	functions["once"], functions["show"], functions["showscript"] = parts.once, stencil.Show, stencil.ShowScript
	parsed := template.New("").Funcs(functions).Option("missingkey=error")
	parts.set = by(parsed, functions)
	names, err := fs.Glob(fsys, "*.html")
	if err != nil || len(names) == 0 {
		diags.Add(diag.Position{File: label}, diag.UnreadableFile, "why", "*.html")
		return parts, diags
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			diags.Add(diag.Position{File: path.Join(label, name)}, diag.UnreadableFile, "why", reason(err))
			continue
		}
		if at := content.ConflictMark(text); at >= 0 {
			diags.Add(diag.At(path.Join(label, name), text, at), diag.Conflict)
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
	return parts, diags
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
