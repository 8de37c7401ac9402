//go:build js

// The editor in a browser: a worker calls dialogOpen with an index, dialogPage for each change of a text, and dialogLook
// when nobody types for a moment. What goes in and out is JSON.
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
	js.Global().Set("dialogPage", answering(func(r editor.Request) editor.Answer { return open.Page(r) }))
	js.Global().Set("dialogLook", answering(func(r editor.Request) editor.Answer { return open.Look(r) }))
	js.Global().Call("dialogReady")
	select {}
}

// answering makes a function for scripts of one that answers requests.
func answering(answer func(editor.Request) editor.Answer) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		var request editor.Request
		if err := json.Unmarshal([]byte(args[0].String()), &request); err != nil {
			return `{"Failure":` + quoted(err.Error()) + `}`
		}
		text, err := json.Marshal(answer(request))
		if err != nil {
			return `{"Failure":` + quoted(err.Error()) + `}`
		}
		return string(text)
	})
}

func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text can always be encoded
	}
	return string(data)
}
