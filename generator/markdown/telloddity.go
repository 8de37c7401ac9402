package markdown

import (
	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/parser"
)

// An oddity is what a parser noticed and left as text, for the inspector to report.
type oddity struct {
	offset int // in the body
	code   diag.Code
	args   []string
}

var odditiesKey = parser.NewContextKey()

func notice(pc parser.Context, o oddity) { pc.Set(odditiesKey, append(oddities(pc), o)) }

func oddities(pc parser.Context) []oddity {
	all, _ := pc.Get(odditiesKey).([]oddity)
	return all
}
