package formats

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"
)

func TestAnArchiveHoldsWhatWasPutIn(t *testing.T) {
	stockholm, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		t.Fatal(err)
	}
	moment := time.Date(2026, 6, 2, 23, 59, 2, 0, stockholm)
	files := []ZipFile{{"text.txt", []byte(strings.Repeat("Text. ", 100))}, {"bilder/å ä ö.jpg", bytes.Repeat([]byte{7}, 500)}, {"kort.txt", []byte("x")}, {"tom.txt", nil}}
	var one, two bytes.Buffer
	for _, w := range []*bytes.Buffer{&one, &two} {
		if err := Zip(w, moment, files); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same files give other bytes")
	}
	r, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	methods := []uint16{zip.Deflate, zip.Store, zip.Store, zip.Store}
	for i, f := range r.File {
		opened, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(opened)
		if err != nil || f.Name != files[i].Name || !bytes.Equal(data, files[i].Data) || f.Method != methods[i] || f.NonUTF8 {
			t.Errorf("%s: %q, %v, method %d", f.Name, data, err, f.Method)
		}
		if !f.Modified.Equal(moment) || f.ModifiedTime>>11 != 23 || f.Flags&8 != 0 || f.Mode() != 0o644 {
			t.Errorf("%s is of %v with flags %x and mode %v", f.Name, f.Modified, f.Flags, f.Mode())
		}
	}
	if len(r.File) != len(files) {
		t.Errorf("it holds %d files", len(r.File))
	}
}

func TestANameInAnArchiveStaysInItsFolder(t *testing.T) {
	for _, names := range [][]string{{"../a"}, {"/a"}, {"a/../../b"}, {`a\b`}, {"c:a"}, {""}, {"."}, {"a/"}, {"a", "a"}, {"bild.jpg", "Bild.JPG"}} {
		var files []ZipFile
		for _, name := range names {
			files = append(files, ZipFile{Name: name})
		}
		if err := Zip(io.Discard, time.Now(), files); err == nil {
			t.Errorf("%q was written", names)
		}
	}
}

func TestAnArchiveHasAMomentThatItCanHold(t *testing.T) {
	for _, year := range []int{1, 1900, 1979, 2108} {
		var w bytes.Buffer
		if err := Zip(&w, time.Date(year, 5, 5, 5, 5, 5, 0, time.UTC), []ZipFile{{Name: "a"}}); err != nil {
			t.Fatal(err)
		}
		r, err := zip.NewReader(bytes.NewReader(w.Bytes()), int64(w.Len()))
		if err != nil || r.File[0].Modified.Year() != 1980 {
			t.Errorf("%d: %v, %v", year, r.File[0].Modified, err)
		}
	}
}
