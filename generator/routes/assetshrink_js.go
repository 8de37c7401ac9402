package routes

// shrink leaves a file as it is: a browser is told what a build made of the static files, and makes nothing of its own.
func shrink(_ string, data []byte) ([]byte, error) { return data, nil }
