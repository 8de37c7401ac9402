package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	placeholder = regexp.MustCompile(`\{([^{}]*)\}`)
	codeForm    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

func TestEveryCodeSaysWhatIsWrongAndWhatToDoInBothLanguages(t *testing.T) {
	for code, e := range catalogue {
		if !codeForm.MatchString(string(code)) {
			t.Errorf("%s: a code is lower-case words with hyphens", code)
		}
		if e.severity < Note || e.severity > Error {
			t.Errorf("%s has no severity", code)
		}
		for _, part := range []struct{ name, text string }{
			{"sv message", e.message.sv}, {"en message", e.message.en}, {"sv hint", e.hint.sv}, {"en hint", e.hint.en},
		} {
			switch {
			case strings.TrimSpace(part.text) == "":
				t.Errorf("%s has no %s", code, part.name)
			case strings.HasSuffix(part.text, "."):
				t.Errorf("%s: its %s ends with a full stop; the others don't", code, part.name)
			}
		}
		if e.message.sv == e.message.en && !strings.HasPrefix(e.message.sv, "{") {
			t.Errorf("%s says the same in both languages: %q", code, e.message.sv)
		}
	}
}

// The English one of a pair of texts in two languages is named with -en: {why} and {why-en}.
func TestBothLanguagesNameTheSameThings(t *testing.T) {
	for code, e := range catalogue {
		for what, text := range map[string]text{"message": e.message, "hint": e.hint} {
			sv, en := namesIn(text.sv), namesIn(text.en)
			for _, name := range sv {
				if strings.HasSuffix(name, "-en") {
					t.Errorf("%s: the Swedish %s holds {%s}", code, what, name)
				}
			}
			for i, name := range en {
				en[i] = strings.TrimSuffix(name, "-en")
			}
			slices.Sort(en)
			if !slices.Equal(sv, en) {
				t.Errorf("%s: the %s names %q in Swedish and %q in English", code, what, sv, en)
			}
		}
	}
}

func namesIn(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return names
}

func TestCodesListsTheWholeCatalogue(t *testing.T) {
	if got := len(Codes()); got != len(catalogue) {
		t.Errorf("%d codes, want %d", got, len(catalogue))
	}
}
