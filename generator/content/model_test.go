package content

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

// sampleFile is a file of each type.
var sampleFile = map[string]string{
	"press": "press/a.md", "meetings": "meetings/a.md", "contacts": "contacts/a.md", "pages": "pages/a.md",
	settingsFile: settingsFile, statementFile: statementFile, TestRecordFile: TestRecordFile,
}

// companions are keys without which another one is an error.
var companions = map[string]string{
	"meetings end":                      "start",
	"meetings previous_start":           "start",
	"meetings place.latitude":           "longitude",
	"meetings place.longitude":          "latitude",
	"contacts press":                    "email",
	"accessibility.yaml feedback.phone": "url",
	"accessibility.yaml feedback.text":  "url",
}

// eachKey calls do for every key of a type, and for those of its groups: images.alt.
func eachKey(typ Type, do func(path []string, k Key)) {
	var walk func(path []string, keys []Key)
	walk = func(path []string, keys []Key) {
		for _, k := range keys {
			below := append(slices.Clone(path), k.Name)
			do(below, k)
			walk(below, k.Keys)
		}
	}
	walk(nil, typ.Keys)
}

// matterWith writes the keys that must be there, as their examples have them, and the one of a path with a value;
// without that key, where the value is "".
func matterWith(keys []Key, path []string, value, companion, lang string) string {
	var b strings.Builder
	for _, k := range keys {
		switch {
		case k.Name == path[0] && len(path) > 1:
			fmt.Fprintf(&b, "%s:\n%s", k.Name, indented(groupWith(k.Keys, path[1:], value, companion, lang), k.IsList))
		case k.Name == path[0] && value != "":
			fmt.Fprintf(&b, "%s: %s\n", k.Name, value)
		case k.Name != path[0] && (k.Required || len(path) == 1 && k.Name == companion):
			fmt.Fprintf(&b, "%s: %s\n", k.Name, k.Example.In(lang))
		}
	}
	return b.String()
}

// groupWith is matterWith with at least one key: an empty group is as if it were not there.
func groupWith(keys []Key, path []string, value, companion, lang string) string {
	if text := matterWith(keys, path, value, companion, lang); text != "" {
		return text
	}
	other := slices.IndexFunc(keys, func(k Key) bool { return k.Name != path[0] })
	return keys[other].Name + ": " + keys[other].Example.In(lang) + "\n"
}

func indented(text string, isList bool) string {
	var b strings.Builder
	start := "  "
	if isList {
		start = "- "
	}
	for line := range strings.Lines(text) {
		b.WriteString("  " + start + line)
		start = "  "
	}
	return b.String()
}

// faultsWith are the errors of a file that says a value for the key of a path, and little else.
func faultsWith(typ Type, path []string, value, lang string) (text string, errors diag.List) {
	text = matterWith(typ.Keys, path, value, companions[typ.Name+" "+strings.Join(path, ".")], lang)
	return text, faultsIn(typ, text)
}

func faultsIn(typ Type, text string) (errors diag.List) {
	name := sampleFile[typ.Name]
	if strings.HasSuffix(name, ".md") {
		text = "---\n" + text + "---\n\nText.\n"
	}
	if typ.Name == settingsFile && !strings.Contains(text, "languages:") {
		text += "languages: [sv, en]\n" // in which its texts are
	}
	fsys := fstest.MapFS{
		settingsFile:  {Data: []byte(plainSettings)},
		statementFile: {Data: []byte(plainStatement)},
	}
	fsys[name] = &fstest.MapFile{Data: []byte(text)}
	_, diags, _ := NewLoader(fsys, "content").Load()
	// A statement that is partial must also say what is wrong.
	return slices.DeleteFunc(diags.AtLeast(diag.Error), func(d diag.Diagnostic) bool { return d.Code == diag.StatementClaims })
}

func TestEveryKeyHasItsWords(t *testing.T) {
	for _, typ := range Model() {
		eachKey(typ, func(path []string, k Key) {
			for _, words := range []diag.Words{k.Label, k.Help, k.Example} {
				if words.Swedish == "" || words.English == "" {
					t.Errorf("%s: %s lacks its label, help or example", typ.Name, strings.Join(path, "."))
				}
			}
			if !strings.HasSuffix(k.Help.Swedish, ".") || !strings.HasSuffix(k.Help.English, ".") {
				t.Errorf("%s: the help of %s is no sentence", typ.Name, strings.Join(path, "."))
			}
		})
	}
}

func TestEveryDescriptionHasItsKey(t *testing.T) {
	known := map[string]bool{}
	for _, typ := range Model() {
		eachKey(typ, func(path []string, k Key) { known[k.Name+k.Label.Swedish+k.Help.Swedish] = true })
	}
	for _, table := range [][]help{
		sharedHelp, releaseHelp, correctionHelp, withdrawalHelp, imageHelp, photoHelp, attachmentHelp, meetingHelp, changeHelp, placeHelp,
		registrationHelp, contactHelp, pageHelp, settingsHelp, organisationHelp, logotypeHelp, editorHelp, addressHelp, statementHelp, feedbackHelp,
		issueHelp, testRecordHelp, testResultHelp,
	} {
		for _, h := range table {
			if !known[h.key+h.label+h.text] {
				t.Errorf("no key %q shows %q", h.key, h.text)
			}
		}
	}
}

