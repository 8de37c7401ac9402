package search

// What the reader of the tests needs of the package, to read as the script does.

// Group is words that belong together, and the forms in which they are one.
type Group struct{ Words, Joined []string }

// Groups finds them in a query.
func Groups(text string, months []string) []Group {
	s := newScanner(months)
	s.scan([]byte(text), false)
	var all []Group
	for at := 0; at < len(s.tokens); {
		g, next := s.groupAt(at)
		at = next
		var one Group
		for i := g.from; i < g.to; i++ {
			one.Words = append(one.Words, string(shortened(s.word(i))))
		}
		for _, joined := range g.joined {
			one.Joined = append(one.Joined, string(shortened([]byte(joined))))
		}
		all = append(all, one)
	}
	return all
}

// Tokens gives the words of a text.
func Tokens(text string) []string {
	s := newScanner(nil)
	s.scan([]byte(text), false)
	var all []string
	for i := range s.tokens {
		all = append(all, string(s.word(i)))
	}
	return all
}

// Digits are what numbers are written with.
const Digits = digits

var Reversed = reversed
