//go:build !js

package sharing

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/image/colornames"
)

// readColour understands a colour of CSS that says all by itself: #rgb, #rrggbb, rgb(), hsl() and the names. One that
// can be seen through is none, for what lies behind it is not known.
func readColour(tokens []css.Token) (color.RGBA, bool) {
	tokens = withoutSpace(tokens)
	if len(tokens) == 0 {
		return color.RGBA{}, false
	}
	first := strings.ToLower(string(tokens[0].Data))
	switch {
	case len(tokens) > 1 && tokens[0].TokenType == css.FunctionToken:
		return readFunction(first, tokens[1:])
	case len(tokens) > 1:
		return color.RGBA{}, false
	case tokens[0].TokenType == css.HashToken:
		return readHex(first[1:])
	case tokens[0].TokenType == css.IdentToken:
		c, isOne := colornames.Map[first]
		return c, isOne
	}
	return color.RGBA{}, false
}

func readHex(digits string) (color.RGBA, bool) {
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return color.RGBA{}, false
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xff}, true
}

// readFunction reads what follows rgb( or hsl(, with commas or without.
func readFunction(name string, tokens []css.Token) (color.RGBA, bool) {
	var values []float64 // a percentage is a hundredth
	var isPercent []bool
	for _, t := range tokens {
		text := string(t.Data)
		unit := len(text)
		if t.TokenType == css.DimensionToken {
			unit = parse.Number(t.Data)
		}
		percent := strings.TrimSuffix(text[:unit], "%")
		value, err := strconv.ParseFloat(percent, 64)
		switch {
		case t.TokenType == css.CommaToken || t.TokenType == css.RightParenthesisToken:
			continue
		case err != nil || unit < len(text) && text[unit:] != "deg":
			return color.RGBA{}, false
		}
		if percent != text[:unit] {
			value /= 100
		}
		values, isPercent = append(values, value), append(isPercent, percent != text[:unit])
	}
	if len(values) != 3 {
		return color.RGBA{}, false
	}
	switch name {
	case "rgb(", "rgba(":
		for i := range values {
			if isPercent[i] {
				values[i] *= 0xff
			}
		}
		return color.RGBA{channel(values[0]), channel(values[1]), channel(values[2]), 0xff}, true
	case "hsl(", "hsla(":
		return fromHSL(values[0], values[1], values[2]), isPercent[1] && isPercent[2]
	}
	return color.RGBA{}, false
}

func channel(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 0xff))) }

// fromHSL is CSS Color 4, section 7.1.
func fromHSL(hue, saturation, lightness float64) color.RGBA {
	at := func(n float64) uint8 {
		k := math.Mod(n+hue/30+1200, 12)
		return channel(0xff * (lightness - saturation*min(lightness, 1-lightness)*max(-1, min(k-3, 9-k, 1))))
	}
	return color.RGBA{at(0), at(8), at(4), 0xff}
}

func withoutSpace(tokens []css.Token) []css.Token {
	var rest []css.Token
	for _, t := range tokens {
		if t.TokenType != css.WhitespaceToken && t.TokenType != css.CommentToken {
			rest = append(rest, t)
		}
	}
	return rest
}
