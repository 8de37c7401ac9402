//go:build !js

package routes

import "regexp"

// The editor deletes, with a text, all files in its folder that belong to no text in a folder below. Where many texts
// lie in one folder, as ours do, these are the pictures of all others: whoever deleted a person lost every portrait. So it
// looks into folders that are a text's own alone. What a text itself names is deleted with it all the same.
//
// This is the one place where we publish the editor otherwise than it was made. A new version without this line has to
// be looked at: a test says so.
var deletedFolders = regexp.MustCompile(`(\?\.entryRelative\)\{let \w+=new Set\(Object\.values\(\w+\.locales\))(\.map\(\(\{path:\w+\}\)=>\w+\(\w+\)\.dirname\))`)

// mendEditor changes a file of the editor where that is needed.
func mendEditor(name string, data []byte) []byte {
	if name != editorStart {
		return data
	}
	return deletedFolders.ReplaceAll(data, []byte(`$1.filter(({path:e})=>/\/index\.([a-z-]+\.)?md$$/.test(e))$2`))
}
