package formats

// A Picture is an *ImageObject, or the Address of one of which nothing else is told.
type Picture interface {
	Node
	picture()
}

// An Address on the web stands for what is there.
type Address string

func (Address) kind() string { return "" }
func (Address) picture()     {}

// An ImageObject is a picture with what those need who want to use it: the fields are those that image searches read
// (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
type ImageObject struct {
	ContentURL         string
	Caption            string
	Width, Height      int // in pixels; 0 where they are not known
	CreditText         string
	Creator            Agent
	License            string // the address of the terms
	AcquireLicensePage string // where it is told how one gets the picture
	InLanguage         string // of the caption
}

func (ImageObject) kind() string { return "ImageObject" }
func (*ImageObject) picture()    {}
