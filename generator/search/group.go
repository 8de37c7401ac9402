//go:build !js

package search

import "strings"

// Limits of what is taken together.
const (
	mostJoined   = 4  // words joined by hyphens
	longestPhone = 13 // digits
	shortestCall = 7  // digits of a telephone number with its area
	shortestOwn  = 5  // and without
)

// groupAt gives the group that begins with a token, and where the next one begins. Each rule tells where its group ends,
// or where it began.
func (s *scanner) groupAt(i int) (g group, next int) {
	if !s.isJoined(i + 1) {
		return group{from: i, to: i + 1}, i + 1
	}
	for _, rule := range [...]func(*scanner, int) (int, []string){(*scanner).phone, (*scanner).thousands, (*scanner).date, (*scanner).chain} {
		if end, joined := rule(s, i); end > i+1 {
			return group{i, end, joined}, end
		}
	}
	if s.isEnding(i + 1) {
		return group{from: i, to: i + 1}, i + 2
	}
	return group{from: i, to: i + 1}, i + 1
}

// isJoined tells whether a token may have to do with the one before it.
func (s *scanner) isJoined(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].before == apart {
		return false
	}
	if g := s.tokens[i].before; g == space || g == dotted {
		return s.tokens[i-1].isNumber || s.tokens[i].isNumber
	}
	return true
}

func (s *scanner) length(i int) int { return s.tokens[i].to - s.tokens[i].from }

// join writes tokens as one word.
func (s *scanner) join(from, to int) string {
	s.spare = s.spare[:0]
	for i := from; i < to; i++ {
		s.spare = append(s.spare, s.word(i)...)
	}
	return string(s.spare)
}

// phone takes 0322-61 60 00 and +46 322 61 60 00 for one number, also without the area.
func (s *scanner) phone(i int) (end int, joined []string) {
	first := s.tokens[i]
	if !first.isNumber || !first.isPlus && (s.folded[first.from] != '0' || s.length(i) > 4) {
		return i, nil
	}
	digits := s.length(i)
	for end = i + 1; end < len(s.tokens) && s.tokens[end].isNumber; end++ {
		g := s.tokens[end].before
		if g != space && g != '-' || digits+s.length(end) > longestPhone {
			break
		}
		digits += s.length(end)
	}
	if digits < shortestCall {
		return i, nil
	}
	joined = []string{s.join(i, end)}
	own := i + 1
	if first.isPlus { // the country, and the area without its 0
		joined[0], own = "0"+s.join(i+1, end), i+2
	}
	if own < end {
		if number := s.join(own, end); len(number) >= shortestOwn {
			joined = append(joined, number)
		}
	}
	return end, joined
}

// thousands takes 1 000 and 1,000 for 1000.
func (s *scanner) thousands(i int) (end int, joined []string) {
	if !s.tokens[i].isNumber || s.length(i) > 3 || s.folded[s.tokens[i].from] == '0' {
		return i, nil
	}
	for end = i + 1; end < len(s.tokens); end++ {
		if t := s.tokens[end]; !t.isNumber || t.before != space && t.before != ',' || s.length(end) != 3 {
			break
		}
	}
	if end == i+1 {
		return i, nil
	}
	return end, []string{s.join(i, end)}
}

// date takes 3 april, 3. april and April 3 for one day of the year.
func (s *scanner) date(i int) (end int, joined []string) {
	if i+1 >= len(s.tokens) || s.tokens[i+1].before != space && s.tokens[i+1].before != dotted {
		return i, nil
	}
	for _, order := range [][2]int{{i, i + 1}, {i + 1, i}} {
		day, month := order[0], s.months[string(s.word(order[1]))]
		if month != "" && s.tokens[day].isNumber && s.length(day) <= 2 {
			return i + 2, []string{strings.TrimPrefix(string(s.word(day)), "0") + month}
		}
	}
	return i, nil
}

// chain takes e-post, H&M, 2026/0153, 2012-04-03 and 18.00 for one word.
func (s *scanner) chain(i int) (end int, joined []string) {
	for end = i + 1; end < len(s.tokens) && end-i < mostJoined; end++ {
		g, areNumbers := s.tokens[end].before, s.tokens[end].isNumber && s.tokens[end-1].isNumber
		isInitial := (g == ':' || g == '\'') && s.length(end-1) == 1 // S:t Olof
		if g != '-' && g != '&' && !isInitial && !(areNumbers && (g == '/' || g == '.' || g == ':')) {
			break
		}
	}
	if end == i+1 {
		return i, nil
	}
	return end, []string{s.join(i, end)}
}

// isEnding tells whether a token is how a short form is bent: SKR:s, the town's.
func (s *scanner) isEnding(i int) bool {
	t := s.tokens[i]
	return !t.isNumber && (t.before == ':' && s.length(i) <= 4 || t.before == '\'' && s.length(i) <= 2)
}
