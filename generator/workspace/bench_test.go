package workspace_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

// BenchmarkStages shows where the time of a build goes, and the memory: each stage for all of an archive. Compare
// stages of one run with each other, and runs on one machine.
func BenchmarkStages(b *testing.B) {
	j := sitetest.Archive(b)
	a, err := workspace.Assemble(j)
	if err != nil || a.Diags.HasErrors() {
		b.Fatal(err, a.Diags)
	}
	stage := func(name string, do func(b *testing.B)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				do(b)
			}
		})
	}
	dirs := make(map[string]fs.FS, 3)
	for _, dir := range []string{j.Content, j.Templates, j.Static} {
		if dirs[dir], err = folder.Open(dir); err != nil {
			b.Fatal(err)
		}
	}
	stage("load", func(b *testing.B) {
		if set, _, _ := content.NewLoader(dirs[j.Content], "content").Load(); len(set.Releases) < sitetest.ArchiveSize {
			b.Fatal("releases are missing")
		}
	})
	words, _ := content.LoadWords(os.DirFS(filepath.Join(j.Templates, "words")), "words", a.Set.Settings.Languages)
	options := site.Options{Now: a.Model.Now, BaseURL: j.BaseURL, Words: words}
	stage("link", func(*testing.B) { site.Link(a.Set, options) })
	sources := routes.Sources{Templates: dirs[j.Templates], TemplatesLabel: "templates", Static: dirs[j.Static], StaticLabel: "static", Content: dirs[j.Content]}
	stage("list", func(*testing.B) { routes.List(a.Model, sources) })
	stage("render", func(b *testing.B) {
		a.Table.RenderAll(func(_ int, o web.Output) {
			if o.Err != nil {
				b.Error(o.Err)
			}
		})
	})
	stage("inspect", func(b *testing.B) {
		// Rendered as well: what is looked at is in the worker's hands only then.
		if _, found, err := publish.Write(a.Table, "", true, a.Inspectors(a.Places())...); err != nil || found.HasErrors() {
			b.Fatal(err, found)
		}
	})
	stage("write new", func(b *testing.B) {
		out := filepath.Join(b.TempDir(), "public")
		if _, _, err := publish.Write(a.Table, out, false); err != nil {
			b.Fatal(err)
		}
	})
	out := filepath.Join(b.TempDir(), "public")
	stage("write again", func(b *testing.B) {
		if _, _, err := publish.Write(a.Table, out, false); err != nil {
			b.Fatal(err)
		}
	})
}
