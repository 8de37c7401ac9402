package routes

// A browser is shown pages, of which the editor's is none: it is there already.

func (l *lister) listEditor()             {}
func (l *lister) listEditing()            {}
func (l *lister) editorHeaders() []string { return nil }
