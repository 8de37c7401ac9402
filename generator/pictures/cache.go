package pictures

import (
	"context"
	"encoding/hex"
	"errors"
	"runtime"
	"sync"
	"time"

	"alingsas.se/dialog/generator/limits"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

// settings changes whenever the files made of a picture do: widths, qualities, what is kept of metadata. What was
// made with others is never found again.
const settings = "1"

// A Cache remembers in a folder what was made of pictures. The folder may be deleted at any time, and several
// programs may use it at once. Where it cannot be read or written, all is made anew: see Trouble. Its methods may be called
// at once.
type Cache struct {
	store   store
	memo    memo
	flights singleflight.Group
	memory  *semaphore.Weighted
	kept    keptFiles
	decodes func() // is told of each decode; for tests
}

// Open makes a cache in the folder, which need not be there yet; "" keeps nothing on a disk.
func Open(dir string) *Cache {
	c := &Cache{store: store{dir: dir, limit: limits.PictureCache}, memory: semaphore.NewWeighted(limits.PictureMemory), decodes: func() {}}
	c.memo.load(&c.store)
	return c
}

// Trouble is what kept the cache from being written, nil where nothing did. Pictures are right all the same.
func (c *Cache) Trouble() error { return c.store.trouble() }

// Close writes down what is known of files, and removes what was not asked for longest, where the cache is full.
func (c *Cache) Close() error {
	c.memo.save(&c.store)
	c.store.evict()
	return c.Trouble()
}

// Inspect is [Inspect] for a file that may have been inspected before. The error is a *[Fault] where the author
// can mend it; with the fault PictureName there is a Picture all the same.
func (c *Cache) Inspect(s Source) (*Picture, error) {
	stamp, known := stampOf(s)
	if known {
		if m, found := c.memo.find(s.Path, stamp); found {
			return &Picture{m.Info, m.Hash, s}, nil
		}
	}
	data, err := s.Read()
	if err != nil {
		return nil, err
	}
	info, f := Inspect(s.Name, data)
	if f != nil && info.Kind == "" {
		return nil, f
	}
	p := &Picture{info, hashOf(data), s}
	if f != nil {
		return p, f
	}
	if known {
		c.memo.remember(s.Path, stamp, p, time.Now())
	}
	return p, nil
}

// Size gives one of the files that pages show: that of [Info.Sizes] with the same index. The first that is asked
// for makes them all.
func (c *Cache) Size(p *Picture, i int) ([]byte, error) {
	key := keyOf(p.Hash, "sizes")
	if files := c.kept.find(key); files != nil {
		return files[i], nil
	}
	if file, err := c.store.part(key, i); err == nil {
		return file, nil
	}
	files, err, _ := c.flights.Do(key, func() (any, error) {
		files, err := c.render(p)
		if err == nil && !c.store.putParts(key, files) {
			c.kept.keep(key, files)
		}
		return files, err
	})
	if err != nil {
		return nil, err
	}
	return files.([][]byte)[i], nil
}

// render waits until there is memory for the picture.
func (c *Cache) render(p *Picture) ([][]byte, error) {
	weight := min(limits.PictureMemory, max(p.Memory, limits.PictureMemory/int64(runtime.GOMAXPROCS(0))))
	if err := c.memory.Acquire(context.Background(), weight); err != nil {
		return nil, err
	}
	defer c.memory.Release(weight)
	data, err := p.read()
	if err != nil {
		return nil, err
	}
	c.decodes()
	files, err := Render(p.Info, data)
	var f *Fault
	if errors.As(err, &f) {
		f.nameFile(p.source.Name)
	}
	return files, err
}

// Original is [Original] of the picture.
func (c *Cache) Original(p *Picture, words Words) ([]byte, error) {
	data, err := p.read()
	if err != nil {
		return nil, err
	}
	return Original(p.Info, data, words)
}

// OriginalFile gives the name of a file on the disk that holds [Original] of the picture, to be copied or linked
// to. It may not be written to. The name is "" where the cache cannot be written: use Original then.
func (c *Cache) OriginalFile(p *Picture, words Words) (string, error) {
	key := keyOf(p.Hash, "original", words.Caption, words.Creator, words.Credit, words.Copyright, words.Licence)
	if name := c.store.whole(key); name != "" {
		return name, nil
	}
	data, err := c.Original(p, words)
	if err != nil {
		return "", err
	}
	return c.store.putWhole(key, data), nil
}

// keyOf names what was made of a file, and with what. No part runs into the next.
func keyOf(hash string, what ...string) string {
	text := settings + "\x00" + hash
	for _, w := range what {
		text += "\x00" + hex.EncodeToString([]byte(w))
	}
	return hashOf([]byte(text))
}

// keptFiles holds what could not be written, as long as it is little: the other sizes of a picture are asked for
// next.
type keptFiles struct {
	lock  sync.Mutex
	files map[string][][]byte
	order []string
}

const keptPictures = 64

func (k *keptFiles) keep(key string, files [][]byte) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if k.files == nil {
		k.files = map[string][][]byte{}
	}
	if len(k.order) == keptPictures {
		delete(k.files, k.order[0])
		k.order = k.order[1:]
	}
	k.files[key] = files
	k.order = append(k.order, key)
}

func (k *keptFiles) find(key string) [][]byte {
	k.lock.Lock()
	defer k.lock.Unlock()
	return k.files[key]
}
