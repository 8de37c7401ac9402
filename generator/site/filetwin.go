package site

import (
	"path"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"golang.org/x/text/unicode/norm"
)

// foldName gives one name to files that a disk of a Mac or of Windows, or whoever unpacks an archive, takes for the same.
func foldName(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// twinsOf gives the other files that have the same name but for its case, or for how its letters are put together.
func (l *linker) twinsOf(name string) (twins []string) {
	if l.byFold == nil {
		l.byFold = map[string][]string{}
		for _, n := range l.set.Files {
			l.byFold[foldName(n)] = append(l.byFold[foldName(n)], n)
		}
	}
	for _, n := range l.byFold[foldName(name)] {
		if n != name {
			twins = append(twins, n)
		}
	}
	return twins
}

// isTwin reports a file that has the name of another: of one that is published already, or of any where nothing but the
// composition of letters differs, for no text can say which of these it means.
func (l *linker) isTwin(item *content.Item, name string, at diag.Position) bool {
	for _, other := range l.twinsOf(name) {
		sv, en := "versaler och gemener", "capitals"
		if norm.NFC.String(other) == norm.NFC.String(name) {
			sv, en = "hur å, ä, ö och accenter är sparade", "the ways in which accents are stored"
		} else if l.files[keyOf(item, other)] == nil {
			continue
		}
		l.diags.Add(at, diag.SameFileName, "file", path.Base(name), "other", path.Base(other), "difference", sv, "difference-en", en, "example", secondName(path.Base(name)))
		return true
	}
	return false
}

// isMadeTwice reports a picture of which a file would be made whose name is taken: photo.jpg and photo.png both become
// photo-480w.jpg, and a picture may be called so itself.
func (l *linker) isMadeTwice(f *File, at diag.Position) bool {
	if l.made == nil {
		l.made = map[string]*File{}
	}
	urls := []string{f.URL}
	for _, s := range f.Sizes() {
		urls = append(urls, s.URL)
	}
	for _, url := range urls {
		if other := l.made[foldName(unescape(url))]; other != nil {
			l.diags.Add(at, diag.SamePictureName, "file", path.Base(f.Name), "other", path.Base(other.Name), "name", path.Base(unescape(url)), "example", secondName(path.Base(f.Name)))
			return true
		}
	}
	for _, url := range urls {
		l.made[foldName(unescape(url))] = f
	}
	return false
}

// secondName is a name for the second of two files.
func secondName(base string) string {
	name := newName(base)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-2" + ext
}

// nearName is the file that was meant by a name that no file has: one in the same folder that is spelled nearly so, or
// is of another kind. "" is none.
func (l *linker) nearName(name string) string {
	stem := func(name string) string { return strings.TrimSuffix(foldName(name), strings.ToLower(path.Ext(name))) }
	var there []string
	for _, n := range l.set.Files {
		if path.Dir(n) != path.Dir(name) {
			continue
		}
		if stem(n) == stem(name) {
			return path.Base(n)
		}
		there = append(there, path.Base(n))
	}
	return diag.Suggest(path.Base(name), there)
}
