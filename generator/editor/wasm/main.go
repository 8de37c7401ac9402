//go:build js

// The editor in a browser: a worker calls dialogOpen with an index, and dialogLook for each change of a text. What goes in
// and out is JSON.
package main

import (
	"encoding/json"
	"runtime/debug"
	"syscall/js"
	"time"

	"alingsas.se/dialog/generator/editor"
)

// gcPercent lets the memory grow to several times of what is in use: collecting it is what who types would wait for most.
const gcPercent = 400

func main() {
	debug.SetGCPercent(gcPercent)
	var open *editor.Editor
	js.Global().Set("dialogOpen", js.FuncOf(func(_ js.Value, args []js.Value) any {
		opened, err := editor.Open([]byte(args[0].String()), time.Now().Year())
		if err != nil {
			return err.Error()
		}
		open = opened
		return ""
	}))
	js.Global().Set("dialogLook", js.FuncOf(func(_ js.Value, args []js.Value) any {
		var request editor.Request
		if err := json.Unmarshal([]byte(args[0].String()), &request); err != nil {
			return `{"Failure":` + quoted(err.Error()) + `}`
		}
		answer, err := json.Marshal(open.Look(request))
		if err != nil {
			return `{"Failure":` + quoted(err.Error()) + `}`
		}
		return string(answer)
	}))
	js.Global().Call("dialogReady")
	select {}
}

func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text can always be encoded
	}
	return string(data)
}
