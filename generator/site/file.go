package site

import (
	"errors"
	"io"
	"io/fs"
	"mime"
	"path"
	"slices"
	"strings"
	"sync"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/documents"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/web"
)

// A File is a picture or an attachment of an item that is shown. It is published below the item's
// address in the site's first language.
type File struct {
	Name          string // inside the content folder, as texts name it
	OnDisk        string // its name there
	URL           string
	Source        string // the content file that it belongs to, for messages
	Size          int64
	Type          string // media type
	Width, Height int    // of a picture as it is shown, where known

	Picture *pictures.Picture // nil of any other file
	Words   pictures.Words    // that a copy for others keeps

	sizes    []SizedFile // see Sizes
	info     fs.FileInfo // as it was when it was looked at, before it is read
	pages    func() int  // see Pages; nil where there are none to count
	isFaulty bool        // it is a picture that cannot be published, which has been told
}

// Extension is the file's kind as readers know it: "pdf".
func (f *File) Extension() string { return strings.ToLower(strings.TrimPrefix(path.Ext(f.Name), ".")) }

// IsPicture tells whether a browser can show it.
func (f *File) IsPicture() bool { return f.Picture != nil }

// Pages is how many pages a document has, 0 where that is not known. It is read when it is first asked for.
func (f *File) Pages() int {
	if f.pages == nil {
		return 0
	}
	return f.pages()
}

// A PageCounter is a folder that knows of its documents how many pages they have, and may have no more of them.
type PageCounter interface{ Pages(name string) int }

