package ledger

import (
	"strings"
	"sync"
	"time"
)

// FirstCommits gives for each file of a folder, by its name there, when it was first committed under that name; zero
// where git does not know. Git is asked when the first answer is needed. A clone whose history was cut short knows of
// no first commit: the oldest that it has would be another on every host.
func FirstCommits(dir string) func(name string) time.Time {
	first := sync.OnceValue(func() map[string]time.Time {
		if cut, err := git(dir, "rev-parse", "--is-shallow-repository"); err != nil || strings.TrimSpace(string(cut)) != "false" {
			return nil
		}
		told, err := git(dir, "-c", "core.quotePath=false", "log", "--no-renames", "--diff-filter=A", "--format=//%aI", "--name-only", "--relative", "--", ".")
		if err != nil {
			return nil
		}
		return readFirstCommits(string(told))
	})
	return func(name string) time.Time { return first()[name] }
}

// readFirstCommits reads a log, newest first, of the files that each commit added: a date after //, which begins no
// name, and the names.
func readFirstCommits(log string) map[string]time.Time {
	first := map[string]time.Time{}
	var at time.Time
	for line := range strings.Lines(log) {
		line = strings.TrimRight(line, "\r\n")
		if date, found := strings.CutPrefix(line, "//"); found {
			at, _ = time.Parse(time.RFC3339, date) // what git writes
			continue
		}
		if line != "" && !at.IsZero() {
			first[line] = at // the oldest, which comes last, counts
		}
	}
	return first
}
