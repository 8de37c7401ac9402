package locale

import (
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// sortInNode sorts lists of names as order_js.go has it.
const sortInNode = `const {tag, lists} = JSON.parse(require("fs").readFileSync(0));
const {compare} = new Intl.Collator(tag, {numeric: true});
const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
console.log(JSON.stringify(lists.map((names) => names.sort((a, b) => compare(a, b) || bytes(a, b)))));`

// A browser puts names in the order that a build does.
func TestABrowserHasTheSameOrder(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node nothing sorts as in a browser: ", err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	letters := strings.Split("a b c e k v w x y z å ä ö é ü æ ø A E V W Å Ä Ö É 1 2 10 07", " ")
	letters = append(letters, " ", "-", "'", ".", ":")
	for _, tag := range []string{"sv", "en"} {
		var lists, sorted [][]string
		for range 2000 {
			var names []string
			for range 5 {
				name := "a"
				for range random.IntN(6) {
					name += letters[random.IntN(len(letters))]
				}
				names = append(names, name)
			}
			lists, sorted = append(lists, names), append(sorted, slices.Clone(names))
			SortBy(speaking(t, tag), sorted[len(sorted)-1], itself)
		}
		input, err := json.Marshal(map[string]any{"tag": tag, "lists": lists})
		if err != nil {
			t.Fatal(err)
		}
		run := exec.Command(node, "-e", sortInNode)
		run.Stdin = strings.NewReader(string(input))
		out, err := run.Output()
		if err != nil {
			t.Fatal(err)
		}
		var got [][]string
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		different := 0
		for i := range lists {
			if !slices.Equal(got[i], sorted[i]) {
				if different++; different < 12 {
					t.Logf("%s: %q, a build has %q", tag, got[i], sorted[i])
				}
			}
		}
		if different > 0 {
			t.Errorf("%s: %d of %d lists differ", tag, different, len(lists))
		}
	}
}
