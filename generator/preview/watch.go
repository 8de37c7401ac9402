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

// Poll is how often Watch looks by itself where no events can be had, and a good value where none are wanted.
const Poll = 700 * time.Millisecond

// Watch calls changed when files in the folders may have changed, until ctx ends: first with the paths
// that events named, and soon after without any, to look at all files. Events are a hint only, so lost
// and doubled ones do no harm. With poll, or where the system gives no events, changed is called again and
// again without paths; say tells of the latter.
func Watch(ctx context.Context, folders []string, poll time.Duration, changed func(paths []string), say func(string)) error {
	if poll > 0 {
		return pollFolders(ctx, poll, changed)
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		say(fmt.Sprintf("no file events (%v): looking every %v", err, Poll))
		return pollFolders(ctx, Poll, changed)
	}
	defer watcher.Close()
	w := &watch{watcher: watcher, changed: changed}
	for _, folder := range folders {
		w.folders = append(w.folders, filepath.Clean(folder))
	}
	w.watchAll()
	if err := w.run(ctx); err != nil {
		say(fmt.Sprintf("no file events for some folders (%v): looking every %v", err, Poll))
		return pollFolders(ctx, Poll, changed)
	}
	return nil
}

func pollFolders(ctx context.Context, every time.Duration, changed func([]string)) error {
	ticker := time.NewTicker(every)
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
	root := folder + string(filepath.Separator) // a link to a folder is followed, if it is not inside
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone again
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case isHidden(entry.Name()) && filepath.Clean(name) != folder:
			return fs.SkipDir
		}
		if err := watcher.Add(filepath.Clean(name)); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

// A watch gathers events into calls.
type watch struct {
	watcher *fsnotify.Watcher
	changed func(paths []string)
	folders []string
	failure error // a folder that could not be watched

	paths map[string]bool // that events named since the last call
	count int             // of these events
	isAll bool            // the next call looks at all files
	// A folder is new. It may have been moved: then the watch that it had goes, and where that is told
	// late, the new one goes with it.
	hasMoved bool
	first    time.Time // event since the last call
	due      <-chan time.Time
}

// run returns an error where a folder can't be watched.
func (w *watch) run(ctx context.Context) error {
	w.paths = map[string]bool{}
	w.lookSoon(again) // for what was saved before the folders were watched; the first page comes first
	for w.failure == nil {
		select {
		case <-ctx.Done():
			return nil
		case event, ok := <-w.watcher.Events:
			if !ok {
				return nil
			}
			w.take(event)
		case err, ok := <-w.watcher.Errors:
			if !ok {
				return nil
			}
			// Events were lost: which, nobody knows, so folders may be new as well.
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				w.watchAll()
			}
			w.lookSoon(quietBurst)
		case <-w.due:
			w.call()
		}
	}
	return w.failure
}

// take notes what an event can mean, and watches folders that are new. A file may be in such a folder
// already: the call that follows finds it.
func (w *watch) take(event fsnotify.Event) {
	if event.Op == fsnotify.Chmod || !w.isInside(event.Name) {
		return
	}
	if event.Has(fsnotify.Create) {
		if w.isFolder(event.Name) {
			w.hasMoved = true
			w.keep(addFolders(w.watcher, event.Name))
		}
	}
	if isJunk(filepath.Base(event.Name)) {
		// Some of it may be published all the same, and is found when there is time.
		if w.due == nil {
			w.due = time.After(again)
		}
		return
	}
	w.note(filepath.Clean(event.Name))
}

// isFolder tells whether there is a folder. A link to one counts in place of a watched folder only.
func (w *watch) isFolder(name string) bool {
	info, err := os.Lstat(name)
	if err == nil && slices.Contains(w.folders, filepath.Clean(name)) {
		info, err = os.Stat(name)
	}
	return err == nil && info.IsDir() && (!isHidden(info.Name()) || slices.Contains(w.folders, filepath.Clean(name)))
}

// isHidden finds folders that are nobody's content: git's and editors'. One is published.
func isHidden(base string) bool { return strings.HasPrefix(base, ".") && base != ".well-known" }

// isInside leaves out what happens beside the folders, whose parents are watched as well.
func (w *watch) isInside(name string) bool {
	return slices.ContainsFunc(w.folders, func(folder string) bool {
		rel, err := filepath.Rel(folder, name)
		return err == nil && filepath.IsLocal(rel)
	})
}

// note puts off the call until no more events come, but not for ever.
func (w *watch) note(path string) {
	if w.count == 0 {
		w.first = time.Now()
	}
	w.count++
	w.paths[path] = true
	w.due = time.After(min(wait(w.count), max(0, patience-time.Since(w.first))))
}

// lookSoon lets the next call look at all files.
func (w *watch) lookSoon(after time.Duration) {
	w.isAll = true
	w.due = time.After(after)
}

func (w *watch) call() {
	var paths []string
	if w.count > 0 && w.count < burst && !w.isAll {
		paths = slices.Sorted(maps.Keys(w.paths))
	}
	hadEvents := w.count > 0
	w.due, w.count, w.isAll = nil, 0, false
	clear(w.paths)
	if w.hasMoved && !hadEvents {
		w.hasMoved = false
		w.watchAll()
	}
	w.changed(paths)
	if hadEvents {
		w.due = time.After(again)
	}
}

func wait(count int) time.Duration {
	if count >= burst {
		return quietBurst
	}
	return quiet
}

// watchAll watches the folders, and what they lie in, so that one that is replaced by another is noticed.
func (w *watch) watchAll() {
	for _, folder := range w.folders {
		// It may be another user's; the folder itself is what counts.
		_ = w.watcher.Add(filepath.Dir(filepath.Clean(folder)))
	}
	for _, folder := range w.folders {
		w.keep(addFolders(w.watcher, folder))
	}
}

// keep remembers the first failure.
func (w *watch) keep(err error) {
	if w.failure == nil {
		w.failure = err
	}
}

// isJunk finds what editors and systems write for themselves: swap files of vim (4913 is its test file),
// backups, locks of LibreOffice and Emacs.
func isJunk(base string) bool {
	return base == "4913" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "#") || strings.HasSuffix(base, "~") ||
		strings.HasSuffix(base, ".tmp") || strings.HasSuffix(base, ".swp") || strings.HasSuffix(base, ".swx")
}
