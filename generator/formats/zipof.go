package formats

// A ZipFile is a file in an archive.
type ZipFile struct {
	Name string // with / between folders; no part is . or ..
	Data []byte
}
