package browser

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"os"
	"slices"
	"sync"
	"testing"
)

// axe-core is not ours to keep: .ci/run installs it from the npm registry. The script that is run in the
// pages is this one and no other.
const (
	axeFile    = "../../.ci/node_modules/axe-core/axe.min.js"
	axeVersion = "4.14.1"
	axeSum     = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
)

func readAxe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(axeFile)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no axe-core, and CI must have it: ", err)
		}
		t.Skipf("SKIPPED: there is no axe-core. npm install --prefix .ci --no-save --no-package-lock axe-core@%s installs it", axeVersion)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(source)); sum != axeSum {
		t.Fatalf("%s is not axe-core %s: its SHA-256 is %s", axeFile, axeVersion, sum)
	}
	return string(source)
}

// An axeResult is what testdata/pages/axe.js gives.
type axeResult struct {
	Version                string
	Violations, Incomplete []string
}

// lookWithAxe asks every rule of axe-core, best practices and experiments included. What a person would
// have to decide is written to the log.
func lookWithAxe(t *testing.T, _ *pageRun) lookFunc {
	source := readAxe(t)
	undecided := &tally{counts: map[string]int{}}
	t.Cleanup(func() { undecided.log(t) })
	return func(tb *tab, v pageView) ([]string, error) {
		if err := tb.show(v); err != nil {
			return nil, err
		}
		if _, err := evaluate[bool](tb, source+"\n;true"); err != nil {
			return nil, err
		}
		result, err := ask[axeResult](tb, "axe")
		if err == nil && result.Version != axeVersion {
			err = fmt.Errorf("axe-core says that it is %s", result.Version)
		}
		undecided.add(result.Incomplete)
		return result.Violations, err
	}
}

// A tally counts what is told often.
type tally struct {
	mu     sync.Mutex
	counts map[string]int
}

func (c *tally) add(texts []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, text := range texts {
		c.counts[text]++
	}
}

func (c *tally) log(t *testing.T) {
	for _, text := range slices.Sorted(maps.Keys(c.counts)) {
		t.Logf("axe-core can't tell, %d times: %s", c.counts[text], text)
	}
}
