//go:build !unix

package folder

// AtOnce is a flag of [os.OpenFile]; no folder holds a pipe here.
const AtOnce = 0
