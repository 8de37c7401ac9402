package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Sorted gives the table in order, each URL once, and reports the sources that wanted the same. Two
// addresses that differ in case only are one file on many disks, so they count as the same; and a file
// cannot have the name of a folder.
func (t Table) Sorted() (Table, diag.List) {
	var diags diag.List
	slices.SortFunc(t, func(a, b Route) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Source, b.Source))
	})
	taken, told := make(map[string]int32, len(t)), map[pair]bool{}
	unique := t[:0]
	for _, r := range t {
		key := FileKey(r.URL)
		if first, ok := taken[key]; ok {
			source, other := r.Source, unique[first].Source
			if strings.HasSuffix(other, ".md") && !strings.HasSuffix(source, ".md") {
				source, other = other, source // its author can choose another address
			}
			if p := (pair{source, other}); !told[p] {
				told[p] = p.isOfItems()
				diags.Add(diag.Position{File: source}, diag.URLCollision, "url", r.URL, "other", other)
			}
			continue
		}
		taken[key] = int32(len(unique))
		unique = append(unique, r)
	}
	return unique, append(diags, unique.inFolders(taken)...)
}

// A pair is two sources that want the same address.
type pair struct{ source, other string }

// isOfItems tells whether two items want the same: their pages, and so all that lies below them. One address, the
// first, is enough to tell.
func (p pair) isOfItems() bool {
	return p.source != p.other && strings.HasSuffix(p.source, ".md") && strings.HasSuffix(p.other, ".md")
}

// inFolders reports files that have the name of a folder in which other files lie, each once. taken
// finds a route by its key.
func (t Table) inFolders(taken map[string]int32) diag.List {
	var diags diag.List
	told := map[int32]bool{}
	last := ""
	for _, r := range t {
		folder := strings.TrimSuffix(r.URL[:strings.LastIndexByte(r.URL, '/')+1], "/")
		if folder == last {
			continue
		}
		last = folder
		for ; folder != ""; folder = folder[:strings.LastIndexByte(folder, '/')] {
			if i, found := taken[FileKey(folder)]; found && !told[i] {
				told[i] = true
				diags.Add(diag.Position{File: t[i].Source}, diag.URLCollision, "url", t[i].URL, "other", r.Source)
			}
		}
	}
	return diags
}

// FileKey is the same for all addresses that would be one file on some disk: /a/ and /a/index.html, and addresses
// that differ only in case or in how an å is composed.
func FileKey(url string) string {
	key := url
	if strings.Contains(url, "%") {
		key = "/" + Route{URL: url}.File()
	}
	if key = folded(key); strings.HasSuffix(key, "/index.html") {
		key = strings.TrimSuffix(key, "index.html")
	}
	return key
}

func folded(name string) string {
	for i := range len(name) {
		if name[i] >= 0x80 {
			return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
		}
	}
	return strings.ToLower(name)
}

// nameLimit is how many bytes a file's name may have on most disks (NAME_MAX of POSIX systems).
const nameLimit = 255

// CheckLengths reports addresses with a part that no disk can hold as a name.
func (t Table) CheckLengths() diag.List {
	var diags diag.List
	for _, r := range t {
		if len(r.URL) <= nameLimit {
			continue
		}
		for part := range strings.SplitSeq(r.File(), "/") {
			if len(part) > nameLimit {
				shown := strings.ToValidUTF8(part[:shownLength], "") + "…"
				diags.Add(diag.Position{File: r.Source}, diag.LongName, "part", shown, "length", strconv.Itoa(len(part)), "limit", strconv.Itoa(nameLimit))
				break
			}
		}
	}
	return diags
}

// shownLength is how much of a long name is enough to recognise it.
const shownLength = 40
