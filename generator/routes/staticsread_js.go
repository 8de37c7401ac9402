package routes

// readStatics reads nothing: a browser is told what a build made of the static files.
func (l *lister) readStatics() { l.assets = &assets{byName: map[string]*asset{}} }
