package workspace_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A triple is a statement of RDF: a resource, what is said of it, and a value.
type triple struct{ subject, predicate, object string }

const (
	rdfNS   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	dcatNS  = "http://www.w3.org/ns/dcat#"
	termsNS = "http://purl.org/dc/terms/"
	foafNS  = "http://xmlns.com/foaf/0.1/"
	vcardNS = "http://www.w3.org/2006/vcard/ns#"
)

// triplesOf reads the part of RDF/XML that a catalogue is written in: resources, each with its properties.
func triplesOf(t *testing.T, data []byte) []triple {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	var all []triple
	var path []string // subject, property, subject …
	text := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name, about, resource := token.Name.Space+token.Name.Local, "", ""
			for _, a := range token.Attr {
				switch a.Name.Space + a.Name.Local {
				case rdfNS + "about":
					about = a.Value
				case rdfNS + "resource":
					resource = a.Value
				}
			}
			text = ""
			switch {
			case name == rdfNS+"RDF":
			case len(path)%2 == 0: // a resource
				if about == "" {
					about = fmt.Sprint("_:", len(all))
				}
				if len(path) > 0 {
					all = append(all, triple{path[len(path)-2], path[len(path)-1], about})
				}
				if name != rdfNS+"Description" {
					all = append(all, triple{about, rdfNS + "type", name})
				}
				path = append(path, about)
			default:
				if resource != "" {
					all = append(all, triple{path[len(path)-1], name, resource})
				}
				path = append(path, name)
			}
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if len(path)%2 == 0 && len(path) > 0 && strings.TrimSpace(text) != "" {
				all = append(all, triple{path[len(path)-2], path[len(path)-1], text})
			}
			text = ""
			if len(path) > 0 {
				path = path[:len(path)-1]
			}
		}
	}
}

// demanded are the properties that DCAT-AP-SE 3.0.1 demands of each kind of resource.
var demanded = map[string][]string{
	dcatNS + "Catalog":       {termsNS + "title", termsNS + "description", termsNS + "publisher", termsNS + "license", dcatNS + "dataset"},
	dcatNS + "Dataset":       {termsNS + "title", termsNS + "description", termsNS + "publisher"},
	dcatNS + "Distribution":  {dcatNS + "accessURL", termsNS + "format"},
	foafNS + "Agent":         {foafNS + "name", termsNS + "type"},
	vcardNS + "Organization": {vcardNS + "fn", vcardNS + "hasEmail"},
}

func TestTheCatalogueHasWhatTheDataPortalDemands(t *testing.T) {
	files := dataFiles(t, "../testdata/looks/content")
	all := triplesOf(t, files["/data/dcat.rdf"])
	values := func(subject, predicate string) (found []string) {
		for _, one := range all {
			if one.subject == subject && one.predicate == predicate {
				found = append(found, one.object)
			}
		}
		return found
	}
	kinds := map[string]int{}
	for _, one := range all {
		if one.predicate != rdfNS+"type" {
			continue
		}
		kinds[one.object]++
		for _, property := range demanded[one.object] {
			if len(values(one.subject, property)) == 0 {
				t.Errorf("%s, a %s, has no %s", one.subject, one.object, property)
			}
		}
		if len(demanded[one.object]) == 0 || !strings.HasPrefix(one.subject, "https://press.example.se/data/") {
			t.Errorf("%s is a %s", one.subject, one.object)
		}
	}
	if want := (map[string]int{dcatNS + "Catalog": 1, dcatNS + "Dataset": 3, dcatNS + "Distribution": 5, foafNS + "Agent": 1, vcardNS + "Organization": 1}); fmt.Sprint(kinds) != fmt.Sprint(want) {
		t.Errorf("there are %v, want %v", kinds, want)
	}
	catalogue := "https://press.example.se/data/dcat.rdf#catalogue"
	for _, dataset := range values(catalogue, dcatNS+"dataset") {
		for _, p := range []string{dcatNS + "theme", dcatNS + "contactPoint", termsNS + "accrualPeriodicity", dcatNS + "landingPage"} {
			if len(values(dataset, p)) != 1 {
				t.Errorf("%s has %v as %s", dataset, values(dataset, p), p)
			}
		}
		if got := len(values(dataset, termsNS+"language")) + len(values(dataset, termsNS+"title")); got != 4 {
			t.Errorf("%s: languages and titles in them: %d, want 4", dataset, got)
		}
		for _, distribution := range values(dataset, dcatNS+"distribution") {
			for _, p := range []string{dcatNS + "accessURL", dcatNS + "downloadURL", termsNS + "conformsTo"} {
				for _, address := range values(distribution, p) {
					if files[strings.TrimPrefix(address, "https://press.example.se")] == nil {
						t.Errorf("%s: there is no file %s", distribution, address)
					}
				}
			}
			// The portal knows licences by these names alone.
			if got := values(distribution, termsNS+"license"); !slices.Equal(got, []string{"http://creativecommons.org/publicdomain/zero/1.0/"}) {
				t.Errorf("%s has the licence %v", distribution, got)
			}
		}
	}
}

// A catalogue without a licence is none, by the same source.
func TestWithoutALicenceThereIsNoCatalogue(t *testing.T) {
	if data := dataFiles(t, "../../content")["/data/dcat.rdf"]; data != nil {
		t.Errorf("got %s", data)
	}
}

// Raptor reads all of RDF/XML.
func TestRaptorReadsTheCatalogueAlike(t *testing.T) {
	rapper, err := exec.LookPath("rapper")
	if err != nil {
		t.Skip("there is no rapper (Debian: raptor2-utils)")
	}
	data := dataFiles(t, "../testdata/looks/content")["/data/dcat.rdf"]
	read := exec.Command(rapper, "-q", "-i", "rdfxml", "-o", "ntriples", "-", "https://elsewhere.example.se/")
	read.Stdin = bytes.NewReader(data)
	var faults bytes.Buffer
	read.Stderr = &faults
	out, err := read.Output()
	if err != nil || faults.Len() > 0 {
		t.Fatalf("%v: %s", err, faults.String())
	}
	if got, want := strings.Count(string(out), "\n"), len(triplesOf(t, data)); got != want || got < 100 || strings.Contains(string(out), "elsewhere") {
		t.Errorf("%d triples, want %d, all of them absolute:\n%s", got, want, out)
	}
}
