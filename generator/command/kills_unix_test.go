//go:build unix

package command

import (
	"errors"
	"flag"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/fsnotify/fsnotify"
)

var (
	kills    = flag.Int("kills", 15, "how many builds are killed (TestKilledBuilds)")
	killSeed = flag.Uint64("killseed", 0, "the seed of the moments at which they are; 0 takes one from the clock")
)

// A killer builds one of two sites into a folder and kills the build.
type killer struct {
	t       *testing.T
	roots   [2]string
	want    [2]sitetest.Tree
	out     string
	random  *rand.Rand
	whole   time.Duration // of the last build that was not killed
	writing float64       // the part of it that begins with the staging folder
	killed  int
}

// Builds of two sites into one folder are killed at random moments: half of them in the whole of a build, half
// while it writes. Each file is that of one site or the other then, as a whole, and nothing else is there.
// The next build makes its site of it, whether it begins with a whole folder or with what several
// killed ones have left, or is the first.
func TestKilledBuilds(t *testing.T) {
	seed := *killSeed
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("-killseed=%d", seed)
	k := newKiller(t, seed)
	count := sitetest.Times(*kills)
	for i := range count {
		next := i % 2
		isFirst := k.random.IntN(4) == 0
		if isFirst {
			if err := os.RemoveAll(k.out); err != nil {
				t.Fatal(err)
			}
		}
		from := sitetest.ReadTree(t, k.out)
		wasWhole := maps.Equal(from, k.want[1-next])
		k.buildAndKill(next, i/2%2 == 0)
		k.wantWhole()
		if wasWhole {
			k.wantNoDeadEnd()
		}
		if k.random.IntN(3) > 0 || i == count-1 {
			k.build(next)
			k.wantExactly(next)
		}
		if t.Failed() {
			t.Fatalf("after %d builds", i+1)
		}
	}
	t.Logf("%d of %d builds were killed before they ended; a build takes %v, %.0f %% of it for writing", k.killed, count, k.whole, 100*k.writing)
}

func newKiller(t *testing.T, seed uint64) *killer {
	work := t.TempDir()
	k := &killer{t: t, out: filepath.Join(work, "site", "public"), random: rand.New(rand.NewPCG(seed, 0))}
	for i, name := range []string{"a", "b"} {
		root := filepath.Join(work, name)
		for _, dir := range []string{"content", "templates", "static"} {
			if err := os.CopyFS(filepath.Join(root, dir), os.DirFS(filepath.Join(sitetest.Project, dir))); err != nil {
				t.Fatal(err)
			}
		}
		k.roots[i] = root
		k.edit(i, "templates/base.html", "</body>", "<p>"+strings.Repeat(name, 2000)+"</p></body>")
		k.edit(i, "static/assets/site.css", "", "."+name+"{color:red}")
		k.add(i, "content/press/bara-"+name+".md", "---\ntitle: Bara "+name+"\ndate: 2012-03-01\n---\n"+name+"\n")
		k.add(i, "static/bara-"+name+"/bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
		k.add(i, []string{"static/turns", "static/turns/deep/file.txt"}[i], name)
	}
	for i := range k.roots {
		k.build(i)
		k.want[i] = sitetest.ReadTree(t, k.out)
	}
	k.measure()
	return k
}

func (k *killer) edit(i int, name, old, new string) {
	k.t.Helper()
	data, err := os.ReadFile(filepath.Join(k.roots[i], name))
	if err != nil || !strings.Contains(string(data), old) {
		k.t.Fatalf("%s: no %s (%v)", name, old, err)
	}
	k.add(i, name, strings.Replace(string(data), old, new, 1))
}

func (k *killer) add(i int, name, text string) {
	k.t.Helper()
	file := filepath.Join(k.roots[i], name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		k.t.Fatal(err)
	}
}

func (k *killer) command(i int) *exec.Cmd {
	return exec.Command("generator", "build", "--root", k.roots[i], "--out", k.out, "--now", "2012-03-28 12:00", "--quiet", "--messages", "en")
}

func (k *killer) build(i int) {
	k.t.Helper()
	began := time.Now()
	if out, err := k.command(i).CombinedOutput(); err != nil {
		k.t.Fatalf("build: %v\n%s", err, out)
	}
	k.whole = time.Since(began)
}

// watch tells of the moment in which the staging folder appears.
func (k *killer) watch() (staged <-chan time.Time, stop func()) {
	k.t.Helper()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		k.t.Fatal(err)
	}
	if err := watcher.Add(filepath.Dir(k.out)); err != nil {
		k.t.Fatal(err)
	}
	found := make(chan time.Time, 1)
	go func() {
		for event := range watcher.Events {
			if event.Has(fsnotify.Create) && filepath.Base(event.Name) == ".public.staging" {
				found <- time.Now()
				break
			}
		}
		for range watcher.Events { // until it is closed
		}
	}()
	return found, func() { watcher.Close() }
}

