package content

import (
	"slices"

	"alingsas.se/dialog/generator/diag"
)

// Heard is what is told to authors. What is wrong in a file that is surely a draft is no more than a warning, and
// warnings whose codes a file names under ignore are left out. Errors are always heard.
func (s *Set) Heard(l diag.List) diag.List {
	if len(s.ignored)+len(s.drafts) == 0 {
		return l
	}
	var heard diag.List
	for _, d := range l {
		if s.drafts[d.File] {
			d = d.InDraft()
		}
		if d.Severity() == diag.Error || !slices.Contains(s.ignored[d.File], d.Code) {
			heard = append(heard, d)
		}
	}
	return heard
}

// ignoredCodes gives what each file silences, by the file's name in messages.
func (s *Set) ignoredCodes() map[string][]diag.Code {
	ignored := map[string][]diag.Code{}
	add := func(file string, codes []diag.Code) {
		if len(codes) > 0 {
			ignored[file] = codes
		}
	}
	for i := range s.Items() {
		add(i.File, i.Ignore)
	}
	add(s.Settings.File, s.Settings.Ignore)
	if s.Statement != nil {
		add(s.Statement.File, s.Statement.Ignore)
		if r := s.Statement.Tests; r != nil {
			add(r.File, s.Statement.Ignore) // a program writes that file, so nobody can say it there
		}
	}
	return ignored
}
