//go:build !js

package admin

import (
	"cmp"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
)

// A backend says where the project lies and how one signs in there.
type backend struct {
	Name     string `json:"name"`
	Repo     string `json:"repo"`
	Branch   string `json:"branch"`
	APIRoot  string `json:"api_root,omitempty"`
	BaseURL  string `json:"base_url,omitempty"`
	AuthType string `json:"auth_type,omitempty"`
	AppID    string `json:"app_id,omitempty"`
}

func newBackend(e *content.Editor) backend {
	b := backend{Name: string(e.Backend), Repo: e.Repository, Branch: e.Branch, BaseURL: e.SignIn, AppID: e.AppID}
	switch e.Backend {
	case content.GitLab:
		if e.AppID != "" { // then GitLab itself answers, and no secret is needed
			b.AuthType, b.BaseURL = "pkce", cmp.Or(e.SignIn, e.Host)
		}
	default: // a server of one's own answers for those who have an account there
		b.BaseURL = cmp.Or(e.SignIn, e.Host)
	}
	if e.Host != "" {
		b.APIRoot = e.Host + apiPaths[e.Backend]
	}
	return b
}

// apiPaths are where servers of one's own have what programs ask.
var apiPaths = map[content.EditorBackend]string{content.GitHub: "/api/v3", content.GitLab: "/api/v4", content.Gitea: "/api/v1"}

// publishMode lets each text wait in a pull request of its own until somebody publishes it, where the editor can do
// that: with Gitea it cannot.
func publishMode(e *content.Editor) string {
	if e.Backend == content.Gitea {
		return "simple"
	}
	return "editorial_workflow"
}

// asked are the hosts that the editor asks for the project, and those that tell whether these work.
var asked = map[content.EditorBackend][]string{
	content.GitHub: {"https://api.github.com", "https://www.githubstatus.com"},
	content.GitLab: {"https://gitlab.com", "https://status-api.hostedstatus.com"},
	content.Gitea:  {"https://gitea.com"},
}

// portraits are the hosts of the pictures of those who sign in.
var portraits = map[content.EditorBackend][]string{
	content.GitHub: {"https://avatars.githubusercontent.com"},
	content.GitLab: {"https://gitlab.com", "https://secure.gravatar.com"},
	content.Gitea:  {"https://gitea.com"},
}

// Policy is the Content-Security-Policy of the editor. It runs no script but those of the site; styles it makes itself,
// and it asks nobody but the server of the project.
func Policy(e *content.Editor, importMap string) string {
	hosts, pictures := asked[e.Backend], portraits[e.Backend]
	if e.Host != "" {
		hosts, pictures = []string{e.Host}, []string{e.Host}
	}
	if e.SignIn != "" {
		hosts = append(slices.Clone(hosts), e.SignIn)
	}
	return strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval' '" + hashOf(importMap) + "'",
		"worker-src 'self'",
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' blob: data: " + strings.Join(pictures, " "),
		"media-src blob:",
		"font-src 'self'",
		"connect-src 'self' blob: data: " + strings.Join(hosts, " "),
		"frame-src 'self' blob:",
		"manifest-src 'self' blob:",
		"form-action 'none'",
		"base-uri 'self'", // the frame in which the editor shows a page has one
		"frame-ancestors 'none'",
		"upgrade-insecure-requests",
	}, "; ")
}
