package pictures

import (
	"encoding/base64"
	"encoding/xml"
	"image/color"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestDrawingsThatRunNothingArePublished(t *testing.T) {
	inside := base64.StdEncoding.EncodeToString(pngOf(t, flat(2, 2, color.White)))
	tests := map[string]string{
		"plain":        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect width="1" height="1"/></svg>`,
		"prefixed":     `<s:svg xmlns:s="http://www.w3.org/2000/svg" width="10px" height="20"><s:rect/></s:svg>`,
		"with colours": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0 10,20"><linearGradient id="a"/><rect fill="url(#a)" style="stroke:url('#a')"/></svg>`,
		"with styles":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><style><![CDATA[ rect { fill: url(#a) } ]]></style></svg>`,
		"with uses":    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20"><use xlink:href="#a"/><use href="#a"/></svg>`,
		"animated":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><rect><animate attributeName="width" to="5"/></rect></svg>`,
		"of a program": "\ufeff" + `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"/>`,
		"with picture": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><image href="data:image/png;base64,` + inside + `"/></svg>`,
	}
	for name, drawing := range tests {
		info, f := Inspect("a.svg", []byte(drawing))
		if f != nil || info.Width != 10 || info.Height != 20 || info.Kind != SVG {
			t.Errorf("%s: %+v %v", name, info, f)
			continue
		}
		files, err := Render(info, []byte(drawing))
		if err != nil || xml.Unmarshal(files[0], new(struct{})) != nil {
			t.Errorf("%s became %q (%v)", name, files, err)
		}
	}
}

func TestDrawingsLoseTheirNotes(t *testing.T) {
	const drawing = `<?xml version="1.0"?><!-- a --><svg xmlns="http://www.w3.org/2000/svg"><metadata>b<c><!-- d --></c></metadata><!-- e --><metadata/><g docname="f">text</g><?g h?></svg>`
	const want = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><g docname="">text</g></svg>`
	info, f := Inspect("a.svg", []byte(drawing))
	if f != nil {
		t.Fatal(f)
	}
	got, err := Original(info, []byte(drawing), Words{})
	if err != nil || string(got) != want {
		t.Errorf("got %s (%v)\nwant %s", got, err, want)
	}
}

// What cannot be found again in the text cannot be taken out of it; then nothing is published.
func TestMetadataThatCannotBeRemovedAreTold(t *testing.T) {
	photo := base64.StdEncoding.EncodeToString(cameraPhoto(t, 40, 30, 1))
	drawing := `<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,` + strings.Replace(photo, "A", "&#65;", 1) + `"/></svg>`
	if _, f := Inspect("a.svg", []byte(drawing)); f == nil || f.Code != diag.BrokenPicture {
		t.Errorf("got %v", f)
	}
}

func TestPicturesThatLieOnTheirSideAndAreNotScaledKeepHowTheyLie(t *testing.T) {
	file := pngOf(t, flat(300, 200, color.White))
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	turned := appendChunk([]byte(pngSignature), chunks[0])
	turned = appendChunk(turned, chunk{"eXIf", cameraEXIF(6)})
	for _, c := range chunks[1:] {
		turned = appendChunk(turned, c)
	}
	info, f := Inspect("a.png", turned)
	if f != nil || info.Scaled || info.Width != 200 || info.Height != 300 {
		t.Fatalf("%+v %v", info, f)
	}
	files, err := Render(info, turned)
	if err != nil {
		t.Fatal(err)
	}
	again, f := Inspect("a.png", files[0])
	if f != nil || again.Orientation != 6 || strings.Contains(string(files[0]), secret) {
		t.Errorf("%+v %v", again, f)
	}
}
