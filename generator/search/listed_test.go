package search_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// What only the script knows: forms that no stem has in common, and words that nobody asks for alone.
var listed = sync.OnceValue(func() map[string]string {
	script, err := os.ReadFile("../../static/assets/search-words.js")
	if err != nil {
		panic(err)
	}
	all := map[string]string{}
	for _, list := range regexp.MustCompile("(?s)const (families|verbs|before|small) = {(.*?)\n};").FindAllStringSubmatch(string(script), -1) {
		for _, of := range regexp.MustCompile("(?s)\n  (sv|en): [`'](.*?)[`'],").FindAllStringSubmatch(list[2], -1) {
			all[list[1]+" "+of[1]] = of[2]
		}
	}
	return all
})

// formsOf gives the forms of a word that has several without a stem in common.
func formsOf(lang, word string) []string {
	alike := func(list, form string) []string {
		for line := range strings.Lines(listed()[list+" "+lang]) {
			if forms := strings.Fields(line); slices.Contains(forms, form) {
				return forms
			}
		}
		return nil
	}
	if forms := alike("families", word); forms != nil {
		return forms
	}
	if forms := alike("verbs", word); forms != nil {
		return forms
	}
	for _, prefix := range strings.Fields(listed()["before "+lang]) {
		rest, found := strings.CutPrefix(word, prefix)
		if forms := alike("verbs", rest); found && forms != nil {
			forms = slices.Clone(forms)
			for i := range forms {
				forms[i] = prefix + forms[i]
			}
			return forms
		}
	}
	return nil
}

func isSmall(lang, word string) bool {
	return slices.Contains(strings.Fields(listed()["small "+lang]), word)
}

// No form stands in two lines: it would have the others of one of them alone.
func TestAFormIsListedOnce(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		seen := map[string]bool{}
		for _, list := range []string{"families", "verbs"} {
			forms := strings.Fields(listed()[list+" "+lang])
			if len(forms) < 10 {
				t.Fatalf("%s %s: %d forms were read", lang, list, len(forms))
			}
			for _, form := range forms {
				if seen[form] {
					t.Errorf("%s: %s", lang, form)
				}
				seen[form] = true
			}
		}
		if !isSmall(lang, map[string]string{"sv": "och", "en": "and"}[lang]) {
			t.Error("the small words were not read")
		}
	}
}
