package routes

import (
	_ "image/png" // share.png

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
	l.readStatics()
}
