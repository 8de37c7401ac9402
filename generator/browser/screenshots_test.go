package browser

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"image"
	"image/color"
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

// approvedDir holds how the pages are meant to look: go test ./generator/browser -run TestPages/screenshots -update
// writes them anew. Look at every picture before you commit it.
var update = flag.Bool("update", false, "write the pictures that are approved from what is seen now")

const approvedDir = "../testdata/looks/approved"

// oneFont makes machines with other fonts agree. Animations and the caret would differ from run to run.
const oneFont = `* { font-family: "DejaVu Sans" !important; caret-color: transparent !important; transition: none !important; animation: none !important }
:is(h1, h2, h3, blockquote), :is(h1, h2, h3, blockquote) * { font-family: "DejaVu Serif" !important }`

const (
	// maxHeight is where a picture ends: the footer is on the short pages too.
	maxHeight = 1600
	// maxRounding is how far a colour may be from that of a pixel, so that a few colours are enough and
	// the files are small.
	maxRounding = 6
	// maxDistance is how much a channel of a pixel may differ: the rounding, and as much again for what a
	// version of the browser does to the edges of letters.
	maxDistance = 2 * maxRounding
	// maxShare is how many of a million pixels may differ more than that. A line of text has more dark
	// pixels, in the largest picture too, and two runs differ in none.
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
	views := r.pictured()
	findings := r.look(views, func(tb *tab, v pageView) ([]string, error) {
		got, err := tb.picture(v)
		if err != nil {
			return nil, err
		}
		fault, err := approve(pictureName(v), got, failures)
		if fault != "" {
			return []string{fault}, err
		}
		return nil, err
	})
	report(t, checkResult{check: "screenshots", views: views, findings: findings})
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
func (tb *tab) picture(v pageView) (*image.RGBA, error) {
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
	return decode(shot.Data)
}

// approve compares a picture with the approved one, or makes it that. Where they differ, the new one and
// one that shows the difference are left in a folder.
func approve(name string, got *image.RGBA, failures string) (fault string, err error) {
	file := filepath.Join(approvedDir, name)
	if *update {
		return "", writePicture(file, paletted(got))
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Sprintf("there is no approved picture %s; run with -update and look at it", file), nil
	}
	want, err := decode(data)
	if err != nil {
		return "", fmt.Errorf("%s: %w", file, err)
	}
	fault, diff := compare(got, want)
	if fault == "" {
		return "", nil
	}
	for suffix, picture := range map[string]image.Image{"": got, "diff-": diff} {
		if err := writePicture(filepath.Join(failures, suffix+name), picture); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("looks different from %s: %s; see %s", file, fault, failures), nil
}

func decode(data []byte) (*image.RGBA, error) {
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	decoded := image.NewRGBA(picture.Bounds())
	draw.Draw(decoded, decoded.Bounds(), picture, picture.Bounds().Min, draw.Src)
	return decoded, nil
}

func writePicture(file string, picture image.Image) error {
	var w bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&w, picture); err != nil {
		return err
	}
	return os.WriteFile(file, w.Bytes(), 0o644)
}

// pixel gives one of a picture. Outside it is clear.
func pixel(picture *image.RGBA, x, y int) (c [4]uint8) {
	if (image.Point{X: x, Y: y}).In(picture.Bounds()) {
		copy(c[:], picture.Pix[picture.PixOffset(x, y):])
	}
	return c
}

// paletted draws a picture with as few colours as are near enough to all of its own.
func paletted(picture *image.RGBA) *image.Paletted {
	counts := map[[4]uint8]int{}
	bounds := picture.Bounds()
	eachPixel(bounds, func(x, y int) { counts[pixel(picture, x, y)]++ })
	small := image.NewPaletted(bounds, nil)
	var chosen [][4]uint8
	indexes := map[[4]uint8]uint8{}
	frequent := slices.SortedFunc(maps.Keys(counts), func(a, b [4]uint8) int {
		return cmp.Or(counts[b]-counts[a], bytes.Compare(a[:], b[:]))
	})
	for _, c := range frequent {
		at := nearest(chosen, c)
		if at < 0 || (distance(chosen[at], c) > maxRounding && len(chosen) < 256) {
			at = len(chosen)
			chosen = append(chosen, c)
			small.Palette = append(small.Palette, color.RGBA{c[0], c[1], c[2], c[3]})
		}
		indexes[c] = uint8(at)
	}
	eachPixel(bounds, func(x, y int) { small.SetColorIndex(x, y, indexes[pixel(picture, x, y)]) })
	return small
}

// nearest gives the index of the nearest colour, or -1 where there is none.
func nearest(colours [][4]uint8, c [4]uint8) int {
	at := -1
	for i, other := range colours {
		if at < 0 || distance(other, c) < distance(colours[at], c) {
			at = i
		}
	}
	return at
}

// distance is how much the channel differs that differs most.
func distance(a, b [4]uint8) int {
	d := 0
	for i := range a {
		d = max(d, int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return d
}

func eachPixel(r image.Rectangle, do func(x, y int)) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			do(x, y)
		}
	}
}

// compare tells how two pictures differ, "" where they don't, and shows where: in red.
func compare(got, want *image.RGBA) (fault string, diff *image.RGBA) {
	bounds := got.Bounds().Union(want.Bounds())
	diff = image.NewRGBA(bounds)
	differing := 0
	eachPixel(bounds, func(x, y int) {
		a, b := pixel(got, x, y), pixel(want, x, y)
		if distance(a, b) > maxDistance {
			differing++
			diff.SetRGBA(x, y, color.RGBA{200, 0, 0, 255})
			return
		}
		grey := 192 + b[1]/4
		diff.SetRGBA(x, y, color.RGBA{grey, grey, grey, 255})
	})
	switch {
	case got.Bounds() != want.Bounds():
		fault = fmt.Sprintf("it is %v, want %v", got.Bounds().Size(), want.Bounds().Size())
	case differing*1e6 > maxShare*bounds.Dx()*bounds.Dy():
		fault = fmt.Sprintf("%d pixels differ", differing)
	}
	return fault, diff
}

// What people would see must be found, and the same page twice must not.
func TestScreenshotsTellChanges(t *testing.T) {
	skipWithoutTime(t)
	tb := startBrowser(t).tab(t)
	maker := newPageMaker(t)
	picture := func(page, style string) *image.RGBA {
		got, err := tb.picture(pageView{maker.make(t, page, style, ""), 1280, "light"})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	long := strings.Replace(goodPage, "</main>", `<div class="tall">Långt ned</div></main>`, 1)
	style := goodStyle + ".tall { height: 2500px }"
	var saved bytes.Buffer
	if err := png.Encode(&saved, paletted(picture(long, style))); err != nil {
		t.Fatal(err)
	}
	approved, err := decode(saved.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if fault, _ := compare(picture(long, style), approved); fault != "" {
		t.Errorf("a second run: %s", fault)
	}
	for name, changed := range map[string]*image.RGBA{
		"a changed colour": picture(long, style+"h1 { color: #800 }"),
		"a moved box":      picture(long, style+".tag { margin-left: 4px }"),
		"a missing line":   picture(long, style+"p:has([href^=tel]) { visibility: hidden }"),
		"a missing word":   picture(strings.Replace(long, "Inställd", "", 1), style),
		"a longer page":    picture(goodPage, goodStyle),
	} {
		if fault, _ := compare(changed, approved); fault == "" {
			t.Errorf("%s is not seen", name)
		}
	}
}
