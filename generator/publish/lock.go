package publish

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// A lock keeps two builds out of one folder. It is the kernel's, on a file, and ends with its process, so
// a lock file that a killed build has left behind locks nothing. In the file stands whose lock it is.
type lock struct {
	path string
	held *flock.Flock // nil where the file system has no locks
}

// A HeldError is a folder that another build writes to.
type HeldError struct {
	Dir   string
	PID   int // 0 where it can't be known
	Since time.Time
}

func (e *HeldError) Error() string {
	if e.PID == 0 {
		return "another build writes to " + e.Dir
	}
	return fmt.Sprintf("process %d writes to %s since %s", e.PID, e.Dir, e.Since.Local().Format(time.DateTime))
}

// takeLock locks path for a build of dir, or says in a HeldError who has done so.
func takeLock(path, dir string) (*lock, error) {
	for {
		// Opening a pipe would wait, and a link would lead the pid into another file.
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
			return nil, &FileError{File: path, Err: errors.New("it is no file")}
		}
		l := &lock{path, flock.New(path, flock.SetPermissions(0o644))}
		isOurs, err := l.held.TryLock()
		switch {
		case isUnsupported(err):
			_ = os.Remove(path)
			return &lock{path: path}, nil
		case err != nil:
			return nil, newFileError(path, err)
		case !isOurs:
			return nil, holder(path, dir)
		case l.isCurrent():
			if err := os.WriteFile(path, fmt.Appendf(nil, "%d %s\n", os.Getpid(), time.Now().UTC().Format(time.RFC3339)), 0o644); err != nil {
				l.release()
				return nil, newFileError(path, err)
			}
			return l, nil
		}
		// Between opening and locking it, the file was removed by the build that held it: what we
		// have locked is no longer what the next build will find. Again, then.
		_ = l.held.Unlock()
	}
}

// isCurrent tells whether the file that is locked is still the one with that name.
func (l *lock) isCurrent() bool {
	named, err := os.Lstat(l.path)
	if err != nil {
		return false
	}
	locked, err := l.held.Stat()
	return err == nil && os.SameFile(named, locked)
}

// release removes the file while it is locked. Once it is unlocked, it may belong to the next build. Windows
// removes no file that is open, not even the next build's.
func (l *lock) release() {
	if l.held == nil {
		return
	}
	if runtime.GOOS != "windows" {
		_ = os.Remove(l.path)
	}
	_ = l.held.Unlock()
	if runtime.GOOS == "windows" {
		_ = os.Remove(l.path)
	}
}

// isUnsupported tells whether a file system has no locks, as some on a network.
func isUnsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK)
}

// holder reads whose lock it is. There is a moment in which a build has locked the file and not yet said so.
func holder(path, dir string) *HeldError {
	held := &HeldError{Dir: dir}
	data, err := os.ReadFile(path)
	if err != nil {
		return held
	}
	var pid int
	var since string
	if n, _ := fmt.Sscanf(string(data), "%d %s\n", &pid, &since); n == 2 {
		if at, err := time.Parse(time.RFC3339, since); err == nil {
			held.PID, held.Since = pid, at
		}
	}
	return held
}
