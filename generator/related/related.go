// Package related finds which items have to do with each other: Index, Item, Link, Match.
//
// In come items in the order of time, each with what it is linked to: meetings, topics, words. Out come, for each, the few
// that share the most with it. What many share says little, and what more than half share says nothing.
//
// The work grows with the number of items and not with its square: of all that share a link, only the nearest in time
// are looked at.
package related

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"sync"
)

// An Item is what may be related to others.
type Item struct {
	Links  []Link
	Hidden bool // it is offered to nobody
}

// A Link is something that items share.
type Link struct {
	ID     uint64
	Weight int  // how much it says
	IsWeak bool // alone it is chance: two of them are needed
}

// A Match is an item that another one is related to.
type Match struct {
	Item int
	Why  uint64 // the link that says the most
}

// An Index answers for all items.
type Index struct {
	links  []found   // of all items
	ends   []int32   // by item: where its own end
	places [][]int32 // by link: the items that have it, in their order
	ids    []uint64  // by link
	hidden []bool
	desks  sync.Pool
}

// A found link knows its place in the list of all that have it.
type found struct {
	list, at, weight int32
	isWeak           bool
}

// near is how many items before and after one are looked at that share a link with it.
const near = 4

// New makes the index of items. Of an item nothing is kept: the next one may use its memory again.
func New(items iter.Seq[Item]) *Index {
	x := &Index{}
	numbers := map[uint64]int32{}
	var counts []int32 // by link: the items that have it
	for item := range items {
		for _, l := range item.Links {
			counts = x.add(l, numbers, counts)
		}
		x.hidden, x.ends = append(x.hidden, item.Hidden), append(x.ends, int32(len(x.links)))
	}
	x.place(counts)
	x.weigh()
	n := len(x.hidden)
	x.desks.New = func() any { return &desk{votes: make([]vote, n)} }
	return x
}

// add adds a link of the item that comes next.
func (x *Index) add(l Link, numbers map[uint64]int32, counts []int32) []int32 {
	list, isKnown := numbers[l.ID]
	if !isKnown {
		list = int32(len(x.ids))
		numbers[l.ID] = list
		x.ids, counts = append(x.ids, l.ID), append(counts, 0)
	}
	x.links = append(x.links, found{list: list, at: counts[list], weight: int32(l.Weight), isWeak: l.IsWeak})
	counts[list]++
	return counts
}

// place makes the list of each link, all in one piece of memory.
func (x *Index) place(counts []int32) {
	x.places = make([][]int32, len(counts))
	all, from := make([]int32, len(x.links)), int32(0)
	for list, n := range counts {
		x.places[list] = all[from : from+n : from+n]
		from += n
	}
	for item := range x.ends {
		for _, l := range x.linksOf(item) {
			x.places[l.list][l.at] = int32(item)
		}
	}
}

// linksOf gives the links of an item.
func (x *Index) linksOf(item int) []found {
	if item == 0 {
		return x.links[:x.ends[0]]
	}
	return x.links[x.ends[item-1]:x.ends[item]]
}

// weigh makes a link count the more, the fewer items have it: by the logarithm, in whole numbers, which are the same on
// every machine. Links that say nothing count nothing: those that one item has, that more than half have, and weak
// ones that more than a quarter have.
func (x *Index) weigh() {
	for i := range x.links {
		l := &x.links[i]
		n := len(x.places[l.list])
		rarity := bits.Len(uint(len(x.hidden)/n)) - 1
		if n == 1 || l.isWeak && rarity == 1 {
			rarity = 0
		}
		l.weight *= int32(rarity)
	}
}

// A desk is where the votes for the relations of one item are counted.
type desk struct {
	votes   []vote
	touched []int32
}

type vote struct {
	sum, best int32
	why       int32 // the link
	weak      int16 // how many weak links
	isSound   bool  // there is one that is not weak
}

// Of gives at most limit items that an item is related to, the nearest relation first, and of equal ones that which
// comes first. What skip tells is left out.
func (x *Index) Of(item, limit int, skip func(other int) bool) []Match {
	d := x.desks.Get().(*desk)
	defer x.desks.Put(d)
	for _, l := range x.linksOf(item) {
		if l.weight > 0 {
			x.count(d, l)
		}
	}
	best := make([]int32, 0, limit+1)
	for _, other := range d.touched {
		v := &d.votes[other]
		if len(best) == limit && d.votes[best[limit-1]].sum > v.sum {
			continue // most are
		}
		if (v.isSound || v.weak > 1) && int(other) != item && !x.hidden[other] && !skip(int(other)) {
			best = insert(best, other, limit, d.votes)
		}
	}
	matches := make([]Match, len(best))
	for i, other := range best {
		matches[i] = Match{int(other), x.ids[d.votes[other].why]}
	}
	d.clear()
	return matches
}

// count gives a vote to each of the nearest items that share a link.
func (x *Index) count(d *desk, l found) {
	list := x.places[l.list]
	for _, other := range list[max(0, int(l.at)-near):min(len(list), int(l.at)+near+1)] {
		v := &d.votes[other]
		if v.sum == 0 {
			d.touched = append(d.touched, other)
		}
		v.sum += l.weight
		if l.isWeak {
			v.weak++
		} else {
			v.isSound = true
		}
		if l.weight > v.best {
			v.best, v.why = l.weight, l.list
		}
	}
}

func (d *desk) clear() {
	for _, other := range d.touched {
		d.votes[other] = vote{}
	}
	d.touched = d.touched[:0]
}

// insert puts an item into its place among the best.
func insert(best []int32, item int32, limit int, votes []vote) []int32 {
	at, _ := slices.BinarySearchFunc(best, item, func(a, b int32) int {
		return cmp.Or(cmp.Compare(votes[b].sum, votes[a].sum), cmp.Compare(a, b))
	})
	if at == limit {
		return best
	}
	return firstOf(slices.Insert(best, at, item), limit)
}

func firstOf(items []int32, n int) []int32 { return items[:min(n, len(items))] }
