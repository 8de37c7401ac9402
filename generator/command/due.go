package command

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/routes"
)

type dueCommand struct {
	place
	Since string `required:"" placeholder:"FILE|URL" help:"The next-change.json of the site that is published: a file, or its address."`
}

// Run asks whether the published site would be another if it were built now. That it would not is told by
// the exit code that faults have, so that a scheduler can say `due … && build`.
func (d *dueCommand) Run(env Environment) error {
	lang := d.language(env, nil)
	data, err := readAnywhere(d.Since)
	if err != nil {
		return diag.Usage(diag.Both(d.Since+" kan inte läsas: "+err.Error(), d.Since+" cannot be read: "+err.Error()),
			diag.Both("ange den publicerade webbplatsens next-change.json, till exempel https://dialog.kommun.se"+routes.NextChangeURL,
				"name the next-change.json of the published site, for example https://dialog.kommun.se"+routes.NextChangeURL))
	}
	next, err := routes.ParseNextChange(data)
	if err != nil {
		return diag.Usage(diag.Both(d.Since+" säger inte när webbplatsen ändras: "+err.Error(), d.Since+" does not say when the site changes: "+err.Error()),
			diag.Both("kontrollera adressen; filen skrivs av varje bygge", "check the address; every build writes the file"))
	}
	switch {
	case next.IsZero():
		fmt.Fprintln(env.Stdout, summary(lang, "never"))
		return errFaults
	case env.Clock().Before(next):
		fmt.Fprintln(env.Stdout, summary(lang, "later", momentIn(lang, next)))
		return errFaults
	}
	fmt.Fprintln(env.Stdout, summary(lang, "due", momentIn(lang, next)))
	return nil
}

// readAnywhere reads a small file, or what an address on the web gives.
func readAnywhere(name string) ([]byte, error) {
	if u, err := url.Parse(name); err != nil || u.Scheme != "http" && u.Scheme != "https" {
		file, err := os.Open(name)
		if err != nil {
			return nil, reasonOf(err)
		}
		defer file.Close()
		return readSmall(file)
	}
	client := http.Client{Timeout: dueTimeout}
	response, err := client.Get(name)
	if err != nil {
		return nil, reasonOf(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, errors.New(response.Status)
	}
	return readSmall(response.Body)
}

// dueTimeout is how long the site may take to answer.
const dueTimeout = 20 * time.Second

func readSmall(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limits.NextChange+1))
	if err == nil && len(data) > limits.NextChange {
		err = errors.New("it is too long")
	}
	return data, err
}

// reasonOf gives an error without the name that the message has already.
func reasonOf(err error) error {
	var path *os.PathError
	var address *url.Error
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &address):
		return address.Err
	}
	return err
}
