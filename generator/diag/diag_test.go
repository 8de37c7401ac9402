package diag

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAtCountsLinesAndCharacters(t *testing.T) {
	src := "å=1\r\nb=ö2\n\nsist"
	for _, c := range []struct {
		name         string
		offset       int
		line, column int
	}{
		{"the beginning", 0, 1, 1},
		{"after a letter of two bytes", 2, 1, 2},
		{"the carriage return belongs to its line", 4, 1, 4},
		{"the line feed belongs to its line", 5, 1, 5},
		{"the first character of a line", 6, 2, 1},
		{"after ö", 10, 2, 4},
		{"an empty line", 12, 3, 1},
		{"the last character", len(src) - 1, 4, 4},
		{"the end of the file", len(src), 4, 5},
		{"past the end is the end", len(src) + 7, 4, 5},
		{"before the beginning is the beginning", -3, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := Position{File: "a.md", Line: c.line, Column: c.column}
			if got := At("a.md", []byte(src), c.offset); got != want {
				t.Errorf("At(%d) = %v, want %v", c.offset, got, want)
			}
		})
	}
}

func TestAtOfAnEmptyFileIsItsFirstPlace(t *testing.T) {
	if got := At("a.md", nil, 0); got != (Position{"a.md", 1, 1}) {
		t.Errorf("got %v, want a.md:1:1", got)
	}
}

func TestPositionsAreWrittenAsEditorsJumpToThem(t *testing.T) {
	for want, p := range map[string]Position{
		"a.md":     {File: "a.md"},
		"a.md:3":   {File: "a.md", Line: 3},
		"a.md:3:7": {File: "a.md", Line: 3, Column: 7},
	} {
		if got := p.String(); got != want {
			t.Errorf("%#v is %q, want %q", p, got, want)
		}
	}
}

func TestSortedGoesByPlaceAndTellsEachFaultOnce(t *testing.T) {
	at := func(file string, line, column int) Position { return Position{file, line, column} }
	list := List{
		New(at("b.md", 1, 1), BadDate, "value", "x"),
		New(at("a.md", 10, 1), BadDate, "value", "x"),
		New(at("a.md", 9, 2), UnknownKey, "key", "x"),
		New(at("a.md", 9, 2), BadDate, "value", "y"),
		New(at("a.md", 9, 2), BadDate, "value", "x"),
		New(at("a.md", 0, 0), NoPressContact),
		New(at("a.md", 9, 2), BadDate, "value", "y"),
	}
	before := slices.Clone(list)
	var got []string
	for _, d := range list.Sorted() {
		got = append(got, d.Position.String()+" "+string(d.Code)+" "+d.Arg("value"))
	}
	want := []string{
		"a.md no-press-contact ", "a.md:9:2 bad-date x", "a.md:9:2 bad-date y",
		"a.md:9:2 unknown-key ", "a.md:10:1 bad-date x", "b.md:1:1 bad-date x",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for i := range list {
		if compare(list[i], before[i]) != 0 {
			t.Fatal("Sorted has changed the list that it was asked of")
		}
	}
}

func TestOnlyErrorsKeepASiteFromBeingPublished(t *testing.T) {
	var list List
	list.Add(Position{File: "a.md"}, NoPressContact)
	if list.HasErrors() {
		t.Error("a warning alone counts as an error")
	}
	list.Add(Position{File: "a.md"}, BadDate)
	if errors, warnings := list.Count(); !list.HasErrors() || errors != 1 || warnings != 1 {
		t.Errorf("%d errors and %d warnings, want one of each", errors, warnings)
	}
}

func TestSuggestFindsWhatWasMeant(t *testing.T) {
	keys := []string{"title", "date", "draft", "lead", "contacts", "order", "möte", "id"}
	for _, c := range []struct{ name, word, want string }{
		{"a letter too many", "titlee", "title"},
		{"a letter too few", "contcts", "contacts"},
		{"two letters changed places", "oredr", "order"},
		{"three slips are too many", "cntct", ""},
		{"half of a short word is another word", "lied", ""},
		{"one slip in a word of two letters is another word", "od", ""},
		{"letters outside ASCII count as one", "måte", "möte"},
		{"nothing like it", "vinter", ""},
		{"the nearest, not the first", "dafe", "date"},
		{"no word", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Suggest(c.word, keys); got != c.want {
				t.Errorf("Suggest(%q) = %q, want %q", c.word, got, c.want)
			}
		})
	}
}

