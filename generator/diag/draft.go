package diag

// InDraft is the same fault where it stands in a draft: an error keeps nothing back there, and its message says
// when it will. What is no error stays as it is.
func (d Diagnostic) InDraft() Diagnostic {
	d.inDraft = d.Code.Severity() == Error
	return d
}

// IsInDraft tells whether the fault is an error that stands in a draft.
func (d Diagnostic) IsInDraft() bool { return d.inDraft }

// InDraft gives the list as it is told of a draft.
func (l List) InDraft() List {
	told := make(List, len(l))
	for i, d := range l {
		told[i] = d.InDraft()
	}
	return told
}

// draftMark follows the message of an error that stands in a draft.
var draftMark = text{"(utkast: stoppar ingenting nu, men när det ska publiceras)", "(a draft: it stops nothing now, but will when this is to be published)"}
