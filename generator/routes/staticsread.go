//go:build !js

package routes

import (
	"bytes"
	"image"
	_ "image/png" // share.png
	"io/fs"
	"path"

	"alingsas.se/dialog/generator/sharing"
)

// readStatics reads the static files.
func (l *lister) readStatics() {
	assets, diags := loadAssets(l.from.Static, l.from.StaticLabel)
	l.assets, l.diags = assets, append(l.diags, diags...)
	l.share.URL = l.assetAddress("share.png")
	l.loadColours()
	l.measureShare()
}

// loadColours reads from the style sheet what pictures of links are drawn in.
func (l *lister) loadColours() {
	l.colours = sharing.Standard
	style := path.Join(assetFolder, "site.css")
	if data, err := fs.ReadFile(l.from.Static, style); err == nil {
		colours, diags := sharing.ReadColours(path.Join(l.from.StaticLabel, style), data)
		l.colours, l.diags = colours, append(l.diags, diags...)
	}
}

func (l *lister) measureShare() {
	if file := l.assets.byName[path.Join(assetFolder, "share.png")]; file != nil {
		if c, _, err := image.DecodeConfig(bytes.NewReader(file.data)); err == nil {
			l.share.Width, l.share.Height = c.Width, c.Height
		}
	}
}
