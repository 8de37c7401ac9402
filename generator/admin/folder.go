// Package admin makes the page on which people write in a browser: Config, Policy, Files.
//
// In come the settings of a site and the description of what its content may say. Out come the configuration of the
// editor, the page that starts it with its scripts, and what that page may load. The editor itself is Sveltia CMS, which
// is not ours: package routes takes its files from where they are installed.
package admin

// The addresses of what is published for the editor.
const (
	Folder    = "/admin/"
	ConfigURL = Folder + "config.json"
	NamesURL  = Folder + "names.json"
	Vendored  = Folder + "cms/" // what is not ours
)
