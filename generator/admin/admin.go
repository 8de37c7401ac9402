//go:build !js

package admin

import (
	"encoding/json"

	"alingsas.se/dialog/generator/content"
)

// contentFolder is where the content lies in the project.
const contentFolder = "content"

// A config is that of the editor. See its JSON Schema, which a test compares it with.
type config struct {
	Backend      backend      `json:"backend"`
	PublishMode  string       `json:"publish_mode,omitempty"`
	MediaFolder  string       `json:"media_folder"`
	PublicFolder string       `json:"public_folder"`
	AppTitle     string       `json:"app_title"`
	SiteURL      string       `json:"site_url,omitempty"`
	LogoURL      string       `json:"logo_url,omitempty"`
	Slug         slug         `json:"slug"`
	I18n         i18n         `json:"i18n"`
	Output       output       `json:"output"`
	Libraries    libraries    `json:"media_libraries"`
	Collections  []collection `json:"collections"`
}

type slug struct {
	Encoding     string `json:"encoding"`
	CleanAccents bool   `json:"clean_accents"`
	MaxLength    int    `json:"maxlength"`
}

type i18n struct {
	Structure   string   `json:"structure"`
	Locales     []string `json:"locales"`
	Default     string   `json:"default_locale"`
	Initial     []string `json:"initial_locales"`
	OmitDefault bool     `json:"omit_default_locale_from_file_path"`
}

type output struct {
	OmitEmpty bool       `json:"omit_empty_optional_fields"`
	YAML      outputYAML `json:"yaml"`
}

type outputYAML struct {
	Indent    int  `json:"indent_size"`
	Sequences bool `json:"indent_sequences"`
}

// libraries say how files are taken in.
type libraries struct {
	Default struct {
		Config struct {
			SlugifyFilename bool `json:"slugify_filename"`
		} `json:"config"`
	} `json:"default"`
}

// slugLimit keeps the names of files short enough to be read.
const slugLimit = 60

// Config gives the configuration of the editor, as JSON, in the site's first language.
func Config(s *content.Settings, logo string) ([]byte, error) {
	lang := s.Languages[0]
	f := former{settings: s, lang: lang}
	c := config{
		Backend: newBackend(s.Editor), PublishMode: publishMode(s.Editor), PublicFolder: "/", MediaFolder: contentFolder,
		AppTitle: s.Title.In(lang, lang), SiteURL: s.BaseURL, LogoURL: logo,
		Slug:        slug{Encoding: "ascii", CleanAccents: true, MaxLength: slugLimit},
		I18n:        i18n{Structure: "multiple_files", Locales: s.Languages, Default: lang, Initial: []string{lang}, OmitDefault: true},
		Output:      output{OmitEmpty: true, YAML: outputYAML{Indent: 2, Sequences: true}},
		Collections: f.collections(content.Model()),
	}
	c.Libraries.Default.Config.SlugifyFilename = true
	return json.MarshalIndent(c, "", "  ")
}
