//go:build !js

package admin

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"html/template"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

//go:embed client
var client embed.FS

// Scripts are ours, in the order in which they run: what adds to the editor comes before what starts it.
var Scripts = []string{"language.js", "fonts.js", "moment.js", Start}

// Start is the one that starts the editor.
const Start = "editor.js"

// Modules are those of ours that the scripts import.
var Modules = []string{"files.js"}

// Script gives one of ours.
func Script(name string) []byte {
	data, err := client.ReadFile("client/" + name)
	if err != nil {
		panic(err) // it is part of this program
	}
	return data
}

var page = template.Must(template.ParseFS(client, "client/index.html"))

// Page gives the page of the editor, without which it has nothing to show. The scripts are the addresses of those that it
// runs.
func Page(s *content.Settings, icon string, scripts []string) ([]byte, error) {
	lang := s.Languages[0]
	title := diag.Both("Redigera", "Edit").In(lang) + " – " + s.Title.In(lang, lang)
	view := struct {
		Lang, Title, Description, NoScript, Icon string
		ImportMap                                template.HTML // whole: html/template would take its quotes for text
		Scripts                                  []string
	}{
		Lang: lang, Title: title, Icon: icon, Scripts: scripts, ImportMap: template.HTML(`<script type="importmap">` + ImportMap(s) + `</script>`),
		Description: diag.Both("Här skriver kommunens redaktörer texterna på webbplatsen.", "Here the municipality's editors write the texts of the site.").In(lang),
		NoScript:    diag.Both("För att redigera i webbläsaren behövs JavaScript. Utan det går det att skriva i filerna, som README.md i mappen content berättar.", "To edit in the browser takes JavaScript. Without it one can write in the files, as README.md in the folder content tells.").In(lang),
	}
	var w bytes.Buffer
	err := page.Execute(&w, view)
	return w.Bytes(), err
}

// ImportMap says where the modules lie that the editor names as its package has them.
func ImportMap(s *content.Settings) string {
	imports := map[string]string{"immutable": Vendored + "immutable.js", "yaml": Vendored + "yaml/index.js"}
	for _, locale := range Locales(s) {
		imports[Vendored+"locales/"+locale+".json"] = Vendored + "locales/" + locale + ".js"
	}
	text, err := json.Marshal(map[string]any{"imports": imports})
	if err != nil {
		panic(err) // they are texts
	}
	return string(text)
}

// Locales are the languages of the site that the editor speaks beside its own English.
func Locales(s *content.Settings) (locales []string) {
	for _, lang := range s.Languages {
		if lang != "en" {
			locales = append(locales, lang)
		}
	}
	return locales
}

// hashOf is how a policy names a script that stands in the page.
func hashOf(script string) string {
	sum := sha256.Sum256([]byte(script))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
