package preview

import (
	"slices"
	"sync"
)

// lastPages are the pages that were looked at last, as they were when they could be rendered.
type lastPages struct {
	mu    sync.Mutex
	pages map[pageKey][]byte
	order []pageKey // the one that was looked at longest ago comes first
}

type pageKey struct {
	view View
	url  string
}

const lastPagesLimit = 50

func (l *lastPages) keep(key pageKey, page []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.pages == nil {
		l.pages = map[pageKey][]byte{}
	}
	if i := slices.Index(l.order, key); i >= 0 {
		l.order = slices.Delete(l.order, i, i+1)
	} else if len(l.order) == lastPagesLimit {
		delete(l.pages, l.order[0])
		l.order = slices.Delete(l.order, 0, 1)
	}
	l.order = append(l.order, key)
	l.pages[key] = page
}

func (l *lastPages) get(key pageKey) (page []byte, found bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	page, found = l.pages[key]
	return page, found
}
