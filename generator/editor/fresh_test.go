package editor_test

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/editor"
)

// A picture that was chosen and is not saved yet stands on the page, as large as it is, though only its beginning is
// here. What is no picture is no fault of the text's author.
func TestWhatIsNotSavedYetStandsOnThePage(t *testing.T) {
	var photo bytes.Buffer
	if err := png.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	const name = "contacts/nils-pahitt.md"
	text := editor.File{Name: name, Text: "---\nname: Nils Påhitt\nrole: vaktmästare\nphoto: {file: osparad-1.png, alt: Nils Påhitt, credit: Sara Exempel}\n---\n"}
	e := open(t, assemble(t, jobOf(t, "../testdata/looks/content")))
	for _, one := range []struct {
		what  string
		file  editor.File
		width string
	}{
		{"a picture", editor.File{Data: photo.Bytes()[:40], Size: 5_000_000, Width: 1200, Height: 800}, ` width="1200" height="800"`},
		{"another", editor.File{Data: photo.Bytes()[:40], Size: 5_000_000, Width: 300, Height: 200}, ` width="300" height="200"`},
		{"what the browser cannot show", editor.File{Data: []byte("PK\x03\x04"), Size: 10_000}, ""},
	} {
		one.file.Name = "contacts/osparad-1.png"
		answer := e.Look(editor.Request{Name: name, Now: now, Language: "sv", Files: []editor.File{text, one.file}})
		if !strings.Contains(answer.HTML, `/osparad-1.png"`) && one.width != "" || !strings.Contains(answer.HTML, one.width) {
			t.Errorf("%s: it is not on the page", one.what)
		}
		if answer.Errors != 0 {
			t.Errorf("%s: %+v", one.what, answer.Found)
		}
	}
}
