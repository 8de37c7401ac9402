package command

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/ledger"
	"alingsas.se/dialog/generator/sitetest"
)

func TestALedgerThatIsHeldIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "ledger.jsonl")
	book, err := ledger.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var out, told bytes.Buffer
	code := Run([]string{"build", "--root", sitetest.Project, "--out", filepath.Join(dir, "public"), "--ledger", file}, Environment{&out, &told, func(string) string { return "" }, scriptClock})
	if code != exitFaults || !strings.Contains(told.String(), "ett annat bygge skriver i "+file) {
		t.Errorf("exit code %d: %s", code, told.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("it was built all the same")
	}
}

// Publishing may fail after the first files were moved: a full disk. What happened then is told by the next build,
// which sees what lies there.
func TestABuildThatFailsWhilePublishingTellsNoEvents(t *testing.T) {
	same := func(name string) string { return name }
	file := filepath.Join(t.TempDir(), "ledger.jsonl")
	recorder, err := ledger.NewRecorder(file, ledger.Output{Dir: t.TempDir(), File: same, URL: same}, ledger.NewSources(nil, "", nil))
	if err != nil {
		t.Fatal(err)
	}
	r := &recording{Recorder: recorder}
	defer r.close()
	r.Note("/", "", []byte("a page"))
	if err := r.Begin(sitetest.Now, "https://dialog.example.se", "site.yaml"); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space")
	if err := r.end(full); !errors.Is(err, full) || r.Ledger().Records != 1 {
		t.Errorf("got %v, %d records: events were told that nobody knows of", err, r.Ledger().Records)
	}
	if err := r.end(nil); err != nil || r.Ledger().Records != 2 {
		t.Errorf("%v, %d records", err, r.Ledger().Records)
	}
}

func TestAnAddressIsFoundHoweverItIsWritten(t *testing.T) {
	for given, want := range map[string]string{
		"/":                                   "/",
		"https://dialog.example.se":           "/",
		"https://dialog.example.se/":          "/",
		"dialog.example.se/":                  "/",
		"/möte/":                              "/m%C3%B6te/ /m%C3%B6te",
		"/m%C3%B6te":                          "/m%C3%B6te/ /m%C3%B6te",
		"https://dialog.example.se/a/?x#y":    "/a/ /a",
		"dialog.example.se/a":                 "/a/ /a",
		"a/b":                                 "/a/b/ /a/b",
		"/a/index.html":                       "/a/index.html /a/",
		"https://dialog.example.se/feed.json": "/feed.json /feed.json/",
		"feed.xml":                            "/feed.xml /feed.xml/",
	} {
		got, err := spellings(given)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q %v, want %s", given, got, err, want)
		}
	}
	for _, wrong := range []string{"", "http://[::1", "%zz"} {
		if got, err := spellings(wrong); err == nil {
			t.Errorf("%q is taken for %q", wrong, got)
		}
	}
}
