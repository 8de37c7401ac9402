package content

import (
	"regexp"

	"go.yaml.in/yaml/v4"
)

// An Editor says where the project lies that people edit in a browser, at /admin/.
type Editor struct {
	Repository string // "owner/name"
	Backend    EditorBackend
	Branch     string
	Host       string // of a server of one's own; "" = the one that everybody uses
	SignIn     string // what answers for who signs in; "" = the site's host
	AppID      string // under which the server knows this site
}

// An EditorBackend is the kind of server that keeps the project.
type EditorBackend string

const (
	GitHub EditorBackend = "github"
	GitLab EditorBackend = "gitlab"
	Gitea  EditorBackend = "gitea" // or Forgejo
)

const defaultBranch = "main"

var editorFields = explained([]field[Editor]{
	fieldOf("repository", func(e *Editor) *string { return &e.Repository }, asRepository).required(),
	fieldOf("backend", func(e *Editor) *EditorBackend { return &e.Backend }, choice(GitHub, GitLab, Gitea)).required(),
	fieldOf("branch", func(e *Editor) *string { return &e.Branch }, asText),
	fieldOf("host", func(e *Editor) *string { return &e.Host }, asBaseURL),
	fieldOf("sign_in", func(e *Editor) *string { return &e.SignIn }, asBaseURL),
	fieldOf("app_id", func(e *Editor) *string { return &e.AppID }, asText),
}, editorHelp)

var editorHelp = []help{
	{"repository", "Projektets namn", "Name of the project",
		"Ägare och namn, som de står i projektets adress på servern.", "Owner and name, as they stand in the project's address on the server.",
		"exempel-kommun/dialog", "exempel-kommun/dialog"},
	{"backend", "Slag av server", "Kind of server",
		"Var projektet ligger: github, gitlab eller gitea (också för Forgejo).", "Where the project lies: github, gitlab or gitea (for Forgejo, too).",
		"github", "github"},
	{"branch", "Gren", "Branch",
		"Den gren som publiceras; main om inget skrivs.", "The branch that is published; main where nothing is written.",
		"main", "main"},
	{"host", "Egen server", "Server of one's own",
		"Adressen till kommunens egen server, om projektet inte ligger hos github.com, gitlab.com eller gitea.com.", "The address of the municipality's own server, where the project is not at github.com, gitlab.com or gitea.com.",
		"https://git.kommun.se", "https://git.kommun.se"},
	{"sign_in", "Inloggning", "Sign-in",
		"Adressen till den tjänst som loggar in, om den inte är Netlify eller servern själv.", "The address of the service that signs people in, where it is neither Netlify nor the server itself.",
		"https://inloggning.kommun.se", "https://sign-in.kommun.se"},
	{"app_id", "Appens id", "Id of the application",
		"Det id som GitLab eller Gitea gav när webbplatsen anmäldes där; med det loggar man in utan Netlify.", "The id that GitLab or Gitea gave when the site was registered there; with it one signs in without Netlify.",
		"0123abcd", "0123abcd"},
}

const repositoryPattern = `^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$`

var (
	repositoryForm = regexp.MustCompile(repositoryPattern)
	asRepository   = as(TextInput, (*decoder).repository).like(repositoryPattern)
	asEditor       = groupBy(editorFields, (*decoder).editor)
)

// editor reads the group and fills in what is left out.
func (d *decoder) editor(n *yaml.Node) Editor {
	e := Editor{Branch: defaultBranch}
	keys := decodeMap(d, n, &e, editorFields)
	if n.Kind != yaml.MappingNode {
		return e
	}
	for _, key := range []string{"repository", "backend"} {
		d.require(lineOf(keys, key) > 0, d.at(n), key)
	}
	return e
}

func (d *decoder) repository(n *yaml.Node) string {
	value := d.visible(n)
	if !repositoryForm.MatchString(value) {
		d.wrong(n, "ägare och namn med snedstreck emellan", "owner and name with a slash between them")
		return ""
	}
	return value
}

// Editable tells whether the editor in the browser can be published: only where it is known what it edits.
func (s *Settings) Editable() bool {
	return s.Editor != nil && s.Editor.Repository != "" && s.Editor.Backend != ""
}
