package workspace

import (
	"testing"
	"testing/fstest"
)

func TestFilesThatAreNotWrittenYetAreThereLikeOthers(t *testing.T) {
	base := fstest.MapFS{"site.yaml": {Data: []byte("title: A")}, "press/a.md": {Data: []byte("a")}}
	over := over(base, map[string][]byte{"press/b.md": []byte("b"), "press/c/index.md": []byte("c"), "contacts/d.md": []byte("d")})
	if err := fstest.TestFS(over, "site.yaml", "press/a.md", "press/b.md", "press/c/index.md", "contacts/d.md"); err != nil {
		t.Error(err)
	}
}
