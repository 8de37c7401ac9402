package content

import (
	"slices"

	"alingsas.se/dialog/generator/diag"
)

// Heard leaves out what the authors of the files do not want to hear of: the warnings whose codes a file
// names under ignore. Errors are always heard.
func (s *Set) Heard(l diag.List) diag.List {
	if len(s.ignored) == 0 {
		return l
	}
	return slices.DeleteFunc(slices.Clone(l), func(d diag.Diagnostic) bool {
		return d.Severity() != diag.Error && slices.Contains(s.ignored[d.File], d.Code)
	})
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
