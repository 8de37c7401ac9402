// Package sitetest holds what tests of several packages share: Editor, Preview, Tree.
//
// It copies the project, does to the copy what people and their programs do, shows it in a preview, and reads what
// builds have made. Only tests import it.
package sitetest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Project is the project's folder, seen from the packages below generator/.
const Project = "../.."

// Now is noon of 15 June 2026 in Alingsås, when most tests take place.
var Now = time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)

// Zone is a time zone of that name.
func Zone(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// OnePixel is a grey PNG, in base 64.
const OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="

// FirstDifference shows where two outputs begin to differ, with a little of what stands around.
func FirstDifference(got, want []byte) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	around := func(data []byte) string {
		return strings.ToValidUTF8(string(data[max(0, at-60):min(len(data), at+100)]), "")
	}
	return fmt.Sprintf("  got:  %q\n  want: %q", around(got), around(want))
}

// A Tree is what a build has written: texts by their names in the folder.
type Tree map[string]string

// ReadTree reads a folder; one that is not there is empty.
func ReadTree(t *testing.T, dir string) Tree {
	t.Helper()
	files := Tree{}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return files
	}
	for _, file := range FilesBelow(t, dir) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.ToSlash(file[len(dir)+1:])] = string(data)
	}
	return files
}

func FilesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
