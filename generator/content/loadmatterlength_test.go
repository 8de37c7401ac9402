package content

import (
	"errors"
	"math/rand/v2"
	"testing"
)

func TestFrontMatterIsAsLongAsTheLibrarySays(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"---", "---\n", "--- \n", " ---\n", "---\r\n", "\n", "\r\n", "a: 1\n", "a: 1", "----\n", "---yaml\n", "\u00a0\n", "\t\n", "+++\n", "text\n"}
	found := 0
	for range 50_000 {
		text := ""
		for range random.IntN(7) {
			text += pieces[random.IntN(len(pieces))]
		}
		want, wantErr := matterLength([]byte(text))
		got, err := plainMatterLength([]byte(text))
		if got != want || !errors.Is(err, wantErr) {
			t.Fatalf("%q: %d (%v), the library says %d (%v)", text, got, err, want, wantErr)
		}
		if err == nil {
			found++
		}
	}
	if found < 1000 {
		t.Errorf("%d of the texts have front matter, which is no test", found)
	}
}
