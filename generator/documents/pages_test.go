package documents

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// A maker writes a PDF file object by object.
type maker struct {
	bytes.Buffer
	offsets []int
}

func newMaker(objects ...string) *maker {
	m := &maker{}
	m.WriteString("%PDF-1.7\n")
	for _, o := range objects {
		m.add(o)
	}
	return m
}

// add writes the object of the next number.
func (m *maker) add(object string) int {
	m.offsets = append(m.offsets, m.Len())
	fmt.Fprintf(m, "%d 0 obj\n%s\nendobj\n", len(m.offsets), object)
	return len(m.offsets)
}

func (m *maker) addStream(header, data string) int {
	return m.add(fmt.Sprintf("<<%s/Length %d>>stream\r\n%s\nendstream", header, len(data), data))
}

// end writes the table of the objects from first on as text, and what comes after it.
func (m *maker) end(first int, trailer string) []byte {
	at := m.Len()
	fmt.Fprintf(m, "xref\n%d %d\n", first, len(m.offsets)+1-first)
	for i := first; i <= len(m.offsets); i++ {
		if i == 0 {
			m.WriteString("0000000000 65535 f \n")
			continue
		}
		fmt.Fprintf(m, "%010d 00000 n \n", m.offsets[i-1])
	}
	m.finish(trailer, at)
	return m.Bytes()
}

func (m *maker) finish(trailer string, at int) {
	if trailer != "" {
		fmt.Fprintf(m, "trailer\n<<%s>>\n", trailer)
	}
	fmt.Fprintf(m, "startxref\n%d\n%%%%EOF\n", at)
}

func zipped(data string) string {
	var w bytes.Buffer
	z := zlib.NewWriter(&w)
	z.Write([]byte(data))
	z.Close()
	return w.String()
}

const (
	catalogue = "<</Type/Catalog/Lang(sv \\) \\( (x))/ID<0aff>/Pages 2 0 R>> % a remark"
	page      = "<</Type/Page/Parent 2 0 R/Rotate -.5 /Flag true/Dates[1 2 3]>>"
)

func pagesNode(count int, kids ...string) string {
	return fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", count, strings.Join(kids, " "))
}

// plain is a file of two pages, one of them in a branch, that has a table as text.
func plain() *maker {
	return newMaker(catalogue, pagesNode(2, "3 0 R", "4 0 R"), page, pagesNode(1, "3 0 R"))
}

// modern has its objects packed, and a table that is packed too, with the rows' differences.
func modern(count int, edit func(table string) string) []byte {
	m := newMaker()
	objects := []string{catalogue, pagesNode(count, "3 0 R"), page}
	var numbers, packed string
	for i, o := range objects {
		numbers += fmt.Sprintf("%d %d ", i+1, len(packed))
		packed += o + "\n"
	}
	m.offsets = make([]int, 3) // of those that are packed
	inside := m.addStream(fmt.Sprintf("/Type/ObjStm/N 3/First %d/Filter/FlateDecode", len(numbers)), zipped(numbers+packed))
	at := m.Len()
	rows, above := "", make([]byte, 4)
	for i := range 5 {
		row := []byte{2, 0, byte(inside), byte(i - 1)}
		switch i {
		case 0:
			row = []byte{0, 0, 0, 0}
		case 4:
			row = []byte{1, byte(m.offsets[3] >> 8), byte(m.offsets[3]), 0}
		}
		filtered := []byte{2}
		for k := range row {
			filtered = append(filtered, row[k]-above[k])
		}
		rows, above = rows+string(filtered), row
	}
	if edit != nil {
		rows = edit(rows)
	}
	m.addStream("/Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter[/FlateDecode]/DecodeParms[<</Predictor 12/Columns 4>>]", zipped(rows))
	m.finish("", at)
	return m.Bytes()
}

// changed adds a page to a file, as programs do that only write what is new.
func changed() []byte {
	m := plain()
	old := m.end(0, "/Root 1 0 R")
	prev := bytes.LastIndex(old, []byte("xref\n0 "))
	m.offsets[1] = m.Len()
	fmt.Fprintf(m, "2 0 obj\n%s\nendobj\n", pagesNode(3, "3 0 R", "3 0 R", "4 0 R"))
	at := m.Len()
	fmt.Fprintf(m, "xref\n2 1\n%010d 00000 n \n", m.offsets[1])
	m.finish(fmt.Sprintf("/Root 1 0 R/Prev %d", prev), at)
	return m.Bytes()
}

func count(data []byte) (int, bool) { return Pages(bytes.NewReader(data), int64(len(data))) }

func TestPagesAreCounted(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want int
	}{
		"a table as text":    {plain().end(0, "/Root 1 0 R"), 2},
		"everything packed":  {modern(1, nil), 1},
		"changed afterwards": {changed(), 3},
		"a long list":        {newMaker(catalogue, pagesNode(40_000, strings.Repeat("3 0 R ", 40_000)), page).end(0, "/Root 1 0 R"), 40_000},
	} {
		if n, known := count(c.data); !known || n != c.want {
			t.Errorf("%s: %d pages, %v; want %d", name, n, known, c.want)
		}
	}
}

