package pictures

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"

	"golang.org/x/image/draw"
)

// large is a photograph of 24 megapixels, made once.
var large = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, photo(6000, 4000), &jpeg.Options{Quality: 90}); err != nil {
		panic(err)
	}
	return withSegments(b.Bytes(), cameraSegments(1)...)
})

// atOnce runs f on all cores, as a build does.
func atOnce(b *testing.B, f func() error) {
	b.Helper()
	large()
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if err := f(); err != nil {
				b.Error(err)
			}
		}
	})
}

// BenchmarkFloor is what cannot be avoided with this library: each picture decoded and scaled once. Render is
// measured against it.
func BenchmarkFloor(b *testing.B) {
	for name, scaler := range map[string]draw.Interpolator{"CatmullRom": draw.CatmullRom, "BiLinear": draw.BiLinear, "ApproxBiLinear": draw.ApproxBiLinear} {
		b.Run(name, func(b *testing.B) {
			atOnce(b, func() error {
				m, err := jpeg.Decode(bytes.NewReader(large()))
				if err != nil {
					return err
				}
				to := image.NewRGBA(image.Rect(0, 0, 1600, 1067))
				scaler.Scale(to, to.Rect, m, m.Bounds(), draw.Src, nil)
				return nil
			})
		})
	}
}

func BenchmarkRender(b *testing.B) {
	files := map[string][]byte{"sRGB": large(), "P3": withSegments(large(), profileSegment(p3()))}
	for name, file := range files {
		b.Run(name, func(b *testing.B) {
			atOnce(b, func() error {
				info, f := Inspect("a.jpg", file)
				if f != nil {
					return f
				}
				hashOf(file)
				_, err := Render(info, file)
				return err
			})
		})
	}
}

func BenchmarkInspect(b *testing.B) {
	file := large()
	for b.Loop() {
		if _, f := Inspect("a.jpg", file); f != nil {
			b.Fatal(f)
		}
	}
}

func BenchmarkOriginal(b *testing.B) {
	file := large()
	info, _ := Inspect("a.jpg", file)
	for b.Loop() {
		if _, err := Original(info, file, Words{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWarm asks a warm cache for all files of a picture that was inspected in an earlier build.
func BenchmarkWarm(b *testing.B) {
	c := Open(b.TempDir())
	info, err := os.Stat(".")
	if err != nil {
		b.Fatal(err)
	}
	ask := func() {
		p, err := c.Inspect(Source{Name: "a.jpg", Path: "/a.jpg", Info: info, Read: func() ([]byte, error) { return large(), nil }})
		if err != nil {
			b.Fatal(err)
		}
		for i := range p.Sizes() {
			if _, err := c.Size(p, i); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := c.OriginalFile(p, Words{}); err != nil {
			b.Fatal(err)
		}
	}
	ask()
	c.decodes = func() { b.Error("a picture was decoded") }
	for b.Loop() {
		ask()
	}
}

// A phone at 375 pixels loads the file of 480 or of 960 pixels.
func TestAPhoneLoadsLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("encodes large pictures by one goroutine")
	}
	const must = phoneBudget
	lively := photo(1500, 1000) // leaves and grass
	for i := range lively.Y {
		lively.Y[i] += uint8(uint32(i*i+i) * 2654435761 >> 26)
	}
	for _, m := range []image.Image{photo(3000, 2000), photo(1500, 2000), lively} {
		shape, file := m.Bounds().Size(), jpegOf(t, m)
		info, f := Inspect("a.jpg", file)
		if f != nil {
			t.Fatal(f)
		}
		files, err := Render(info, file)
		if err != nil {
			t.Fatal(err)
		}
		for i, size := range info.Sizes() {
			t.Logf("%v: %d × %d: %d kB", shape, size.Width, size.Height, len(files[i])>>10)
			if size.Width <= 960 && len(files[i]) > must {
				t.Errorf("%d × %d has %d bytes", size.Width, size.Height, len(files[i]))
			}
		}
	}
}

// As many pictures as there are cores and more are asked for at once; what is decoded at the same time is bounded.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() || isRace {
		t.Skip("takes seconds, and minutes under -race, which takes memory of its own")
	}
	const must = 500 << 20
	file := large()
	c := Open("")
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	done := make(chan struct{})
	var most uint64
	var watch, wg sync.WaitGroup
	watch.Go(func() {
		for {
			select {
			case <-done:
				return
			default:
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapInuse)
				time.Sleep(5 * time.Millisecond)
			}
		}
	})
	for i := range 8 {
		wg.Go(func() {
			s := FromBytes(fmt.Sprint(i, ".jpg"), append(bytes.Clone(file), byte(i)))
			p, err := c.Inspect(s)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := c.Size(p, 0); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	close(done)
	watch.Wait()
	t.Logf("at most %d MB in use", most>>20)
	if most > must {
		t.Errorf("%d MB were in use", most>>20)
	}
}
