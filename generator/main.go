// Generator makes the public site of a municipality's press releases, meetings and contacts out of a folder of
// Markdown.
package main

import (
	"os"
	"time"

	"alingsas.se/dialog/generator/command"
)

func main() {
	os.Exit(command.Run(os.Args[1:], command.Environment{Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Clock: time.Now}))
}
