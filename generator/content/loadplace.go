package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// A kind is what a folder of the content holds.
type kind string

const (
	pressKind   kind = "press"
	meetingKind kind = "meetings"
	contactKind kind = "contacts"
	pageKind    kind = "pages"
)

var kinds = []kind{pressKind, meetingKind, contactKind, pageKind}

// A place is a content file and what its path says of it.
type place struct {
	kind     kind
	name     string // inside the content folder, as the disk has it
	composed string // that name as texts have it: see composed
	id, lang string
	entry    fs.DirEntry
}

// looksLike tells whether the file has a stamp; where it is a link, whether what that leads to has.
func (p place) looksLike(fsys fs.FS, old stamp) bool {
	var info fs.FileInfo
	if p.entry.Type()&fs.ModeSymlink != 0 {
		info, _ = fs.Stat(fsys, p.name)
	} else {
		info, _ = p.entry.Info()
	}
	return old.isSame(stampOf(info))
}

// A looseFile is any other file in the content folder.
type looseFile struct {
	name  string
	entry fs.DirEntry
}

// WithoutDate gives a file's name without the date that it may begin with: 2012-03-27-dialog → dialog.
func WithoutDate(name string) string {
	const pattern = "0000-00-00-"
	if len(name) < len(pattern) {
		return name
	}
	for i, want := range []byte(pattern) {
		if c := name[i]; want == '0' && (c < '0' || c > '9') || want == '-' && c != '-' {
			return name
		}
	}
	return name[len(pattern):]
}

// survey lists the content files and the other files of their folders, in order of their names, and
// reports what lies where nothing is published.
func survey(fsys fs.FS, label string, settings *Settings) (places []place, files []looseFile, diags diag.List) {
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		at := func() diag.Position { return diag.Position{File: label + "/" + name} } // most need none
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			diags.Add(at(), diag.UnreadableFile, "why", reason(err))
			return nil
		case name == ".":
			return nil
		case isIgnored(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		case isLinkToFolder(fsys, name, entry):
			// Its files would be passed over without a word.
			diags.Add(at(), diag.NotAFile, "what", "en länk till en mapp", "what-en", "a link to a folder")
			return nil
		}
		p, ok := placeOf(name, settings.Languages)
		switch {
		case ok:
			p.entry = entry
			places = append(places, p)
		case isSettings(name):
		case path.Ext(name) == ".md":
			diags = append(diags, strayText(fsys, settings, label+"/"+name, name))
		default:
			files = append(files, looseFile{name, entry})
		}
		return nil
	})
	if err != nil {
		diags.Add(diag.Position{File: label}, diag.UnreadableFile, "why", reason(err))
	}
	return places, files, diags
}

func isLinkToFolder(fsys fs.FS, name string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return false
	}
	info, err := fs.Stat(fsys, name)
	return err == nil && info.IsDir()
}

// strayAdvice says where a text should lie instead, or what it should be called.
func strayAdvice(settings *Settings, name string) (sv, en string) {
	parts := strings.Split(name, "/")
	switch right := settingsLike(name); {
	case right != "":
		return "döp om den till " + right, "rename it to " + right
	case !slices.Contains(kinds, kind(parts[0])):
		return "flytta den till press/, meetings/, contacts/ eller pages/", "move it to press/, meetings/, contacts/ or pages/"
	case strings.Contains(strings.TrimSuffix(parts[len(parts)-1], ".md"), ".") && path.Ext(name) == ".md":
		return "skriv namnet utan punkter; en översättning slutar på språkets två små bokstäver: " + strings.SplitN(parts[len(parts)-1], ".", 2)[0] + ".en.md",
			"write the name without full stops; a translation ends in the two small letters of its language: " + strings.SplitN(parts[len(parts)-1], ".", 2)[0] + ".en.md"
	case path.Ext(name) != ".md":
		return "spara den som en textfil vars namn slutar på .md", "save it as a text file whose name ends in .md"
	case len(parts) == 3:
		return "kalla den index.md: en mapp hör till en enda text", "call it index.md: a folder belongs to a single text"
	case len(parts) > 3:
		return "flytta den till " + parts[0] + "/", "move it to " + parts[0] + "/"
	}
	day := settings.inYear(exampleDay)
	return "ge filen ett namn, till exempel " + day + "-kort-rubrik.md", "give the file a name, for example " + day + "-short-title.md"
}

