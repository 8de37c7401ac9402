package content

import "bytes"

// Git writes into a text that two people changed what each of them wrote, between lines of seven signs (git help
// merge, "How conflicts are presented"). In Markdown they would be quotes and headings.
const (
	conflictOurs   = "<<<<<<<"
	conflictTheirs = ">>>>>>>"
	conflictMiddle = "======="
)

// ConflictMark finds the first of Git's marks that was left in a text, -1 where there is none. A line of seven equals
// signs below a text makes a heading of it, and is a mark only where nothing stands above it.
func ConflictMark(text []byte) int {
	first := -1
	for _, mark := range []string{conflictOurs, conflictTheirs, conflictMiddle} {
		if at := markedLine(text, mark); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// markedLine finds the first line that is a mark, -1 where there is none.
func markedLine(text []byte, mark string) int {
	for from := 0; ; {
		i := bytes.Index(text[from:], []byte(mark))
		if i < 0 {
			return -1
		}
		at := from + i
		if isConflictMark(text, at, mark) {
			return at
		}
		from = at + len(mark)
	}
}

func isConflictMark(text []byte, at int, mark string) bool {
	line := firstLine(text[at:])
	switch {
	case at > 0 && text[at-1] != '\n':
		return false
	case mark == conflictMiddle:
		return string(line) == mark && isBlankAbove(text[:at])
	}
	return len(line) == len(mark) || line[len(mark)] == ' '
}

// isBlankAbove tells whether the line at the end of a text is empty, or the last of the front matter.
func isBlankAbove(text []byte) bool {
	above := bytes.TrimRight(text, "\r\n")
	if bytes.Count(text[len(above):], []byte("\n")) > 1 || len(bytes.TrimSpace(above)) == 0 {
		return true
	}
	last := above[bytes.LastIndexByte(above, '\n')+1:]
	return len(bytes.TrimSpace(last)) == 0 || isMark(last)
}
