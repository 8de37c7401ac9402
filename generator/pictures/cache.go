package pictures

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"runtime"
	"strconv"
	"sync"
	"time"

	"alingsas.se/dialog/generator/limits"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
)

// settings changes whenever the files made of a picture do: widths, qualities, what is kept of metadata. What was
// made with others is never found again.
const settings = "4"

// A Cache remembers in a folder what was made of pictures. The folder may be deleted at any time, and several
// programs may use it at once. Where it cannot be read or written, all is made anew: see Trouble. Its methods may be called
// at once.
type Cache struct {
	store   store
	memo    memo
	flights singleflight.Group
	memory  *semaphore.Weighted
	kept    keptFiles
	buffers sync.Pool // of *bytes.Buffer, for files that are looked at one after another
	decodes func()    // is told of each decode; for tests
}

// Open makes a cache in the folder, which need not be there yet; "" keeps nothing on a disk.
func Open(dir string) *Cache {
	c := &Cache{store: newStore(dir, limits.PictureCache), memory: semaphore.NewWeighted(limits.PictureMemory), decodes: func() {}}
	c.buffers.New = func() any { return new(bytes.Buffer) }
	c.memo.load(&c.store)
	return c
}

// Trouble is what kept the cache from being written, nil where nothing did. Pictures are right all the same.
func (c *Cache) Trouble() error { return c.store.trouble() }

// Close writes down what is known of files, and removes what was not asked for longest, where the cache is full.
func (c *Cache) Close() error {
	c.memo.save(&c.store)
	c.store.sealProven()
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
	buffer := c.buffers.Get().(*bytes.Buffer)
	defer c.buffers.Put(buffer)
	data, err := s.readInto(buffer)
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
	if files := c.kept.find(p.Hash); files != nil {
		return files[i], nil
	}
	if file, found := c.store.bytes(sizeKey(p, i)); found {
		return file, nil
	}
	made, err := c.makeSizes(p)
	if err != nil {
		return nil, err
	}
	return made.files[i], nil
}

// SizeFile is Size for whoever needs a file on the disk. It has no name where the cache cannot be written: use Size
// then.
func (c *Cache) SizeFile(p *Picture, i int) (Stored, error) {
	if found, ok := c.store.whole(sizeKey(p, i)); ok || !c.store.isUsable() {
		return found, nil
	}
	made, err := c.makeSizes(p)
	if err != nil {
		return Stored{}, err
	}
	return made.stored[i], nil
}

func sizeKey(p *Picture, i int) string { return keyOf(p.Hash, "size", strconv.Itoa(i)) }

// madeSizes are the files of a picture, and where they lie on the disk.
type madeSizes struct {
	files  [][]byte
	stored []Stored
}

func (c *Cache) makeSizes(p *Picture) (madeSizes, error) {
	made, err, _ := c.flights.Do(p.Hash, func() (any, error) {
		files, err := c.render(p)
		made := madeSizes{files: files}
		isKept := true
		for i, file := range files {
			stored := c.store.putWhole(sizeKey(p, i), file)
			made.stored = append(made.stored, stored)
			isKept = isKept && stored.Name != ""
		}
		if err == nil && !isKept {
			c.kept.keep(p.Hash, files)
		}
		return made, err
	})
	return made.(madeSizes), err
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

// OriginalFile gives a file on the disk that holds [Original] of the picture. It has no name where the cache cannot be
// written: use Original then.
func (c *Cache) OriginalFile(p *Picture, words Words) (Stored, error) {
	return c.whole(originalKey(p, words), func() ([]byte, error) { return c.Original(p, words) })
}

// OriginalSum is the SHA-256 of [Original] of the picture, in hexadecimal, for whoever does not need the file; "" where it
// cannot be kept: use Original then.
func (c *Cache) OriginalSum(p *Picture, words Words) (string, error) {
	if kept, isKept := c.store.find(originalKey(p, words)); isKept {
		return kept.SHA256, nil // so its name says, and whether the file is whole or not does not change it
	}
	made, err := c.OriginalFile(p, words)
	if made.Name == "" {
		return "", err
	}
	return made.SHA256, err
}

func originalKey(p *Picture, words Words) string {
	return keyOf(p.Hash, "original", words.Caption, words.Creator, words.Credit, words.Copyright, words.Licence)
}

// File gives a file on the disk that holds what was made of pictures and of other things; parts tell it from all
// else. It is made where it is not there, and has no name where the cache cannot be written.
func (c *Cache) File(parts []string, produce func() ([]byte, error)) (Stored, error) {
	return c.whole(keyOf("", parts...), produce)
}

func (c *Cache) whole(key string, produce func() ([]byte, error)) (Stored, error) {
	if found, ok := c.store.whole(key); ok || !c.store.isUsable() {
		return found, nil
	}
	found, err, _ := c.flights.Do(key, func() (any, error) {
		data, err := produce()
		if err != nil {
			return Stored{}, err
		}
		return c.store.putWhole(key, data), nil
	})
	return found.(Stored), err
}

// keyOf names what was made of a file, and with what. No part runs into the next.
func keyOf(hash string, what ...string) string {
	text := append(make([]byte, 0, 1024), settings+"\x00"+hash...)
	for _, w := range what {
		text = hex.AppendEncode(append(text, 0), []byte(w))
	}
	return hashOf(text)
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
