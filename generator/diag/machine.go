package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A record is a fault as a line of JSON.
type record struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`   // from 1; absent: the file as a whole
	Column   int    `json:"column,omitempty"` // in characters, from 1; absent: the line as a whole
	Severity string `json:"severity"`
	Code     Code   `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Draft    bool   `json:"draft,omitempty"` // an error that is a warning because it stands in a draft
}

// writeJSON writes one object a line, so that a reader may begin before the last is written.
func writeJSON(out io.Writer, l List, lang string) {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, d := range l {
		// Texts and numbers can always be encoded, and the writer's error stays with it until it is flushed.
		_ = encoder.Encode(record{
			File: d.File, Line: d.Line, Column: d.Column,
			Severity: d.Severity().String(), Code: d.Code, Message: d.Message(lang), Hint: d.Hint(lang),
			Draft: d.IsInDraft(),
		})
	}
}

// writeGitHub writes workflow commands: GitHub's "Workflow commands", "Setting an error message". A git host
// shows them beside the line that they are about.
func writeGitHub(out io.Writer, l List, lang string) {
	for _, d := range l {
		properties := "file=" + property.Replace(d.File)
		if d.Line > 0 {
			properties += fmt.Sprintf(",line=%d", d.Line)
		}
		if d.Column > 0 {
			properties += fmt.Sprintf(",col=%d", d.Column)
		}
		text := d.Message(lang)
		if hint := d.Hint(lang); hint != "" {
			text += "\n" + hintWord.in(lang) + ": " + hint
		}
		fmt.Fprintf(out, "::%s %s,title=%s::%s\n", command(d.Severity()), properties, d.Code, message.Replace(text))
	}
}

func command(s Severity) string {
	if s == Note {
		return "notice"
	}
	return s.String()
}

// What would end a command, or one of its properties, is encoded. Where it is not, a file's name could be
// a command of its own.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
