package content

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

const (
	keysFile   = "../keys.md"
	staffFile  = "../../content/README.md"
	staffBegin = "<!-- Written by go test ./generator/content -run ListOfKeys -update from here … -->\n"
	staffEnd   = "<!-- … to here. -->\n"
)

// The list of keys is made of the tables of fields and their words, and so is the table for the staff:
// go test ./generator/content -run ListOfKeys -update writes both anew.
func TestTheListOfKeysIsUpToDate(t *testing.T) {
	isUpToDate(t, keysFile, func(string) string { return listOfKeys() })
	isUpToDate(t, staffFile, func(text string) string {
		before, rest, found := strings.Cut(text, staffBegin)
		_, after, isClosed := strings.Cut(rest, staffEnd)
		if !found || !isClosed {
			t.Fatalf("%s lacks the lines between which the keys stand", staffFile)
		}
		return before + staffBegin + staffKeys() + staffEnd + after
	})
}

var (
	headingLine = regexp.MustCompile(`(?m)^#+ (.+)$`)
	ownLink     = regexp.MustCompile(`\]\(#([^)]+)\)`)
	noAnchor    = regexp.MustCompile(`[^\pL\d_ -]`)
)

// GitHub makes an anchor of a heading: in lower case, without signs, with hyphens for spaces.
func TestLinksWithinTheStaffsGuideLeadToItsHeadings(t *testing.T) {
	text, err := os.ReadFile(staffFile)
	if err != nil {
		t.Fatal(err)
	}
	anchors := map[string]bool{}
	for _, heading := range headingLine.FindAllSubmatch(text, -1) {
		anchors[strings.ReplaceAll(noAnchor.ReplaceAllString(strings.ToLower(string(heading[1])), ""), " ", "-")] = true
	}
	for _, link := range ownLink.FindAllSubmatch(text, -1) {
		if !anchors[string(link[1])] {
			t.Errorf("no heading of %s is #%s", staffFile, link[1])
		}
	}
}

// isUpToDate compares a file with what is made of it, or writes that.
func isUpToDate(t *testing.T, file string, renew func(text string) string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	got := renew(string(text))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if got != string(text) {
		t.Errorf("%s is not what the tables of fields say; go test ./generator/content -run ListOfKeys -update writes it anew", file)
	}
}

var keysHead = `<!-- Written by go test ./generator/content -run ListOfKeys -update from the tables of fields and their words. -->

# Nycklarna – the keys

Varje nyckel som kan stå överst i en text, i ` + "`site.yaml`" + ` och i tillgänglighetsredogörelsen. En nyckel som inte står här är
ett fel. ` + "`images.alt`" + ` är nyckeln ` + "`alt`" + ` i gruppen ` + "`images`" + `. En *översättning* tar över det som följer med från
originalet, om den inte själv säger något annat; *bör översättas* betyder att det är ord som läsaren ser. En lista har högst ` + strconv.Itoa(limits.List) + ` poster.

Every key that may stand at the top of a text, in ` + "`site.yaml`" + ` and in the accessibility statement. A key that is not listed is an
error. ` + "`images.alt`" + ` is the key ` + "`alt`" + ` of the group ` + "`images`" + `. A *translation* takes over what is inherited from its
original, where it says nothing else; *to be translated* are words that readers see. A list has at most ` + strconv.Itoa(limits.List) + ` items.
`

func listOfKeys() string {
	var b strings.Builder
	b.WriteString(keysHead)
	for _, typ := range Model() {
		fmt.Fprintf(&b, "\n## %s – %s\n\n`%s`\n", typ.Label.Swedish, strings.ToLower(typ.Label.English[:1])+typ.Label.English[1:], strings.Join(typ.Files, "`, `"))
		writeTable(&b, typ, "sv", "nyckel", "vad det är", "slag", "måste finnas", "översättning", "exempel")
		writeTable(&b, typ, "en", "key", "what it is", "kind", "required", "translation", "example")
	}
	return b.String()
}

func writeTable(b *strings.Builder, typ Type, lang string, heads ...string) {
	fmt.Fprintf(b, "\n%s%s", row(heads...), row(slices.Repeat([]string{"---"}, len(heads))...))
	eachKey(typ, func(path []string, k Key) {
		required := ""
		if k.Required {
			required = diag.Both("ja", "yes").In(lang)
		}
		b.WriteString(row(code(strings.Join(path, ".")), meaning(k, lang), kindOf(k.Value).In(lang), required,
			takenOver(typ, path, k).In(lang), code(k.Example.In(lang))))
	})
}

