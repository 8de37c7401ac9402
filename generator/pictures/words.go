package pictures

import (
	"cmp"
)

// Words are what a picture says of itself to those who download it.
type Words struct {
	Caption   string
	Creator   string
	Credit    string
	Copyright string
	Licence   string // the terms of use
}

// Or gives the words, and the other's where there are none.
func (w Words) Or(other Words) Words {
	return Words{
		Caption:   cmp.Or(w.Caption, other.Caption),
		Creator:   cmp.Or(w.Creator, other.Creator),
		Credit:    cmp.Or(w.Credit, other.Credit),
		Copyright: cmp.Or(w.Copyright, other.Copyright),
		Licence:   cmp.Or(w.Licence, other.Licence),
	}
}
