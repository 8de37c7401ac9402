package pictures

import "errors"

// A browser is shown pages, which name the files of a picture. The files are made by a build.
var errUnrendered = errors.New("the sizes of a picture are not made in a browser")

// Render makes no files.
func Render(Info, []byte) ([][]byte, error) { return nil, errUnrendered }