// pagesOf counts the pages of a PDF file.
func pagesOf(fsys fs.FS, name string) int {
	if counted, isCounted := fsys.(PageCounter); isCounted {
		return counted.Pages(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return 0
	}
	defer file.Close()
	info, err := file.Stat()
	at, isReadable := file.(io.ReaderAt)
	if err != nil || !isReadable {
		return 0
	}
	n, _ := documents.Pages(at, info.Size())
	return n
}

// files holds what is published, by item and name: two items may show the same file.
type files map[fileKey]*File

type fileKey struct{ item, name string }

func keyOf(item *content.Item, name string) fileKey {
	return fileKey{path.Dir(item.Name) + "/" + item.ID, name}
}

// byItem divides them by what shows them, each by URL.
func (f files) byItem() map[string][]*File {
	found := map[string][]*File{}
	for key, file := range f {
		found[key.item] = append(found[key.item], file)
	}
	for _, all := range found {
		slices.SortFunc(all, func(a, b *File) int { return strings.Compare(a.URL, b.URL) })
	}
	return found
}

func (f files) sorted() []*File {
	all := make([]*File, 0, len(f))
	for _, file := range f {
		all = append(all, file)
	}
	slices.SortFunc(all, func(a, b *File) int { return strings.Compare(a.URL, b.URL) })
	return all
}

// file finds a published file of an item.
func (s *Site) file(item *content.Item, name string) *File { return s.files[keyOf(item, name)] }

// FilesOf gives the pictures and attachments of an item, in all its languages, by URL: those that its front matter
// names, and those that its text shows or links to.
func (s *Site) FilesOf(i *Item) []*File { return s.filesOf[keyOf(i.Source, "").item] }

// publish makes a file of an item public, or says at the place that names it why it can't.
func (l *linker) publish(item *content.Item, home, name string, at diag.Position) *File {
	key := keyOf(item, name)
	if f := l.files[key]; f != nil {
		return f
	}
	if ext := strings.ToLower(path.Ext(name)); runs[ext] {
		l.diags.Add(at, diag.UnsafeFile, "ext", ext)
		return nil
	}
	disk := l.set.OnDisk(name)
	info, d, isFaulty := content.FileFault(l.set.FS, disk, at)
	if isFaulty {
		l.diags = append(l.diags, d)
		return nil
	}
	if info == nil {
		l.diags.Add(at, diag.MissingFile, "file", path.Base(name), "folder", path.Join(l.set.Label, path.Dir(name)), "suggestion", l.nearName(name))
		return nil
	}
	if l.isTwin(item, name, at) {
		return nil
	}
	file := diag.Position{File: l.set.Label + "/" + disk}
	if item.IsDraft() {
		file = at // the draft is what is being worked on, and all that is known to be one
	}
	if found := CheckName(file, below(item, name)); len(found) > 0 {
		l.diags = append(l.diags, found...)
		if item.IsDraft() {
			return nil
		}
	} else {
		l.checkAwkward(below(item, name), at)
	}
	f := &File{Name: name, OnDisk: disk, URL: home + web.EscapePath(below(item, name)), Source: item.File, Size: info.Size(), Type: mediaType(name), info: info}
	if f.Type == "application/pdf" {
		f.pages = sync.OnceValue(func() int { return pagesOf(l.set.FS, disk) })
	}
	l.files[key] = f
	return f
}

// runs are the kinds of files that a browser would run as a part of this site: the content security policy trusts
// what comes from it.
var runs = map[string]bool{".html": true, ".htm": true, ".xhtml": true, ".xht": true, ".shtml": true, ".xml": true, ".xsl": true, ".js": true, ".mjs": true, ".css": true, ".wasm": true}

// checkAwkward reports a file whose name would have to be rewritten in an address: readers see it there, and
// in what they save.
func (l *linker) checkAwkward(name string, at diag.Position) {
	url := web.EscapePath(name)
	if url == name {
		return
	}
	l.diags.Add(at, diag.AwkwardFileName, "file", path.Base(name), "url", url, "example", newName(path.Base(name)))
}

// below gives the part of a file's name below its item's folder.
func below(item *content.Item, name string) string {
	return strings.TrimPrefix(name, path.Dir(item.Name)+"/")
}

func mediaType(name string) string {
	if t := mediaTypes[strings.ToLower(path.Ext(name))]; t != "" {
		return t
	}
	t, _, _ := mime.ParseMediaType(mime.TypeByExtension(strings.ToLower(path.Ext(name))))
	return t
}

// mediaTypes are those that machines know differently or not at all, and those of pictures; the rest is Go's own table, for
// which a list of the machine's is read.
var mediaTypes = map[string]string{
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".svg": "image/svg+xml",
	".pdf": "application/pdf", ".webp": "image/webp", ".csv": "text/csv", ".txt": "text/plain", ".zip": "application/zip",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text", ".mp3": "audio/mpeg", ".mp4": "video/mp4",
}

// attached publishes a file that an item names in its front matter.
func (l *linker) attached(item *content.Item, name string, at diag.Position) *File {
	if name == "" {
		return nil
	}
	if l.isOwnedBelow(name, path.Dir(item.Name)) {
		l.diags.Add(at, diag.BadPath, "value", below(item, name), "advice", "filen hör till en annan text; lägg en kopia i den här textens mapp",
			"advice-en", "the file belongs to another text; put a copy into this text's folder")
		return nil
	}
	return l.publish(item, l.homeOf(item), name, at)
}

// homeOf is the address below which an item's files lie. It is the original's address, so that no file is
// published twice.
func (l *linker) homeOf(item *content.Item) string {
	original := item.Original()
	if body := l.targets.shown[urlKey{original.Lang, folder(original), original.ID}]; body != nil {
		return body.url
	}
	return ""
}

// inspect looks at a file that may be a picture, and reports what is wrong with it: false where it cannot be published.
func (l *linker) inspect(f *File, at diag.Position) bool {
	if f.Picture != nil || !pictures.MayBe(f.Name, func() []byte { return l.headOf(f) }) {
		return true
	}
	picture, err := l.pictures.Inspect(pictures.FromFS(l.set.FS, f.OnDisk, l.options.Root, f.info))
	var fault *pictures.Fault
	switch {
	case errors.As(err, &fault):
		l.diags = append(l.diags, fault.At(at))
		return false
	case err != nil:
		l.diags.Add(at, diag.UnreadableFile, "why", err.Error())
		return false
	}
	f.Picture, f.Width, f.Height = picture, picture.Width, picture.Height
	f.sizes = sizesOf(f)
	if l.isMadeTwice(f, at) {
		f.Picture, f.sizes = nil, nil // else the addresses of its sizes would be told once more
		return false
	}
	return true
}

// headOf reads the first bytes of a file; nil where it cannot be read, which is told when it is published.
func (l *linker) headOf(f *File) []byte {
	r, err := l.set.FS.Open(f.OnDisk)
	if err != nil {
		return nil
	}
	defer r.Close()
	head, err := io.ReadAll(io.LimitReader(r, pictures.Head))
	if err != nil {
		return nil
	}
	return head
}

// publishBodyFiles publishes the files that lie beside an item and that its body names. Which files a
// body uses must be known before any is converted, so texts are searched for the names; most sites
// have no such files, and pay nothing.
func (l *linker) publishBodyFiles(e *Edition) {
	if len(l.set.Files) == 0 {
		return
	}
	inFolder := map[string][]*Item{}
	for _, i := range e.Items() {
		dir := path.Dir(i.Source.Name)
		inFolder[dir] = append(inFolder[dir], i)
	}
	own := l.owners()
	for _, name := range l.set.Files {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			for _, i := range inFolder[dir] {
				if at, found := i.links(name); found {
					l.publishLinked(i.Source, name, at)
				}
			}
			if own[dir] {
				break
			}
		}
	}
}

// owners are the folders of one item, shown or not: what lies there is that item's alone.
func (l *linker) owners() map[string]bool {
	if l.ownFolders == nil {
		l.ownFolders = map[string]bool{}
		for name := range l.targets.files {
			if strings.HasPrefix(path.Base(name), "index.") {
				l.ownFolders[path.Dir(name)] = true
			}
		}
	}
	return l.ownFolders
}

// isOwnedBelow tells whether a file lies in the own folder of another item, below the folder dir.
func (l *linker) isOwnedBelow(name, dir string) bool {
	for d := path.Dir(name); d != dir && d != "."; d = path.Dir(d) {
		if l.owners()[d] {
			return true
		}
	}
	return false
}

// links tells where the item's text links to a file or shows it, if it does. Only a text that holds the name is
// parsed: the name alone may be the end of another's, or be mentioned in passing.
func (i *Item) links(name string) (at diag.Position, found bool) {
	if !content.MayName(i.Source.Body.Text().Markdown(), below(i.Source, name)) {
		return at, false
	}
	for _, link := range i.Body.Document().Links() {
		if target, _, isLocal := localTarget(i.Source, link.Destination); isLocal && target == name {
			return link.Position, true
		}
	}
	return at, false
}

func (l *linker) publishLinked(item *content.Item, name string, at diag.Position) {
	if f := l.publish(item, l.homeOf(item), name, at); f != nil {
		f.isFaulty = !l.inspect(f, at)
	}
}
