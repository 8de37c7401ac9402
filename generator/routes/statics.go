package routes

import (
	"bytes"
	"image"
	_ "image/png" // share.png
	"io/fs"
	"path"

	"alingsas.se/dialog/generator/sharing"
)

// Statics are what pages need to know of the static files. Whoever shows pages and has not got the files is told it.
type Statics struct {
	URLs                    map[string]string // by name in the folder
	Colours                 sharing.Colours   // of the pictures of links
	ShareWidth, ShareHeight int               // of share.png
}

// statics gives what was read of them.
func (l *lister) statics() Statics {
	s := Statics{URLs: map[string]string{}, Colours: l.colours, ShareWidth: l.share.Width, ShareHeight: l.share.Height}
	for name, one := range l.assets.byName {
		s.URLs[name] = one.url
	}
	return s
}

// loadStatics reads the static files, or takes what is known of them.
func (l *lister) loadStatics() {
	if known := l.from.Statics; known != nil {
		l.assets = &assets{byName: map[string]*asset{}}
		for name, url := range known.URLs {
			l.assets.byName[name] = &asset{name: name, url: url}
		}
		l.colours, l.share = known.Colours, sharePicture{Width: known.ShareWidth, Height: known.ShareHeight}
		l.share.URL = l.assetAddress("share.png")
		return
	}
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
