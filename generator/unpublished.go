package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"

	"alingsas.se/dialog/generator/publish"
)

// unlocked is what is told where nothing keeps two builds apart.
var unlocked = words{"filsystemet har inga lås: kör inte två byggen till samma mapp på en gång", "the file system has no locks: do not run two builds into one folder at once"}

// unpublished says why an output folder was not brought up to date, and what to do about it.
func unpublished(err error) error {
	var foreign *publish.ForeignFolderError
	var held *publish.HeldError
	var file *publish.FileError
	switch {
	case errors.As(err, &foreign):
		return &usageError{foreignText(foreign), foreignHint(foreign.Why)}
	case errors.As(err, &held):
		text := words{"ett annat bygge skriver till " + held.Dir, held.Error()}
		if held.PID != 0 {
			text.sv = fmt.Sprintf("process %d skriver till %s sedan %s", held.PID, held.Dir, held.Since.Local().Format(time.DateTime))
		}
		return &failure{text, words{"vänta tills det bygget är klart, eller avsluta det, och bygg igen", "wait until that build is done, or stop it, and build again"}}
	case errors.As(err, &file):
		hint := words{"mappen är som den var; åtgärda felet och bygg igen", "the folder is as it was; mend the cause and build again"}
		if file.Begun {
			hint = words{"varje fil är hel, men somliga är nya och andra gamla; åtgärda felet och bygg igen", "every file is whole, but some are new and others old; mend the cause and build again"}
		}
		return &failure{words{"det går inte att skriva " + file.File + ": " + cause(file.Err), "cannot write " + file.File + ": " + file.Err.Error()}, hint}
	}
	return err
}

func foreignText(e *publish.ForeignFolderError) words {
	sv := e.Dir + " innehåller filer som inget bygge har skrivit"
	switch e.Why {
	case publish.NoFolder:
		sv = e.Dir + " är ingen mapp"
	case publish.Link:
		sv = e.Dir + " är en symbolisk länk"
	case publish.Root:
		sv = e.Dir + " är en hel disk"
	case publish.HasSources:
		sv = e.Dir + " och " + e.Source + " överlappar varandra"
	}
	return words{sv, e.Error()}
}

func foreignHint(why publish.Why) words {
	if why == publish.HoldsOther {
		return words{"välj en annan mapp med --out, eller töm den här själv", "choose another folder with --out, or empty this one yourself"}
	}
	return words{"välj en egen mapp med --out: ett bygge tar bort allt annat i den", "choose a folder of its own with --out: a build removes everything else in it"}
}

// cause says in Swedish why the system refused to write.
func cause(err error) string {
	for _, known := range []struct {
		err error
		sv  string
	}{
		{syscall.ENOSPC, "disken är full"},
		{syscall.EROFS, "filsystemet kan bara läsas"},
		{syscall.EMFILE, "för många filer är öppna"},
		{syscall.EIO, "disken svarar med fel"},
		{fs.ErrPermission, "det är inte tillåtet"},
		{fs.ErrNotExist, "mappen är borta"},
		{fs.ErrExist, "något annat ligger där"},
	} {
		if errors.Is(err, known.err) {
			return known.sv
		}
	}
	return err.Error()
}
