package pictures

import (
	"path/filepath"
	"time"
)

// Known is what somebody else has read of a picture, whose file is not there.
type Known struct {
	Info Info
	Hash string
	Size int64 // of the file, in bytes
}

// Known is what is known of the picture.
func (p *Picture) Known() Known { return Known{p.Info, p.Hash, p.Bytes} }

// KnownAt is when files are said to be changed that others have read.
var KnownAt = time.Unix(0, 0)

// Know tells the cache of a picture's file below a root: one of that size, changed at [KnownAt], is not read.
func (c *Cache) Know(root, name string, k Known) {
	c.memo.lock.Lock()
	defer c.memo.lock.Unlock()
	c.memo.known[filepath.Join(root, filepath.FromSlash(name))] = memoEntry{stamp{k.Size, KnownAt.UnixNano()}, k.Hash, k.Info}
}

// Seen is what is known of a picture that somebody has only looked at, by its first bytes and by how large it is shown: pages
// name the file itself, for which of several sizes there will be is settled when it is read. Of what is no picture
// nothing is known.
func Seen(head []byte, width, height int, size int64) (k Known, isPicture bool) {
	kind := kindOf(head)
	return Known{Info: Info{Kind: kind, Width: width, Height: height, Bytes: size, Orientation: 1}, Size: size}, kind != "" && width > 0
}
