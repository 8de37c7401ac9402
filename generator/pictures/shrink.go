//go:build !js

package pictures

import "image"

// shrink makes the picture smaller by a whole number, as long as it stays at least as large as width and height:
// each pixel is the mean of a square. What is left to scale is less than half, so that a photograph of 24
// megapixels takes a fifth of the time. 16 bits a channel become 8.
func shrink(m image.Image, width, height int) image.Image {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	by := max(1, min(w/width, h/height))
	to := image.Rect(0, 0, up(w, by), up(h, by))
	switch m := m.(type) {
	case *image.YCbCr:
		return shrinkYCbCr(m, to, by)
	case *image.Gray:
		small := image.NewGray(to)
		plane{m.Pix, m.Stride, w, h, 1, 1}.shrink(small.Pix, small.Stride, by)
		return small
	case *image.Gray16:
		small := image.NewGray(to)
		plane{m.Pix, m.Stride, w, h, 1, 2}.shrink(small.Pix, small.Stride, by)
		return small
	case *image.CMYK:
		small := image.NewCMYK(to)
		plane{m.Pix, m.Stride, w, h, 4, 1}.shrink(small.Pix, small.Stride, by)
		return small
	}
	small := image.NewRGBA(to)
	p := plane{width: w, height: h, channels: 4, step: 1}
	switch m := m.(type) { // only what lets nothing through is scaled, so these are all alike
	case *image.RGBA:
		p.pix, p.stride = m.Pix, m.Stride
	case *image.NRGBA:
		p.pix, p.stride = m.Pix, m.Stride
	case *image.RGBA64:
		p.pix, p.stride, p.step = m.Pix, m.Stride, 2
	case *image.NRGBA64:
		p.pix, p.stride, p.step = m.Pix, m.Stride, 2
	default:
		return m
	}
	p.shrink(small.Pix, small.Stride, by)
	return small
}

func shrinkYCbCr(m *image.YCbCr, to image.Rectangle, by int) image.Image {
	if by == 1 {
		return m
	}
	small := image.NewYCbCr(to, m.SubsampleRatio)
	w, h := m.Rect.Dx(), m.Rect.Dy()
	across, down := subsampling(m.SubsampleRatio)
	plane{m.Y, m.YStride, w, h, 1, 1}.shrink(small.Y, small.YStride, by)
	plane{m.Cb, m.CStride, up(w, across), up(h, down), 1, 1}.shrink(small.Cb, small.CStride, by)
	plane{m.Cr, m.CStride, up(w, across), up(h, down), 1, 1}.shrink(small.Cr, small.CStride, by)
	return small
}

// subsampling is for how many pixels a sample of colour stands.
func subsampling(ratio image.YCbCrSubsampleRatio) (across, down int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

func up(n, by int) int { return (n + by - 1) / by }

// A plane is a table of samples: of each pixel so many channels, of each channel so many bytes, the first counting.
type plane struct {
	pix                   []byte
	stride, width, height int
	channels, step        int
}

// shrink writes the means of squares; at the right and below, of what there is of them.
func (p plane) shrink(out []byte, stride, by int) {
	samples := p.width * p.channels
	sums := make([]uint32, samples)
	for y := 0; y < p.height; y += by {
		clear(sums)
		rows := min(by, p.height-y)
		for i := range rows {
			p.addRow(sums, p.pix[(y+i)*p.stride:])
		}
		line := out[y/by*stride:]
		for x := 0; x < p.width; x += by {
			columns := min(by, p.width-x)
			count := uint32(rows * columns)
			for c := range p.channels {
				sum := count / 2
				for i := range columns {
					sum += sums[(x+i)*p.channels+c]
				}
				line[x/by*p.channels+c] = byte(sum / count)
			}
		}
	}
}

func (p plane) addRow(sums []uint32, row []byte) {
	if p.step == 1 {
		row = row[:len(sums)]
		for i, v := range row {
			sums[i] += uint32(v)
		}
		return
	}
	for i := range sums {
		sums[i] += uint32(row[i*p.step])
	}
}
