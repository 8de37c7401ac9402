package content

// matterLength gives how long the front matter is that a text begins with, without its delimiters.
func matterLength(head []byte) (length int, err error) { return plainMatterLength(head) }
