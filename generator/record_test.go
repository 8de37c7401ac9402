package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/ledger"
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
	code := run([]string{"build", "--root", "..", "--out", filepath.Join(dir, "public"), "--ledger", file}, environment{&out, &told, func(string) string { return "" }, scriptClock})
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
	file := filepath.Join(t.TempDir(), "ledger.jsonl")
	book, err := ledger.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	full := errors.New("no space")
	r := &recorder{book: book, begun: true, events: []ledger.Record{{What: ledger.Published, URL: "/"}}}
	if err := r.record(full); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("events were told that nobody knows of")
	}
	if err := r.record(nil); err != nil || book.Ledger.Records != 1 {
		t.Errorf("%v, %d records", err, book.Ledger.Records)
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