// What is not certain is not said: a number that is wrong would stand on a page.
func TestWhatIsUncertainHasNoNumber(t *testing.T) {
	root := "/Root 1 0 R"
	loop := plain()
	loopAt := loop.Len()
	for name, data := range map[string][]byte{
		"nothing":                  nil,
		"no PDF":                   []byte("startxref is a word"),
		"cut":                      plain().end(0, root)[:300],
		"encrypted":                plain().end(0, root+"/Encrypt 4 0 R"),
		"the sum is another":       newMaker(catalogue, pagesNode(3, "3 0 R"), page).end(0, root),
		"no pages":                 newMaker(catalogue, pagesNode(0)).end(0, root),
		"fewer than none":          newMaker(catalogue, pagesNode(-1, "3 0 R"), page).end(0, root),
		"a branch less than none":  newMaker(catalogue, pagesNode(1, "3 0 R", "3 0 R", "4 0 R"), page, pagesNode(-1)).end(0, root),
		"more than can be":         newMaker(catalogue, pagesNode(1e9, "3 0 R"), pagesNode(1e9)).end(0, root),
		"a kid that is none":       newMaker(catalogue, pagesNode(1, "1 0 R")).end(0, root),
		"an object of another":     newMaker(catalogue, pagesNode(1, "3 0 R"), "1 0 obj").end(0, root),
		"round in a circle":        newMaker("2 0 R", "1 0 R").end(0, root),
		"a table after itself":     loop.end(0, fmt.Sprintf("%s/Prev %d", root, loopAt)),
		"an unknown way to pack":   bytes.ReplaceAll(modern(1, nil), []byte("Predictor 12"), []byte("Predictor 2 ")),
		"a filter that is none":    modern(1, func(rows string) string { return "\x09" + rows[1:] }),
		"a table that is too wide": bytes.ReplaceAll(modern(1, nil), []byte("W[1 2 1]"), []byte("W[9 9 9]")),
		"packed in itself":         modern(1, func(rows string) string { return rows[:20] + "\x00\x01\x00\x04\x00" }),
	} {
		if n, known := count(data); known {
			t.Errorf("%s: %d pages are said", name, n)
		}
	}
}

// A file that was made to hold a program up takes no more of it than its budget.
func TestHostileFilesTakeAMoment(t *testing.T) {
	bomb := newMaker()
	at := bomb.Len()
	bomb.addStream("/Type/XRef/Size 200000000/W[1 2 1]/Root 1 0 R/Filter/FlateDecode", zipped(strings.Repeat("\x01\x00\x09\x00", 100<<20/4)))
	bomb.finish("", at)
	chain := newMaker(catalogue)
	chain.add("[" + strings.Repeat("2 0 R ", 1_000_000) + "]")
	for name, data := range map[string][]byte{
		"a bomb":             bomb.Bytes(),
		"lists in lists":     newMaker(catalogue, strings.Repeat("[", 20<<20)).end(0, "/Root 1 0 R"),
		"groups in groups":   newMaker(catalogue, strings.Repeat("<</A ", 4<<20)).end(0, "/Root 1 0 R"),
		"a long text":        newMaker(catalogue, strings.Repeat("(", 20<<20)).end(0, "/Root 1 0 R"),
		"a list of itself":   chain.end(0, "/Root 1 0 R"),
		"a table of too far": []byte("%PDF-1.4\nxref\n4000000000 1\n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
		"a table too long":   []byte("%PDF-1.4\nxref\n0 9999999999\n0000000009 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"),
	} {
		r := &counting{Reader: bytes.NewReader(data)}
		begin := time.Now()
		if _, known := Pages(r, int64(len(data))); known {
			t.Errorf("%s has pages", name)
		}
		if r.read > budget {
			t.Errorf("%s: %d bytes are read", name, r.read)
		}
		if took := time.Since(begin); took > 20*time.Second { // it is some tenths; without a budget it is for ever
			t.Errorf("%s took %v", name, took)
		}
	}
}

type counting struct {
	*bytes.Reader
	read int
}

func (c *counting) ReadAt(p []byte, at int64) (int, error) {
	c.read += len(p)
	return c.Reader.ReadAt(p, at)
}

var saidPages = regexp.MustCompile(`(?m)^Pages:\s+(\d+)`)

// Another program counts the same.
func TestPdfinfoCountsTheSame(t *testing.T) {
	pdfinfo, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("pdfinfo is not installed (Debian: poppler-utils)")
	}
	for name, data := range map[string][]byte{"modern": modern(1, nil), "changed": changed()} {
		file := filepath.Join(t.TempDir(), name+".pdf")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command(pdfinfo, file).Output()
		n, known := count(data)
		if m := saidPages.FindSubmatch(out); !known || m == nil || string(m[1]) != fmt.Sprint(n) {
			t.Errorf("%s: %d pages, pdfinfo says %s", name, n, out)
		}
	}
}

func FuzzPages(f *testing.F) {
	f.Add(plain().end(0, "/Root 1 0 R"))
	f.Add(modern(1, nil))
	f.Add(changed())
	f.Fuzz(func(t *testing.T, data []byte) {
		if n, known := count(data); known && (n < 1 || n > mostPages) {
			t.Errorf("%d pages", n)
		}
	})
}
