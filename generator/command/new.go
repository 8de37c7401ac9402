package command

import (
	"cmp"
	"fmt"

	"alingsas.se/dialog/generator/blank"
	"alingsas.se/dialog/generator/workspace"
)

type newCommand struct {
	place
	From     string   `placeholder:"ID" help:"Take over what stays the same from an earlier one, by its id or file: contacts, topics, the place."`
	Dates    []string `aliases:"date" placeholder:"DAY,…" help:"When a release comes out, or when meetings begin: a fact sheet for each."`
	Language string   `placeholder:"TAG" help:"Make the translation of a text: en. TITLE is its id or file then."`
	Kind     string   `arg:"" help:"press, meeting, contact or page."`
	Title    string   `arg:"" help:"Its title; of a contact the name, or the name and the role: 'Anna Exempel, chef'."`
}

// Run writes the files, and says what to do with them.
func (n *newCommand) Run(env Environment) error {
	w, err := workspace.Open(workspace.Job{Content: n.contentDir(), Templates: n.templatesDir(), Static: n.staticDir(), Clock: env.Clock()})
	if err != nil {
		return err
	}
	w.Read()
	made, err := w.New(blank.Wish{Kind: n.Kind, Title: n.Title, From: n.From, Dates: n.Dates, Language: n.Language, Now: env.Clock()})
	if err != nil {
		return err
	}
	for _, file := range made {
		fmt.Fprintln(env.Stdout, file)
	}
	w.Read()
	line := "made"
	if len(made) > 1 {
		line = "mades"
	}
	address := "http://" + standardAddr + cmp.Or(w.Address(made[0]), "/_preview/")
	fmt.Fprintln(env.Stdout, summary(n.language(env, nil), line, address))
	return w.Close()
}
