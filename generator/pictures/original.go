//go:build !js

package pictures

// rewriters give the files of a kind anew with their pixels as they are, and nothing else but marks.
var rewriters = map[Kind]func(data []byte, m marks) ([]byte, error){}

func init() { // the rewriter of drawings looks into the table, too
	rewriters[JPEG], rewriters[PNG], rewriters[GIF] = rewriteJPEG, rewritePNG, rewriteGIF
	rewriters[WebP], rewriters[SVG] = rewriteWebP, rewriteDrawing
}

// Original gives the file for download. Not a pixel is changed. It keeps how it lies and what its colours mean
// (the ICC profile), and caption, creator, credit, copyright and licence: those of words, and where words says
// nothing those that the file holds. All else is left out: position, serial numbers, makers' notes, thumbnails,
// history, further pictures.
func Original(info Info, data []byte, words Words) ([]byte, error) {
	return rewriters[info.Kind](data, marks{info.Orientation, words.Or(ReadWords(info.Kind, data))})
}

// plain gives the file as pages show it, where it is not scaled: without any words.
func plain(info Info, data []byte) ([]byte, error) {
	return rewriters[info.Kind](data, marks{orientation: info.Orientation})
}
