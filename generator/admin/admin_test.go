package admin

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/content"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// settingsWith gives the settings of a site that has the editor.
func settingsWith(t *testing.T, lines string) *content.Settings {
	t.Helper()
	text := "title: Dialog\nbase_url: https://dialog.example.se\norganisation: {name: Exempel kommun}\n" + lines
	settings, diags := content.LoadSettings(fstest.MapFS{"site.yaml": {Data: []byte(text)}}, "content", 0)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return settings
}

// editorSchema is that of the installed editor.
func editorSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const file = "../../.admin/node_modules/@sveltia/cms/schema/sveltia-cms.json"
	if _, err := os.Stat(file); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no editor, and CI must have it: ", err)
		}
		t.Skip("SKIPPED: there is no editor. npm ci --prefix .admin installs it")
	}
	schema, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// backends are the ways in which a project may be kept, each with what makes it differ.
var backends = map[string]string{
	"github":             "admin: {repository: exempel/dialog, backend: github}",
	"github, one's own":  "admin: {repository: exempel/dialog, backend: github, host: https://git.example.se, sign_in: https://login.example.se}",
	"gitlab":             "admin: {repository: grupp/del/dialog, backend: gitlab, branch: prod}",
	"gitlab without one": "admin: {repository: exempel/dialog, backend: gitlab, host: https://git.example.se, app_id: abc}",
	"gitea":              "admin: {repository: exempel/dialog, backend: gitea, host: https://git.example.se, app_id: abc}",
}

func TestTheConfigurationIsOneThatTheEditorTakes(t *testing.T) {
	schema := editorSchema(t)
	for name, lines := range backends {
		for _, languages := range []string{"languages: [sv, en]\n", "languages: [en]\n"} {
			data, err := Config(settingsWith(t, languages+lines), "/icon.svg")
			if err != nil {
				t.Fatal(err)
			}
			config, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(config); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if schema.Validate(map[string]any{"backend": map[string]any{"name": "github"}}) == nil {
		t.Error("the schema takes a backend without a repository: it was not read")
	}
}

// readConfig gives the configuration as the editor has it.
func readConfig(t *testing.T, lines string) config {
	t.Helper()
	data, err := Config(settingsWith(t, lines), "")
	if err != nil {
		t.Fatal(err)
	}
	var c config
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

// fieldsByName gives the questions of a form, those of groups among them.
func fieldsByName(fields []field, before string, to map[string]field) {
	for _, f := range fields {
		to[before+f.Name] = f
		fieldsByName(f.Fields, before+f.Name+".", to)
	}
}

func TestEveryKeyOfATextIsAskedForWithItsWords(t *testing.T) {
	c := readConfig(t, "languages: [sv, en]\n"+backends["github"])
	for i, typ := range content.Model()[:4] {
		asked := map[string]field{}
		fieldsByName(c.Collections[i].Fields, "", asked)
		var look func(keys []content.Key, before string)
		look = func(keys []content.Key, before string) {
			for _, k := range keys {
				f, found := asked[before+k.Name]
				if !found || f.Label != k.Label.Swedish || f.Hint != strings.ReplaceAll(k.Help.Swedish, "`", "") {
					t.Errorf("%s: %s%s is asked for as %q: %q", typ.Name, before, k.Name, f.Label, f.Hint)
				}
				look(k.Keys, before+k.Name+".")
			}
		}
		look(typ.Keys, "")
	}
}

// A group that one text may stand for is shown with that text in its first place; see client/files.js.
func TestATextForAGroupIsItsFirstKey(t *testing.T) {
	for _, typ := range content.Model() {
		for _, k := range typ.Keys {
			if k.TextFor != "" && k.Keys[0].Name != k.TextFor {
				t.Errorf("%s: %s stands for %s.%s, but %s comes first", typ.Name, k.TextFor, k.Name, k.TextFor, k.Keys[0].Name)
			}
		}
	}
}

// An unknown widget stops the editor; ours must be registered.
func TestWidgetsOfOurOwnAreRegistered(t *testing.T) {
	own := regexp.MustCompile(`registerFieldType\('(\w+)'`).FindSubmatch(Script("moment.js"))
	if own == nil || string(own[1]) != "moment" {
		t.Errorf("moment.js registers %q", own)
	}
}

func TestThePolicyLetsTheEditorAskItsServerAlone(t *testing.T) {
	for name, want := range map[string]string{
		"github":             "connect-src 'self' blob: data: https://api.github.com https://www.githubstatus.com;",
		"github, one's own":  "connect-src 'self' blob: data: https://git.example.se https://login.example.se;",
		"gitlab without one": "connect-src 'self' blob: data: https://git.example.se;",
	} {
		policy := Policy(settingsWith(t, backends[name]).Editor, "{}")
		if !strings.Contains(policy, want) {
			t.Errorf("%s: the policy is %s, without %s", name, policy, want)
		}
	}
}

// Netlify answers for GitHub where nothing else is told; with an id of its own, GitLab answers itself.
func TestHowOneSignsIn(t *testing.T) {
	for name, want := range map[string]backend{
		"github":             {Name: "github", Repo: "exempel/dialog", Branch: "main"},
		"github, one's own":  {Name: "github", Repo: "exempel/dialog", Branch: "main", APIRoot: "https://git.example.se/api/v3", BaseURL: "https://login.example.se"},
		"gitlab":             {Name: "gitlab", Repo: "grupp/del/dialog", Branch: "prod"},
		"gitlab without one": {Name: "gitlab", Repo: "exempel/dialog", Branch: "main", APIRoot: "https://git.example.se/api/v4", BaseURL: "https://git.example.se", AuthType: "pkce", AppID: "abc"},
		"gitea":              {Name: "gitea", Repo: "exempel/dialog", Branch: "main", APIRoot: "https://git.example.se/api/v1", BaseURL: "https://git.example.se", AppID: "abc"},
	} {
		c := readConfig(t, backends[name])
		if c.Backend != want {
			t.Errorf("%s: %+v, want %+v", name, c.Backend, want)
		}
		if wait := c.PublishMode == "editorial_workflow"; wait != (want.Name != "gitea") {
			t.Errorf("%s: texts wait to be published: %v", name, wait)
		}
	}
}
