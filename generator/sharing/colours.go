package sharing

import "image/color"

// Colours are those of the style sheet that pictures are drawn in. They have its tokens' names.
type Colours struct{ Paper, Ink, Muted, Line, Accent, OnAccent, Alert color.RGBA }

// Standard are the colours of a site whose style sheet names none.
var Standard = Colours{
	Paper: rgb(0xfffefb), Ink: rgb(0x1a1f1c), Muted: rgb(0x47504b),
	Line: rgb(0xd3cfc3), Accent: rgb(0x0a4a43), OnAccent: rgb(0xffffff), Alert: rgb(0x86190f),
}

func rgb(n uint32) color.RGBA { return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xff} }