func TestEveryExampleIsTaken(t *testing.T) {
	for _, typ := range Model() {
		eachKey(typ, func(path []string, k Key) {
			for _, lang := range []string{"sv", "en"} {
				if text, errors := faultsWith(typ, path, k.Example.In(lang), lang); len(errors) > 0 {
					t.Errorf("%s: the example of %s gives %s\n%s", typ.Name, strings.Join(path, "."), codesOf(errors), text)
				}
			}
			if k.Pattern != "" && !k.IsList && !regexp.MustCompile(k.Pattern).MatchString(k.Example.Swedish) {
				t.Errorf("%s: the example of %s does not match %s", typ.Name, strings.Join(path, "."), k.Pattern)
			}
		})
	}
}

// What the model says of a key, the decoder does.
func TestValuesAreWhatTheModelSays(t *testing.T) {
	for _, typ := range Model() {
		eachKey(typ, func(path []string, k Key) {
			right, wrong := valuesOf(k.Value)
			switch k.Name {
			case "timezone", "languages", "family_name":
				right = nil // a place of the world; those of the titles; a part of the name
			}
			if k.IsList {
				right, wrong = listed(right), append(listed(wrong), "x")
			} else {
				wrong = append(wrong, "[x]")
			}
			for _, value := range right {
				if text, errors := faultsWith(typ, path, value, "sv"); len(errors) > 0 {
					t.Errorf("%s: %s reports %s\n%s", typ.Name, strings.Join(path, "."), codesOf(errors), text)
				}
			}
			for _, value := range wrong {
				if text, errors := faultsWith(typ, path, value, "sv"); len(errors) == 0 {
					t.Errorf("%s: %s takes what the model does not\n%s", typ.Name, strings.Join(path, "."), text)
				}
			}
		})
	}
}

func listed(values []string) (lists []string) {
	for _, v := range values {
		lists = append(lists, "["+v+"]")
	}
	return lists
}

// valuesOf are some that a value may be, and some that it may not.
func valuesOf(v Value) (right, wrong []string) {
	if !v.InLanguages && v.Input != GroupInput {
		wrong = append(wrong, "{sv: x, en: y}")
	}
	switch v.Input {
	case TextInput, LongTextInput:
		switch {
		case v.InLanguages:
			return []string{"x", "{sv: x, en: y}"}, append(wrong, "{xx: y}")
		case v.Pattern != "":
			return nil, append(wrong, `"Å å"`)
		}
		return []string{"x"}, wrong
	case DateInput:
		return []string{"2026-12-30", "2026-12-30 09:00"}, append(wrong, "x")
	case FlagInput:
		return []string{"true", "false"}, append(wrong, "x")
	case NumberInput, DegreesInput:
		right = []string{"1"}
		if v.Min != nil {
			right, wrong = append(right, strconv.Itoa(*v.Min)), append(wrong, strconv.Itoa(*v.Min-1))
		}
		if v.Max != nil {
			right, wrong = append(right, strconv.Itoa(*v.Max)), append(wrong, strconv.Itoa(*v.Max+1))
		}
		return right, append(wrong, "x")
	case ChoiceInput:
		return v.Choices, append(wrong, "x")
	case GroupInput:
		if v.TextFor != "" {
			return []string{"x"}, wrong
		}
		return nil, append(wrong, "x")
	case AddressInput, EmailInput, PhoneInput:
		return nil, append(wrong, "x")
	}
	return []string{"x"}, wrong
}

func TestRequiredKeysAreThoseThatAreMissed(t *testing.T) {
	for _, typ := range Model() {
		eachKey(typ, func(path []string, k Key) {
			text, errors := faultsWith(typ, path, "", "sv")
			missed := slices.ContainsFunc(errors, func(d diag.Diagnostic) bool {
				isIt := strings.HasPrefix(d.Arg("key")+".", k.Name+".") || d.Arg("key") == strings.Join(path, ".")
				return d.Code == diag.MissingKey && isIt || d.Code == diag.MissingAlt && k.Name == "alt"
			})
			if missed != k.Required && !hangsOnOthers[strings.Join(path, ".")] {
				t.Errorf("%s: %s is required: %v, but missed: %v in\n%s", typ.Name, strings.Join(path, "."), k.Required, missed, text)
			}
		})
	}
}

// hangsOnOthers has keys that are missed where another one stands, or does not.
var hangsOnOthers = map[string]bool{"feedback.url": true, "place.latitude": true, "place.longitude": true}
