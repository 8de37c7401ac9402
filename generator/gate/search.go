package gate

import "bytes"

// A searcher finds many patterns in one pass over a text, after Wu and Manber, "A fast algorithm for
// multi-pattern searching" (1994): it looks at three bytes and skips as many as no pattern can end in. On
// pages and some hundred patterns it is several times as fast as the automata that Go's libraries make, which
// would be a tenth of a build.
type searcher struct {
	patterns [][]byte
	window   int // the length of the shortest pattern
	shift    []uint8
	ending   map[uint16][]int // patterns by the hash of the last three bytes of their first window
}

const block = 3

// newSearcher takes patterns; those shorter than the shortest that is looked for are never found.
func newSearcher(patterns [][]byte) *searcher {
	s := &searcher{patterns: patterns, shift: make([]uint8, 1<<16), ending: map[uint16][]int{}}
	for _, p := range patterns {
		if len(p) >= shortest && (s.window == 0 || len(p) < s.window) {
			s.window = min(len(p), 1<<8)
		}
	}
	if s.window == 0 {
		return s
	}
	for i := range s.shift {
		s.shift[i] = uint8(s.window - block + 1)
	}
	for i, p := range patterns {
		if len(p) < shortest {
			continue
		}
		for end := block; end <= s.window; end++ {
			h := hash(p[end-block : end])
			s.shift[h] = min(s.shift[h], uint8(s.window-end))
		}
		h := hash(p[s.window-block : s.window])
		s.ending[h] = append(s.ending[h], i)
	}
	return s
}

func hash(b []byte) uint16 { return uint16(b[0])<<8 ^ uint16(b[1])<<4 ^ uint16(b[2]) }

// each calls do for every place where a pattern stands, by its number and offset.
func (s *searcher) each(data []byte, do func(pattern, at int)) {
	if s.window == 0 {
		return
	}
	for end := s.window; end <= len(data); {
		h := hash(data[end-block : end])
		if skip := s.shift[h]; skip > 0 {
			end += int(skip)
			continue
		}
		at := end - s.window
		for _, i := range s.ending[h] {
			if bytes.HasPrefix(data[at:], s.patterns[i]) {
				do(i, at)
			}
		}
		end++
	}
}
