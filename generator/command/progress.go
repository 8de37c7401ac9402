package command

import (
	"io"
	"os"
	"sync"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// patience is how long a build may be quiet on a terminal.
const patience = time.Second

// A progress counts outputs on a terminal while they are rendered. It looks at them as an inspector does,
// and finds nothing.
type progress struct {
	w     io.Writer
	total int
	began time.Time

	mu   sync.Mutex
	done int
	bar  *progressbar.ProgressBar // nil until patience is over
}

// newProgress gives nil where nobody would see it: w is no terminal, or a dumb one.
func newProgress(env Environment, w io.Writer, total int) *progress {
	file, isFile := w.(*os.File)
	if !isFile || !isatty.IsTerminal(file.Fd()) || env.Getenv("TERM") == "dumb" {
		return nil
	}
	return &progress{w: w, total: total, began: time.Now()}
}

// Inspect counts one output.
func (p *progress) Inspect(web.Route, []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	switch {
	case p.bar != nil:
		_ = p.bar.Add(1) // a terminal that went away is no reason to stop
	case time.Since(p.began) > patience:
		p.bar = progressbar.NewOptions(p.total, progressbar.OptionSetWriter(p.w), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		_ = p.bar.Add(p.done)
	}
}

// InspectFile counts one output.
func (p *progress) InspectFile(r web.Route, _ web.File) error {
	p.Inspect(r, nil)
	return nil
}

// Found ends the bar.
func (p *progress) Found() diag.List {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	return nil
}
