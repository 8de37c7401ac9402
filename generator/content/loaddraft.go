package content

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"go.yaml.in/yaml/v4"
)

// IsDraft tells whether a text is held back as a draft: it says so, or its original does.
func (i *Item) IsDraft() bool { return i.Draft || i.Original().Draft }

// isSurely tells whether it is certain that a text is a draft. Whoever wrote draft: ja, or draft: true in one line
// and draft: false in another, is asked first.
func (i *Item) isSurely() bool { return i.surelyDraft || i.Original().surelyDraft }

// IsDraft tells whether a file, by its name in messages, is surely a draft.
func (s *Set) IsDraft(file string) bool { return s.drafts[file] }

// HasDrafts tells whether any file is surely a draft.
func (s *Set) HasDrafts() bool { return len(s.drafts) > 0 }

// WithoutDrafts leaves out what is told of files that are surely drafts.
func (s *Set) WithoutDrafts(l diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(l), func(d diag.Diagnostic) bool { return s.drafts[d.File] || d.IsInDraft() })
}

// saysDraft tells whether the keys of front matter say surely that its text is a draft.
func saysDraft(root *yaml.Node) bool {
	isDraft := false
	for i := 0; i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value != "draft" {
			continue
		}
		value := root.Content[i+1]
		if value.Kind != yaml.ScalarNode || value.Tag != "!!bool" || value.Style&yaml.TaggedStyle != 0 || !strings.EqualFold(value.Value, "true") {
			return false
		}
		isDraft = true
	}
	return isDraft
}

// linesSayDraft tells whether front matter that cannot be read has a line draft: true, and none that says
// otherwise. At the margin a line is a key wherever YAML is right: what goes on from the line above is indented
// (YAML 1.2.2, section 6.1).
func linesSayDraft(text []byte) bool {
	isDraft, inConflict := false, false
	for _, line := range matterLines(text) {
		inConflict = (inConflict || strings.HasPrefix(line, conflictOurs)) && !strings.HasPrefix(line, conflictTheirs)
		value, isKey := strings.CutPrefix(line, "draft:")
		if !isKey {
			continue
		}
		value, _, _ = strings.Cut(value, " #")
		if inConflict || !strings.EqualFold(strings.TrimSpace(value), "true") {
			return false
		}
		isDraft = true
	}
	return isDraft
}

// matterLines gives the lines between the first two marks --- of a text in any encoding that has the letters of
// ASCII. What never ends is taken to end at its first empty line.
func matterLines(text []byte) []string {
	head := string(bytes.TrimPrefix(text[:min(len(text), limits.Head)], []byte("\uFEFF")))
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimSpace(head)), "\n")
	if strings.TrimRight(lines[0], " \t") != "---" {
		return nil
	}
	lines = lines[1:]
	end := slices.IndexFunc(lines, func(line string) bool { return isMark([]byte(line)) })
	if end < 0 {
		end = slices.IndexFunc(lines, func(line string) bool { return strings.TrimSpace(line) == "" })
	}
	if end < 0 {
		return lines
	}
	return lines[:end]
}

// parseUnread gives what is known of a file that could not be read. Of one that is too large its front matter is
// looked at: a draft of any size keeps nothing back.
func (l *Loader) parseUnread(settings *Settings, at place, file string, err error) parsed {
	fault := fileFault(diag.Position{File: file}, err)
	head := headOf(l.fsys, at.name, err)
	if !linesSayDraft(head) {
		return parsed{unread: &Item{File: file, Name: at.name, ID: at.id, Lang: at.lang}, diags: diag.List{fault}}
	}
	p := parse(settings, at, file, head[:headEnd(head)])
	p.diags = append(p.diags, fault)
	return p
}

// isLike tells whether a file that cannot be read gave the same as before.
func (p parsed) isLike(old parsed) bool {
	a, b := p.item(), old.item()
	return slices.EqualFunc(p.diags, old.diags, diag.Diagnostic.Equal) && (a == nil) == (b == nil) &&
		(a == nil || bytes.Equal(a.Body.Text().Source().Data, b.Body.Text().Source().Data))
}

// headOf reads the beginning of a file that is too large, nil of any other.
func headOf(fsys fs.FS, name string, err error) []byte {
	var fault *fileError
	if !errors.As(err, &fault) || fault.code != diag.TooLarge {
		return nil
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, limits.Head))
	if err != nil {
		return nil
	}
	return head
}

// strayText reports a text that lies where nothing is published. One that is surely a draft is told as such.
func strayText(fsys fs.FS, settings *Settings, file, name string) diag.Diagnostic {
	sv, en := strayAdvice(settings, name)
	d := diag.New(diag.Position{File: file}, diag.StrayContent, "advice", sv, "advice-en", en)
	data, err := readFile(fsys, name)
	if err != nil {
		data = headOf(fsys, name, err)
	}
	if linesSayDraft(data) {
		return d.InDraft()
	}
	return d
}

// draftFiles are the files that are surely drafts, by their names in messages: those whose item is one, and the
// translations of such that could not be read.
func draftFiles(set *Set, items []parsed) map[string]bool {
	drafts := map[string]bool{}
	for i := range set.Items() {
		if i.isSurely() {
			drafts[i.File] = true
		}
	}
	for _, p := range items {
		if i := p.unread; i != nil && drafts[i.originalName()] {
			drafts[i.File] = true
		}
	}
	return drafts
}