func TestSuggestCountsLettersNotBytes(t *testing.T) {
	if got := Suggest("åäö", []string{"abö"}); got != "" {
		t.Errorf("got %q for a word of which two letters in three differ", got)
	}
}

func TestSuggestTakesTheFirstOfTheEquallyNear(t *testing.T) {
	if got := Suggest("cat", []string{"dog", "cart", "cast"}); got != "cart" {
		t.Errorf("got %q, want cart", got)
	}
}

func TestSeveritiesAreNamedForBuildLogs(t *testing.T) {
	for want, s := range map[string]Severity{"error": Error, "warning": Warning, "invalid severity": 0} {
		if s.String() != want {
			t.Errorf("%d is %q, want %q", s, s, want)
		}
	}
}

func TestALocatorGivesTheSamePlaces(t *testing.T) {
	src := []byte(strings.Repeat("åäö\n\nett två\r\n", 5) + "slut")
	l := NewLocator("a.md", src)
	for offset := 0; offset <= len(src)+2; offset++ {
		if utf8.RuneStart(append(src, 'x', 'x', 'x')[offset]) {
			if got, want := l.At(offset), At("a.md", src, offset); got != want {
				t.Errorf("offset %d is %v, want %v", offset, got, want)
			}
		}
	}
}

func TestAnErrorInADraftIsAWarningThatSaysSo(t *testing.T) {
	at := Position{File: "content/press/a.md", Line: 3, Column: 1}
	list := List{New(at, UnknownKey, "key", "titel"), New(at, Untranslated, "keys", "lead"), New(at, Readability)}
	drafted := list.InDraft()
	for i, want := range []Severity{Warning, Warning, Note} {
		if got := drafted[i].Severity(); got != want {
			t.Errorf("%s in a draft: %v, want %v", list[i].Code, got, want)
		}
		if !drafted[i].Equal(list[i]) {
			t.Errorf("%s in a draft is another fault", list[i].Code)
		}
	}
	if drafted.HasErrors() || !list.HasErrors() {
		t.Error("a draft's errors keep something back, or nothing does any more")
	}
	for lang, mark := range map[string]string{"sv": "(utkast: ", "en": "(a draft: "} {
		if got := drafted[0].Message(lang); !strings.HasPrefix(got, list[0].Message(lang)) || !strings.Contains(got, mark) {
			t.Errorf("the message %q does not say that it is about a draft", got)
		}
		if got := drafted[1].Message(lang); got != list[1].Message(lang) {
			t.Errorf("a warning in a draft says %q", got)
		}
	}
	for format, want := range map[Format]string{JSON: `"severity":"warning","code":"unknown-key"`, GitHub: "::warning file=content/press/a.md,line=3,col=1,title=unknown-key::", Text: "a.md:3:1: warning: "} {
		var b strings.Builder
		if err := (Report{Format: format, Lang: "sv"}).Write(&b, drafted[:1]); err != nil || !strings.Contains(b.String(), want) {
			t.Errorf("%s: %q lacks %q (%v)", format, b.String(), want, err)
		}
		if isTold := strings.Contains(b.String(), `"draft":true`); isTold != (format == JSON) {
			t.Errorf("%s: %q", format, b.String())
		}
	}
}

func TestWhatIsInAnotherListIsLeftOut(t *testing.T) {
	at := func(line int) Position { return Position{File: "a.md", Line: line} }
	list := List{New(at(3), UnknownKey, "key", "x"), New(at(1), NoPressContact), New(at(2), UnknownKey, "key", "y")}
	other := List{New(at(2), UnknownKey, "key", "z"), New(at(3), UnknownKey, "key", "x").InDraft(), New(at(9), NoPressContact)}
	got := list.Without(other)
	if len(got) != 2 || got[0].Line != 1 || got[1].Arg("key") != "y" || len(list) != 3 {
		t.Errorf("left are %v", got)
	}
}
