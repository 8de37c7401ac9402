package sharing

import "errors"

// A browser is shown pages, which name the pictures of links. The fonts that these are drawn with are half as large as
// all that it needs.
var errUndrawn = errors.New("the picture of a link is not drawn in a browser")

// Draw draws nothing.
func (p *Picture) Draw() ([]byte, error) { return nil, errUndrawn }
