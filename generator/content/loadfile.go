package content

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// readFile reads a text of the content folder. What is no ordinary file is not opened, since reading a pipe
// would wait for ever; a link that leads out of the folder is refused by the folder itself.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	data, _, err := readStamped(fsys, name)
	return data, err
}

// readStamped is readFile with the stamp of what was read.
func readStamped(fsys fs.FS, name string) ([]byte, stamp, error) {
	if !utf8.ValidString(name) {
		return nil, stamp{}, &fileError{diag.BadFileName, []string{"why", "det är inte skrivet i UTF-8", "why-en", "it is not written in UTF-8"}}
	}
	info, err := checkFile(fsys, name, limits.Text)
	if err != nil {
		return nil, stamp{}, err
	}
	data, err := fs.ReadFile(fsys, name)
	return data, stampOf(info), err
}

// checkFile looks at a file, and tells why it cannot be read: that it is not there, is no ordinary file, or is too
// large.
func checkFile(fsys fs.FS, name string, limit int64) (fs.FileInfo, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		if link, lerr := fs.Lstat(fsys, name); lerr == nil && link.Mode()&fs.ModeSymlink != 0 {
			return nil, &fileError{diag.NotAFile, []string{"what", "en länk till något utanför mappen, eller till ingenting", "what-en", "a link to something outside the folder, or to nothing"}}
		}
		return nil, err
	}
	mode := info.Mode()
	what := func(sv, en string) (fs.FileInfo, error) {
		return nil, &fileError{diag.NotAFile, []string{"what", sv, "what-en", en}}
	}
	switch {
	case mode.IsDir():
		return what("en mapp", "a folder")
	case mode&fs.ModeNamedPipe != 0:
		return what("ett rör mellan program", "a pipe between programs")
	case mode&fs.ModeSocket != 0:
		return what("en kontakt mellan program", "a socket between programs")
	case !mode.IsRegular():
		return what("en enhet i datorn", "a device of the computer")
	case info.Size() > limit:
		return nil, &fileError{diag.TooLarge, []string{"size", size(info.Size()), "limit", size(limit)}}
	}
	return info, nil
}

// A fileError is why a file that is there is not read.
type fileError struct {
	code diag.Code
	args []string
}

func (e *fileError) Error() string { return string(e.code) }

// fileFault tells of a file that could not be read.
func fileFault(at diag.Position, err error) diag.Diagnostic {
	var fault *fileError
	if errors.As(err, &fault) {
		return diag.New(at, fault.code, fault.args...)
	}
	return diag.New(at, diag.UnreadableFile, "why", reason(err))
}

// FileFault looks at a picture or an attachment, and tells why it cannot be published, or that nothing is wrong with
// it. There is no info of a file that is not there.
func FileFault(fsys fs.FS, name string, at diag.Position) (info fs.FileInfo, fault diag.Diagnostic, isFaulty bool) {
	info, err := checkFile(fsys, name, limits.File)
	var known *fileError
	if errors.As(err, &known) {
		return nil, fileFault(at, err), true
	}
	return info, diag.Diagnostic{}, false
}

// size writes a number of bytes as a size that people know.
func size(n int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case n >= 10*mega:
		return strconv.FormatInt(n/mega, 10) + " MB"
	case n >= mega:
		return fmt.Sprintf("%d,%d MB", n/mega, n%mega*10/mega)
	}
	return strconv.FormatInt((n+kilo-1)/kilo, 10) + " kB"
}
