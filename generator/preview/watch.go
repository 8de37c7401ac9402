package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long Watch waits for more events before it calls: a save is two or three within a millisecond,
// a checkout of another branch hundreds within a second.
const (
	quiet      = 8 * time.Millisecond
	quietBurst = 80 * time.Millisecond
	burst      = 20                     // events that make a burst
	patience   = time.Second            // after which it calls although events go on coming
	again      = 300 * time.Millisecond // after which it calls once more, for what the events left out
)

// Poll is how often Watch looks by itself where no events can be had.
const Poll = 700 * time.Millisecond

// Watch calls changed when files in the folders may have changed, until ctx ends: first with the paths
// that events named, and soon after without any, to look at all files. Events are a hint only, so lost
// and doubled ones do no harm. With poll, or where the system gives no events, changed is called again and again. say tells of that.
func Watch(ctx context.Context, folders []string, poll bool, changed func(paths []string), say func(string)) error {
	if poll {
		return pollFolders(ctx, changed)
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		say(fmt.Sprintf("no file events (%v): looking every %v", err, Poll))
		return pollFolders(ctx, changed)
	}
	defer watcher.Close()
	for _, folder := range folders {
		if err := addFolders(watcher, folder); err != nil {
			say(fmt.Sprintf("no file events for %s (%v): looking every %v", folder, err, Poll))
			return pollFolders(ctx, changed)
		}
	}
	w := &watch{watcher: watcher, changed: changed, folders: folders}
	return w.run(ctx)
}

func pollFolders(ctx context.Context, changed func([]string)) error {
	ticker := time.NewTicker(Poll)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
			changed(nil)
		}
	}
}

// addFolders watches a folder and those in it. A file is never watched itself: editors that save by
// renaming a new file over the old one would take the watch with them.
func addFolders(watcher *fsnotify.Watcher, folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name != folder:
			return nil // gone again
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case strings.HasPrefix(entry.Name(), ".") && name != folder:
			return fs.SkipDir
		}
		return watcher.Add(name)
	})
}

// A watch gathers events into calls.
type watch struct {
	watcher *fsnotify.Watcher
	changed func(paths []string)
	folders []string

	paths  map[string]bool // that events named since the last call
	count  int             // of these events
	first  time.Time       // of them
	due    <-chan time.Time
	follow bool // the call that is due looks at all files
}

func (w *watch) run(ctx context.Context) error {
	w.paths = map[string]bool{}
	for {
		select {
		case <-ctx.Done():
			return nil
		case event, ok := <-w.watcher.Events:
			if !ok {
				return nil
			}
			if w.concerns(event) {
				w.note(event.Name)
			}
		case err, ok := <-w.watcher.Errors:
			if !ok {
				return nil
			}
			// Events were lost: which, nobody knows, so folders may be new as well.
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				w.watchAll()
			}
			w.due, w.follow = time.After(quietBurst), true
		case <-w.due:
			w.call()
		}
	}
}

// note puts off the call until no more events come, but not for ever.
func (w *watch) note(path string) {
	if w.count == 0 {
		w.first = time.Now()
	}
	w.count++
	w.paths[path] = true
	w.follow = false
	w.due = time.After(min(wait(w.count), max(0, patience-time.Since(w.first))))
}

func (w *watch) call() {
	if w.follow {
		w.due, w.follow = nil, false
		w.changed(nil)
		return
	}
	var paths []string
	if w.count < burst {
		paths = slices.Sorted(maps.Keys(w.paths))
	}
	w.count = 0
	clear(w.paths)
	w.changed(paths)
	w.due, w.follow = time.After(again), true
}

func wait(count int) time.Duration {
	if count >= burst {
		return quietBurst
	}
	return quiet
}

func (w *watch) watchAll() {
	for _, folder := range w.folders {
		_ = addFolders(w.watcher, folder) // what can't be watched is found by the call that follows
	}
}

// concerns tells whether an event can mean a change, and watches folders that are new. A file may be
// in such a folder already: the call that follows finds it.
func (w *watch) concerns(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod || isJunk(filepath.Base(event.Name)) {
		return false
	}
	if event.Has(fsnotify.Create) {
		if info, err := os.Lstat(event.Name); err == nil && info.IsDir() {
			_ = addFolders(w.watcher, event.Name)
		}
	}
	return true
}

// isJunk finds what editors and systems write for themselves: swap files of vim (4913 is its test file),
// backups, locks of LibreOffice and Emacs.
func isJunk(base string) bool {
	return base == "4913" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~") ||
		strings.HasSuffix(base, ".tmp") || strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".swx")
}
