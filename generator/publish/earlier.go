package publish

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"os"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/routes"
)

// A Basis sums up all that the outputs of a site depend on but the texts that their routes name: the program, the
// settings, the templates, what every item is, the moment. The zero Basis says nothing.
type Basis [32]byte

// earlier is what the last build has put into a folder: for each output the texts that it was made of, and how to
// know it again. Where basis and texts are the same, the file that stands there is the output, if nobody has
// touched it since; nothing else is taken for granted. It is kept beside the folder, as .NAME.made.
type earlier struct {
	file  string
	basis Basis
	found []byte // what the file held
	made  map[string]made
}

// made is an output of an earlier build.
type made struct {
	texts routes.Fingerprint
	size  int64
	sum   uint32
}

// castagnoli is the polynomial that processors know best. The sum tells whether somebody wrote to a file; what the
// output depends on is told by longer ones.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newMade(texts routes.Fingerprint, data []byte) made {
	return made{texts, int64(len(data)), crc32.Checksum(data, castagnoli)}
}

// readEarlier reads what stands beside a folder; it is empty where there is nothing, or nothing of this basis.
func readEarlier(file string, basis Basis) *earlier {
	e := &earlier{file: file, basis: basis}
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return e
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return e
	}
	e.found = data
	if rest, isOurs := bytes.CutPrefix(data, e.heading()); isOurs {
		e.made = parseMade(string(rest))
	}
	return e
}

// heading is the first line of the file. The number is that of the format.
func (e *earlier) heading() []byte { return fmt.Appendf(nil, "made 1 %x\n", e.basis) }

// parseMade reads the lines of the file; what nobody has written gives nothing.
func parseMade(text string) map[string]made {
	all := make(map[string]made, strings.Count(text, "\n"))
	for text != "" {
		line, rest, isWhole := strings.Cut(text, "\n")
		text = rest
		fields := strings.SplitN(line, " ", 4)
		if !isWhole || len(fields) < 4 {
			return nil
		}
		texts, err := strconv.ParseUint(fields[0], 16, 64)
		size, err2 := strconv.ParseInt(fields[1], 10, 64)
		sum, err3 := strconv.ParseUint(fields[2], 16, 32)
		if err != nil || err2 != nil || err3 != nil {
			return nil
		}
		m := made{routes.Fingerprint(texts), size, uint32(sum)}
		all[fields[3]] = m
	}
	return all
}

// read appends to w what the file of an output in the folder holds, if that is what these texts gave.
func (e *earlier) read(w *bytes.Buffer, texts routes.Fingerprint, name string, in openedFolder) bool {
	m, isKnown := e.made[name]
	if !isKnown || m.texts != texts {
		return false
	}
	before := w.Len()
	return in.read(w, name, m.size) && newMade(texts, w.Bytes()[before:]) == m
}

func (m made) appendLine(data []byte, name string) []byte {
	data = append(strconv.AppendUint(data, uint64(m.texts), 16), ' ')
	data = append(strconv.AppendInt(data, m.size, 10), ' ')
	data = append(strconv.AppendUint(data, uint64(m.sum), 16), ' ')
	return append(append(data, name...), '\n')
}

// write keeps what a build has made for the next one. Where that fails the next one takes longer, no more.
func (e *earlier) write(outputs []output) {
	const length = 100 // of most lines
	data := append(make([]byte, 0, length*len(outputs)), e.heading()...)
	for i := range outputs {
		if o := &outputs[i]; o.isKnowable && !strings.Contains(o.name, "\n") {
			data = o.made.appendLine(data, o.name)
		}
	}
	next := e.file + ".new"
	if bytes.Equal(data, e.found) {
		_ = os.Remove(next) // of a build that was killed
		return
	}
	if os.WriteFile(next, data, 0o644) != nil || os.Rename(next, e.file) != nil {
		_ = os.Remove(next)
	}
}