// looseAdvice says what to do about a file that no text uses. A folder of its own may be waiting for its text: one
// puts the pictures there first.
func looseAdvice(label, name string) (sv, en string) {
	parts := strings.Split(name, "/")
	if len(parts) >= 3 && slices.Contains(kinds, kind(parts[0])) {
		text := label + "/" + parts[0] + "/" + parts[1] + "/index.md"
		return "skriv index.md i mappen: " + text, "write index.md in the folder: " + text
	}
	if mayBeLogotype(name) {
		return "flytta den till mappen för den text som använder den, eller nämn den under `logotypes` i site.yaml om den är en logotyp",
			"move it to the folder of the text that uses it, or name it under `logotypes` in site.yaml if it is a logotype"
	}
	return "flytta den till press/, meetings/, contacts/ eller pages/, eller till mappen för den sida som använder den",
		"move it to press/, meetings/, contacts/ or pages/, or to the folder of the item that uses it"
}

// settingsLike gives the name that a file of settings must have, for one that is spelled otherwise: site.yml.
func settingsLike(name string) string {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	ext := strings.ToLower(path.Ext(name))
	for _, right := range settingsFiles {
		if name != right && stem+".yaml" == right && (ext == ".yaml" || ext == ".yml") {
			return right
		}
	}
	return ""
}

// isText finds files that an author may have meant to be a text of the site.
func isText(name string) bool {
	if settingsLike(name) != "" {
		return true
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt", ".doc", ".docx", ".odt", ".rtf":
		return true
	}
	return false
}

// isIgnored finds what editors and operating systems leave behind.
func isIgnored(base string) bool {
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~") || strings.HasSuffix(base, "~") ||
		strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#") || strings.EqualFold(base, "Thumbs.db") || strings.EqualFold(base, "desktop.ini")
}

func isSettings(name string) bool {
	return slices.Contains(settingsFiles, name) || name == "README.md"
}

// settingsFiles are the files that are about the site as a whole.
var settingsFiles = []string{settingsFile, statementFile, TestRecordFile}

// placeOf reads a path: KIND/NAME.md or KIND/NAME/index.md, NAME with a language's suffix where it
// is a translation.
func placeOf(name string, languages []string) (place, bool) {
	parts := strings.Split(name, "/")
	base, isMarkdown := strings.CutSuffix(parts[len(parts)-1], ".md")
	p := place{kind: kind(parts[0]), name: name, composed: composed(name), lang: languages[0]}
	if !isMarkdown || len(parts) < 2 || len(parts) > 3 || !slices.Contains(kinds, p.kind) {
		return place{}, false
	}
	if stem, suffix, found := cutLast(base, "."); found && slices.Contains(languages, suffix) {
		base, p.lang = stem, suffix
	}
	if len(parts) == 3 {
		if base != "index" {
			return place{}, false
		}
		base = parts[1]
	}
	p.id = composed(WithoutDate(base))
	// What is left of a suffix is no language of the site: hemlig.eng.md would be an original of that name.
	return p, p.id != "" && !strings.Contains(p.id, ".")
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// strays are the files that belong to no item: a file in an item's own folder is the item's, any
// other is used only where a text in its folder names it.
func strays(files []string, items []parsed) []string {
	if len(files) == 0 {
		return nil
	}
	own, texts := map[string]bool{}, map[string][][]byte{}
	for _, p := range items {
		if i := p.item(); i != nil {
			dir := path.Dir(i.Name)
			own[dir] = own[dir] || strings.HasPrefix(path.Base(i.Name), "index.")
			texts[dir] = append(texts[dir], i.Body.Text().Source().Data)
		}
	}
	return slices.DeleteFunc(slices.Clone(files), func(name string) bool {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if own[dir] || slices.ContainsFunc(texts[dir], func(text []byte) bool { return MayName(text, below(dir, name)) }) {
				return true
			}
		}
		return false
	})
}

// below gives the part of a name that comes after its folder dir.
func below(dir, name string) string { return strings.TrimPrefix(name, dir+"/") }
