package web

import (
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestEachAddressHasOneSource(t *testing.T) {
	for _, c := range []struct {
		name  string
		urls  []string
		want  []string // the addresses that stay
		fault string   // the address that is reported
	}{
		{"all different", []string{"/b/", "/a/", "/feed.xml"}, []string{"/a/", "/b/", "/feed.xml"}, ""},
		{"twice the same", []string{"/a/", "/b/", "/a/"}, []string{"/a/", "/b/"}, "/a/"},
		{"one file on disks that don't tell cases apart", []string{"/Bild.png", "/bild.png"}, []string{"/Bild.png"}, "/bild.png"},
		{"one file on disks that compose letters", []string{"/tr%C3%A4d", "/tra%CC%88d"}, []string{"/tr%C3%A4d"}, "/tra%CC%88d"},
		{"a page whose name only ends alike", []string{"/a/index.html", "/my", "/myindex.html"}, []string{"/a/index.html", "/my", "/myindex.html"}, ""},
		{"a folder's page by two names", []string{"/a/", "/a/index.html"}, []string{"/a/"}, "/a/index.html"},
		{"one name, escaped and not", []string{"/a%2Db.pdf", "/a-b.pdf"}, []string{"/a%2Db.pdf"}, "/a-b.pdf"},
		{"a file with the name of a folder, in another case", []string{"/Kontakt", "/kontakt/anna/", "/kontakt/bo/"}, []string{"/Kontakt", "/kontakt/anna/", "/kontakt/bo/"}, "/Kontakt"},
		{"a folder with the name of a page", []string{"/om/", "/om/index.html/x.txt"}, []string{"/om/", "/om/index.html/x.txt"}, "/om/"},
		{"a file with the name of a folder", []string{"/kontakt", "/kontakt/anna/", "/kontakten"}, []string{"/kontakt", "/kontakt/anna/", "/kontakten"}, "/kontakt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var table Table
			for _, url := range c.urls {
				table = append(table, Route{URL: url, Source: "content" + url})
			}
			table, diags := table.Sorted()
			var got []string
			for _, r := range table {
				got = append(got, r.URL)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("stay %q, want %q", got, c.want)
			}
			var fault string
			for _, d := range diags {
				if d.Code != diag.URLCollision || fault != "" {
					t.Errorf("reported %v", diags)
				}
				fault = d.Arg("url")
			}
			if fault != c.fault {
				t.Errorf("reported %q, want %q", fault, c.fault)
			}
		})
	}
}

func TestARouteKnowsItsFile(t *testing.T) {
	for url, want := range map[string]string{
		"/":               "index.html",
		"/en/press/":      "en/press/index.html",
		"/feed.xml":       "feed.xml",
		"/404.html":       "404.html",
		"/p/tr%C3%A4d.md": "p/träd.md",
	} {
		if got := (Route{URL: url}).File(); got != want {
			t.Errorf("%s is the file %q, want %q", url, got, want)
		}
	}
}

func TestFindGivesTheRouteOfAnAddressAndNoOther(t *testing.T) {
	table, _ := Table{{URL: "/b/"}, {URL: "/a/"}}.Sorted()
	if r, found := table.Find("/a/"); !found || r.URL != "/a/" {
		t.Errorf("found %v %q", found, r.URL)
	}
	if r, found := table.Find("/a"); found {
		t.Errorf("/a is %q: the host adds the slash, the table does not", r.URL)
	}
}

func TestAPartOfAnAddressIsANameThatADiskCanHold(t *testing.T) {
	long := strings.Repeat("å", 127)
	for part, isFault := range map[string]bool{long + "x": false, long + "xy": true, strings.Repeat("a", 255): false, strings.Repeat("a", 256): true} {
		for _, url := range []string{"/a/" + EscapePath(part) + "/", "/" + EscapePath(part)} {
			diags := Table{{URL: url, Source: "content/a.md"}}.CheckLengths()
			if (len(diags) == 1 && diags[0].Code == diag.LongName) != isFault {
				t.Errorf("a part of %d bytes: reported %v", len(part), diags)
			}
		}
	}
}

// A page that says why there is none, as the preview has it, is at no address.
func TestARouteWithoutAnAddressIsAPage(t *testing.T) {
	if r := (Route{}); r.File() != "index.html" || !r.IsPage() {
		t.Errorf("its file is %q, and it is a page: %v", r.File(), r.IsPage())
	}
}

// Two releases of one address have two texts and two press kits of one address too. Their authors mend all at once.
func TestTwoItemsOfOneAddressAreToldOnce(t *testing.T) {
	_, diags := Table{
		{URL: "/a/", Source: "content/a.md"}, {URL: "/a/text.txt", Source: "content/a.md"},
		{URL: "/a/", Source: "content/b.md"}, {URL: "/a/text.txt", Source: "content/b.md"},
		{URL: "/x", Source: "static/x"}, {URL: "/y", Source: "static/y"}, {URL: "/x", Source: "content/site.yaml"}, {URL: "/y", Source: "content/site.yaml"},
		{URL: "/c/text.txt", Source: "content/c.md"}, {URL: "/c/text.txt", Source: "content/c.md"},
	}.Sorted()
	var urls []string
	for _, d := range diags {
		urls = append(urls, d.Arg("url"))
	}
	if !slices.Equal(urls, []string{"/a/", "/c/text.txt", "/x", "/y"}) {
		t.Errorf("told are %q", urls)
	}
}
