package pictures

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A stamp tells, without reading a file, that it is what it was.
type stamp struct {
	Size    int64
	ModTime int64 // in nanoseconds
}

func stampOf(s Source) (stamp, bool) {
	if s.Path == "" || s.Info == nil {
		return stamp{}, false
	}
	return stamp{s.Info.Size(), s.Info.ModTime().UnixNano()}, true
}

// A memo remembers of files what was read of them, so that one that has not changed is not read again.
type memo struct {
	lock    sync.Mutex
	known   map[string]memoEntry // by path
	changed bool
}

type memoEntry struct {
	Stamp stamp
	Hash  string
	Info  Info
}

func (m *memo) find(path string, s stamp) (memoEntry, bool) {
	m.lock.Lock()
	defer m.lock.Unlock()
	e, found := m.known[path]
	return e, found && e.Stamp == s
}

// settled is how long ago a file has to be changed for its time to tell the next change: some disks count in
// steps of two seconds.
const settled = 3 * time.Second

func (m *memo) remember(path string, s stamp, p *Picture, now time.Time) {
	if now.Sub(time.Unix(0, s.ModTime)) < settled {
		return
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	m.known[path] = memoEntry{s, p.Hash, p.Info}
	m.changed = true
}

// memoLimit is how many files are remembered; beyond it all are forgotten, and read once more.
const memoLimit = 100_000

const memoName = "files-" + settings + ".json"

// load reads what was saved: a line with the sum of the rest. What is not whole is forgotten.
func (m *memo) load(s *store) {
	m.known = map[string]memoEntry{}
	if s.dir == "" {
		return
	}
	data, err := os.ReadFile(filepath.Join(s.dir, memoName))
	if err != nil {
		return
	}
	sum, rest, _ := bytes.Cut(data, []byte("\n"))
	if string(sum) != hashOf(rest) || json.Unmarshal(rest, &m.known) != nil || len(m.known) > memoLimit {
		m.known = map[string]memoEntry{}
	}
}

// save writes what is known. Of two programs that save at once, one is heard; the other's files are read again.
func (m *memo) save(s *store) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if !m.changed {
		return
	}
	if data, err := json.Marshal(m.known); err == nil {
		m.changed = !s.write(filepath.Join(s.dir, memoName), 0o600, []byte(hashOf(data)+"\n"), data)
	}
}
