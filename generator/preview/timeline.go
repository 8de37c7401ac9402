package preview

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// A timeline shows when texts are public: a line each, from left to right in time, with the years and today.
type timeline struct {
	Bars   []bar
	Years  []mark
	Today  share
	Height int // in pixels
}

// A bar is the time in which a text is public.
type bar struct {
	Title, State string
	X, Width     share
	Y            int // in pixels
}

// A mark is where a year begins. One that would stand in another's label has none.
type mark struct {
	Label string
	X     share
}

// A share is a part of the whole width, from 0 to 1. A drawing in shares keeps its letters in shape at every width.
type share float64

func (s share) String() string { return fmt.Sprintf("%.1f%%", 100*s) }

const (
	timelineBars = 40 // the newest
	barHeight    = 18
	yearHeight   = 24          // of the line that the years stand in
	leastWidth   = share(.004) // of a bar that can be seen
	labelWidth   = share(.13)  // of a year, on a phone
)

func newTimeline(r Result) timeline {
	var items []Item
	for _, i := range r.Items {
		if !i.From.IsZero() && i.Kind == "press" {
			items = append(items, i)
		}
	}
	if len(items) == 0 {
		return timeline{}
	}
	slices.SortFunc(items, func(a, b Item) int { return b.From.Compare(a.From) })
	items = items[:min(len(items), timelineBars)]
	from, to := items[len(items)-1].From, r.Moment
	for _, i := range items {
		to = latest(to, i.From, i.Until)
	}
	from, to = from.AddDate(0, 0, -7), to.AddDate(0, 0, 7)
	at := func(t time.Time) share { return share(float64(t.Sub(from)) / float64(to.Sub(from))) }
	line := timeline{Today: at(r.Moment), Years: yearMarks(from, to, at), Height: yearHeight + barHeight*len(items)}
	for n, i := range items {
		end := to
		if !i.Until.IsZero() {
			end = i.Until
		}
		line.Bars = append(line.Bars, bar{Title: i.Title, State: i.State, X: at(i.From), Width: max(leastWidth, at(end)-at(i.From)), Y: yearHeight + n*barHeight})
	}
	return line
}

// yearMarks gives a mark for the beginning of each year, and first the year in which the line begins.
func yearMarks(from, to time.Time, at func(time.Time) share) []mark {
	marks := []mark{{strconv.Itoa(from.Year()), 0}}
	free := labelWidth // from here on there is room for a label
	for year := from.Year() + 1; year <= to.Year(); year++ {
		m := mark{X: at(time.Date(year, 1, 1, 0, 0, 0, 0, from.Location()))}
		if m.X < labelWidth && len(marks) == 1 {
			marks[0].Label = "" // the year that follows says which was before
			free = 0
		}
		if m.X >= free {
			m.Label, free = strconv.Itoa(year), m.X+labelWidth
		}
		marks = append(marks, m)
	}
	return marks
}
