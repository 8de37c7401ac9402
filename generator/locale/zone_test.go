package locale

import (
	"archive/zip"
	"bytes"
	"fmt"
	"go/format"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The table is that of the Go distribution. -update writes it.
func TestTableOfTheSwedishZoneIsCurrent(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib/time/zoneinfo.zip"))
	if err != nil {
		t.Skip("the Go distribution has no time zones here: ", err)
	}
	defer all.Close()
	file, err := all.Open(swedishZone)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	wanted, err := format.Source(fmt.Appendf(nil, "package locale\n\n// The Swedish zone as the IANA database has it: see TestTableOfTheSwedishZoneIsCurrent.\nconst (\nswedishZone = %q\nswedishZoneData = %q\n)\n", swedishZone, data))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("zonetable.go", wanted, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if written, err := os.ReadFile("zonetable.go"); err != nil || !bytes.Equal(written, wanted) {
		t.Errorf("zonetable.go is not current (%v): run with -update", err)
	}
}

func TestTheSwedishZoneIsTheOneOfTheSystem(t *testing.T) {
	want, err := LoadZone(swedishZone)
	if err != nil {
		t.Fatal(err)
	}
	got, err := time.LoadLocationFromTZData(swedishZone, []byte(swedishZoneData))
	if err != nil {
		t.Fatal(err)
	}
	for at := time.Date(1970, 1, 1, 0, 30, 0, 0, time.UTC); at.Year() < 2060; at = at.Add(5 * time.Hour) {
		if at.In(got).String() != at.In(want).String() {
			t.Fatalf("%v is %v, want %v", at, at.In(got), at.In(want))
		}
	}
}