func (k *killer) measure() {
	staged, stop := k.watch()
	defer stop()
	k.build(0)
	k.writing = float64(time.Since(<-staged)) / float64(k.whole)
}

// buildAndKill begins to build a site and kills the build at a random moment, counted from its beginning
// or from when it begins to write.
func (k *killer) buildAndKill(i int, whileWriting bool) {
	k.t.Helper()
	staged, stop := k.watch()
	defer stop()
	command := k.command(i)
	var out strings.Builder
	command.Stdout, command.Stderr = &out, &out
	if err := command.Start(); err != nil {
		k.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	wait := k.random.Float64() * float64(k.whole)
	if whileWriting {
		wait *= k.writing
		select {
		case <-staged:
		case err := <-ended: // before we heard of its staging folder
			ended <- err
		}
	}
	select {
	case err := <-ended:
		if err != nil {
			k.t.Fatalf("build: %v\n%s", err, &out)
		}
		return
	case <-time.After(time.Duration(wait)):
	}
	_ = command.Process.Kill()
	if err := <-ended; err != nil {
		k.killed++
	}
}

// wantWhole tells of files that are neither of one site nor of the other.
func (k *killer) wantWhole() {
	k.t.Helper()
	for name, data := range sitetest.ReadTree(k.t, k.out) {
		isWhole := false
		for _, site := range k.want {
			want, isThere := site[name]
			isWhole = isWhole || isThere && data == want
		}
		if !isWhole {
			k.t.Errorf("%s is neither old nor new: %d bytes", name, len(data))
		}
	}
	k.wantBeside(".public.lock", ".public.staging", "public")
}

func (k *killer) wantBeside(names ...string) {
	k.t.Helper()
	entries, err := os.ReadDir(filepath.Dir(k.out))
	if err != nil {
		k.t.Fatal(err)
	}
	for _, entry := range entries {
		isKnown := false
		for _, name := range names {
			isKnown = isKnown || entry.Name() == name
		}
		if !isKnown {
			k.t.Errorf("%s lies beside the folder", entry.Name())
		}
	}
}

// address is a link to something of the site.
var address = regexp.MustCompile(`(?:href|src)="/([^"#?]*)`)

// wantNoDeadEnd tells of what a page of both sites names and that is not there, though one of them has it.
func (k *killer) wantNoDeadEnd() {
	k.t.Helper()
	there := sitetest.ReadTree(k.t, k.out)
	for name, data := range there {
		if k.want[0][name] == "" || k.want[1][name] == "" {
			continue
		}
		for _, m := range address.FindAllStringSubmatch(data, -1) {
			file := m[1]
			if file == "" || strings.HasSuffix(file, "/") {
				file += "index.html"
			}
			if k.want[0][file]+k.want[1][file] != "" && there[file] == "" {
				k.t.Errorf("%s names %s, which is not there", name, file)
			}
		}
	}
}

func (k *killer) wantExactly(i int) {
	k.t.Helper()
	got := sitetest.ReadTree(k.t, k.out)
	for name := range got {
		if _, isThere := k.want[i][name]; !isThere {
			k.t.Errorf("%s is still there", name)
		}
	}
	for name, want := range k.want[i] {
		if got[name] != want {
			k.t.Errorf("%s: %d bytes, want %d", name, len(got[name]), len(want))
		}
	}
	k.wantBeside("public")
}
