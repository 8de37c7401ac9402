package publish

import (
	"fmt"
	"time"

	"alingsas.se/dialog/generator/diag"
)

// Failure is the error in words.
func (e *ForeignFolderError) Failure() *diag.Failure {
	f := &diag.Failure{Text: diag.Both(e.swedish(), e.Error()), IsUsage: true,
		Hint: diag.Both("välj en egen mapp med --out: ett bygge tar bort allt annat i den", "choose a folder of its own with --out: a build removes everything else in it")}
	if e.Why == HoldsOther {
		f.Hint = diag.Both("välj en annan mapp med --out, eller töm den här själv", "choose another folder with --out, or empty this one yourself")
	}
	return f
}

func (e *ForeignFolderError) swedish() string {
	switch e.Why {
	case NoFolder:
		return e.Dir + " är ingen mapp"
	case Link:
		return e.Dir + " är en symbolisk länk"
	case Root:
		return e.Dir + " är en hel disk"
	case HasSources:
		return e.Dir + " och " + e.Source + " överlappar varandra"
	}
	return e.Dir + " innehåller filer som inget bygge har skrivit"
}

// Failure is the error in words.
func (e *HeldError) Failure() *diag.Failure {
	swedish := "ett annat bygge skriver till " + e.Dir
	if e.PID != 0 {
		swedish = fmt.Sprintf("process %d skriver till %s sedan %s", e.PID, e.Dir, e.Since.Local().Format(time.DateTime))
	}
	return &diag.Failure{Text: diag.Both(swedish, e.Error()),
		Hint: diag.Both("vänta tills det bygget är klart, eller avsluta det, och bygg igen", "wait until that build is done, or stop it, and build again")}
}

// Failure is the error in words.
func (e *FileError) Failure() *diag.Failure {
	f := &diag.Failure{Text: diag.Both("det går inte att skriva "+e.File+": "+diag.Cause(e.Err), "cannot write "+e.File+": "+e.Err.Error()),
		Hint: diag.Both("mappen är som den var; åtgärda felet och bygg igen", "the folder is as it was; mend the cause and build again")}
	if e.Begun {
		f.Hint = diag.Both("varje fil är hel, men somliga är nya och andra gamla; åtgärda felet och bygg igen", "every file is whole, but some are new and others old; mend the cause and build again")
	}
	return f
}
