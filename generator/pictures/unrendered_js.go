package pictures

import "errors"

// A browser is shown pages, which name the files of a picture. What they need to know of it was read by a build (see
// [Cache.Know]), and the files are made by one.
var errUnrendered = errors.New("pictures are not read in a browser")

// Inspect reads nothing.
func Inspect(name string, _ []byte) (Info, *Fault) {
	return Info{}, broken(name, "bilder läses när webbplatsen byggs", "pictures are read when the site is built")
}

// Render makes no files.
func Render(Info, []byte) ([][]byte, error) { return nil, errUnrendered }

// Original gives no copy.
func Original(Info, []byte, Words) ([]byte, error) { return nil, errUnrendered }
