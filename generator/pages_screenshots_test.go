package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// approvedDir holds how the pages are meant to look: go test ./generator -run TestPages/screenshots -update
// writes them anew. Look at every picture before you commit it.
const approvedDir = "testdata/looks/approved"

// oneFont makes machines with other fonts agree. Animations and the caret would differ from run to run.
const oneFont = `* { font-family: "DejaVu Sans" !important; caret-color: transparent !important; transition: none !important; animation: none !important }
h1, h2, h3, blockquote { font-family: "DejaVu Serif" !important }`

const (
	// maxHeight is where a picture ends: the footer is on the short pages too.
	maxHeight = 2400
	// maxDistance is how much a channel of a pixel may differ: more than the rounding to a palette, less
	// than two shades of grey that anybody tells apart.
	maxDistance = 24
	// maxShare is how many pixels of a thousand thousand may differ more than that: the edges of a few
	// letters, and less than one line of text in the largest picture, which has some 800 dark pixels.
	maxShare = 100
)

// screenshots compares one page of each kind, narrow and wide, with the approved pictures.
func (r *pageRun) screenshots(t *testing.T) {
	if *update {
		if err := os.RemoveAll(approvedDir); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(approvedDir, 0o755); err != nil {
			t.Fatal(err)
		}
	} else if _, err := os.Stat(approvedDir); err != nil {
		t.Fatalf("there are no approved pictures in generator/%s; run with -update, look at each, and commit them", approvedDir)
	}
	failures, err := os.MkdirTemp("", "screenshots-")
	if err != nil {
		t.Fatal(err)
	}
	tb := <-r.tabs
	defer func() { r.tabs <- tb }()
	for _, v := range r.pictured() {
		got, err := tb.picture(v)
		if err != nil {
			t.Fatalf("%s: %v", v, err)
		}
		if err := approve(pictureName(v), got, failures); err != nil {
			t.Errorf("%s: %v", v, err)
		}
	}
	_ = os.Remove(failures) // if it is empty
}

// pictured are the views that have a picture.
func (r *pageRun) pictured() (views []pageView) {
	for _, s := range r.sites {
		if s.name != looksName {
			continue
		}
		for _, p := range oneOfEachKind(s.pages, false) {
			for _, width := range []int{320, 1280} {
				views = append(views, pageView{p, width, "light"})
				if p.kind == "home" || p.kind == "release with pictures" {
					views = append(views, pageView{p, width, "dark"})
				}
			}
		}
	}
	return views
}

// pictureName is the file of a view: "meeting-cancelled-320-light.png".
func pictureName(v pageView) string {
	kind := strings.NewReplacer(", ", "-", " ", "-").Replace(v.page.kind)
	return fmt.Sprintf("%s-%d-%s.png", kind, v.width, v.scheme)
}

// picture takes a picture of a page from its top.
func (tb *tab) picture(v pageView) (image.Image, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	if err := tb.addStyle(oneFont); err != nil {
		return nil, err
	}
	// Pictures that are loaded late are loaded now.
	height, err := evaluate[float64](tb, `(async () => {
		for (const img of document.images) { img.loading = 'eager'; await img.decode().catch(() => {}); }
		await document.fonts.ready;
		return document.documentElement.scrollHeight;
	})()`)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	shot, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip:                  &page.Viewport{Width: float64(v.width), Height: min(height, maxHeight), Scale: 1},
		CaptureBeyondViewport: new(true),
	})
	if err != nil {
		return nil, err
	}
	return png.Decode(bytes.NewReader(shot.Data))
}

// approve compares a picture with the approved one, or makes it that. Where they differ, the new one and
// one that shows the difference are left in a folder.
func approve(name string, got image.Image, failures string) error {
	file := filepath.Join(approvedDir, name)
	if *update {
		return writePicture(file, paletted(got))
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("there is no approved picture %s; run with -update and look at it", file)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	fault, diff := compare(paletted(got), want)
	if fault == "" {
		return nil
	}
	for suffix, picture := range map[string]image.Image{"": got, "diff-": diff} {
		if err := writePicture(filepath.Join(failures, suffix+name), picture); err != nil {
			return err
		}
	}
	return fmt.Errorf("looks different from %s: %s; see %s", file, fault, failures)
}

func writePicture(file string, picture image.Image) error {
	var w bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&w, picture); err != nil {
		return err
	}
	return os.WriteFile(file, w.Bytes(), 0o644)
}

// paletted reduces a picture to its 256 most frequent colours, so that its file is small.
func paletted(picture image.Image) *image.Paletted {
	small := image.NewPaletted(picture.Bounds(), frequentColours(picture))
	draw.Draw(small, small.Bounds(), picture, picture.Bounds().Min, draw.Src)
	return small
}

// frequentColours are those of a picture, the frequent ones first, and a few of all kinds to be near the rest.
func frequentColours(picture image.Image) color.Palette {
	counts := map[color.RGBA]int{}
	eachPixel(picture.Bounds(), func(x, y int) { counts[rgba(picture, x, y)]++ })
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(number(a), number(b)))
	})
	var chosen color.Palette
	for _, c := range colours[:min(len(colours), 200)] {
		chosen = append(chosen, c)
	}
	if len(colours) > 200 {
		for i, c := range palette.WebSafe {
			if i%4 == 0 {
				chosen = append(chosen, c)
			}
		}
	}
	return chosen
}

func number(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }

func rgba(picture image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)
}

func eachPixel(r image.Rectangle, do func(x, y int)) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			do(x, y)
		}
	}
}

// compare tells how two pictures differ, "" where they don't, and shows where: in red.
func compare(got, want image.Image) (fault string, diff *image.RGBA) {
	bounds := got.Bounds().Union(want.Bounds())
	diff = image.NewRGBA(bounds)
	differing := 0
	eachPixel(bounds, func(x, y int) {
		a, b := rgba(got, x, y), rgba(want, x, y)
		if distance(a, b) > maxDistance {
			differing++
			diff.SetRGBA(x, y, color.RGBA{200, 0, 0, 255})
		} else {
			grey := 255 - (255-b.G)/4
			diff.SetRGBA(x, y, color.RGBA{grey, grey, grey, 255})
		}
	})
	switch share := differing * 1e6 / (bounds.Dx() * bounds.Dy()); {
	case got.Bounds() != want.Bounds():
		fault = fmt.Sprintf("it is %v, want %v", got.Bounds().Size(), want.Bounds().Size())
	case share > maxShare:
		fault = fmt.Sprintf("%d pixels differ", differing)
	}
	return fault, diff
}

func distance(a, b color.RGBA) int {
	d := 0
	for _, pair := range [][2]uint8{{a.R, b.R}, {a.G, b.G}, {a.B, b.B}, {a.A, b.A}} {
		d = max(d, int(pair[0])-int(pair[1]), int(pair[1])-int(pair[0]))
	}
	return d
}
