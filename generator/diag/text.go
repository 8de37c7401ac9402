package diag

// A text is one sentence in each language of the messages. Names in braces are arguments.
type text struct{ sv, en string }

func (t text) in(lang string) string {
	if lang == "sv" {
		return t.sv
	}
	return t.en
}