// staffKeys lists the keys for those who write, in Swedish; what every text may have is told once.
func staffKeys() string {
	var b strings.Builder
	types := Model()
	common := commonKeys(types[:len(kinds)])
	writeStaffTable(&b, "Alla texter", Type{Keys: common})
	for _, typ := range types {
		if typ.ByProgram {
			continue
		}
		if strings.HasSuffix(typ.Files[0], ".md") {
			typ.Keys = slices.DeleteFunc(typ.Keys, func(k Key) bool { return isAmong(common, k) })
		}
		writeStaffTable(&b, fmt.Sprintf("%s: `%s`", typ.Label.Swedish, typ.Files[0]), typ)
	}
	return b.String()
}

func writeStaffTable(b *strings.Builder, title string, typ Type) {
	fmt.Fprintf(b, "\n### %s\n\n%s%s", title, row("nyckel", "vad det är", "exempel"), row("---", "---", "---"))
	eachKey(typ, func(path []string, k Key) {
		text := meaning(k, "sv")
		if k.Required {
			text += " *Måste finnas.*"
		}
		b.WriteString(row(code(strings.Join(path, ".")), text, code(k.Example.Swedish)))
	})
}

// commonKeys are those that all types have, with the same meaning.
func commonKeys(types []Type) []Key {
	return slices.DeleteFunc(slices.Clone(types[0].Keys), func(k Key) bool {
		return slices.ContainsFunc(types, func(typ Type) bool { return !isAmong(typ.Keys, k) })
	})
}

func isAmong(keys []Key, k Key) bool {
	return slices.ContainsFunc(keys, func(other Key) bool { return other.Name == k.Name && other.Help == k.Help })
}

func meaning(k Key, lang string) string {
	return "**" + k.Label.In(lang) + ".** " + strings.ReplaceAll(k.Help.In(lang), "|", `\|`)
}

func row(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

func code(text string) string { return "`" + strings.ReplaceAll(text, "|", `\|`) + "`" }

// takenOver says what a translation does with a key; of settings, whether it may be written by language.
func takenOver(typ Type, path []string, k Key) diag.Words {
	switch {
	case k.InLanguages:
		return diag.Both("`{sv: …, en: …}`", "`{sv: …, en: …}`")
	case len(path) > 1 || !strings.HasSuffix(typ.Files[0], ".md"):
		return diag.Words{}
	case k.Translated:
		return diag.Both("följer med; bör översättas", "inherited; to be translated")
	case k.Inherited:
		return diag.Both("följer med", "inherited")
	}
	return diag.Both("skriver sin egen", "its own")
}

var inputWords = map[Input]diag.Words{
	TextInput:     diag.Both("text på en rad", "text of one line"),
	LongTextInput: diag.Both("text med Markdown", "text with Markdown"),
	DateInput:     diag.Both("datum, med eller utan klockslag", "date, with or without a time"),
	FlagInput:     diag.Both("`true` eller `false`", "`true` or `false`"),
	NumberInput:   diag.Both("heltal", "whole number"),
	DegreesInput:  diag.Both("grader", "degrees"),
	GroupInput:    diag.Both("grupp av nycklar", "group of keys"),
	PictureInput:  diag.Both("namn på en bildfil", "name of a picture"),
	FileInput:     diag.Both("namn på en fil", "name of a file"),
	AddressInput:  diag.Both("webbadress", "address on the web"),
	EmailInput:    diag.Both("e-postadress", "e-mail address"),
	PhoneInput:    diag.Both("telefonnummer", "telephone number"),
}

// manyChoices are too many for a table: the codes of warnings, which have a list of their own.
const manyChoices = 30

func kindOf(v Value) diag.Words {
	words := inputWords[v.Input]
	switch {
	case v.Input == ReferenceInput:
		words = diag.Both("id för en text i `"+v.Folder+"`", "id of a text in `"+v.Folder+"`")
	case len(v.Choices) > manyChoices:
		words = diag.Both("kod för en varning ur [codes.md](codes.md)", "code of a warning in [codes.md](codes.md)")
	case v.Input == ChoiceInput:
		choices := "`" + strings.Join(v.Choices, "`, `") + "`"
		words = diag.Both("något av "+choices, "one of "+choices)
	case v.TextFor != "":
		words = diag.Both("text (`"+v.TextFor+"`) eller grupp av nycklar", "text (`"+v.TextFor+"`) or group of keys")
	}
	if v.Pattern != "" {
		words = diag.Both(words.Swedish+" som "+code(v.Pattern), words.English+" like "+code(v.Pattern))
	}
	if limits := bounds(v); limits != "" {
		words = diag.Both(words.Swedish+limits, words.English+limits)
	}
	if v.IsList {
		words = diag.Both("lista: "+words.Swedish, "list: "+words.English)
	}
	return words
}

func bounds(v Value) string {
	switch {
	case v.Min != nil && v.Max != nil:
		return fmt.Sprintf(", %d…%d", *v.Min, *v.Max)
	case v.Min != nil:
		return ", ≥ " + strconv.Itoa(*v.Min)
	}
	return ""
}
