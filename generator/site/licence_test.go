package site

import "testing"

func TestKnownLicencesHaveTheirAddress(t *testing.T) {
	for text, want := range map[string]Licence{
		"CC-BY-4.0":       {"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
		"cc by-nc-nd 4.0": {"CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"},
		"CC BY-SA 4.0":    {"CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
		"CC0-1.0":         {"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
		"CC0":             {"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
		"CC-BY-3.0":       {"CC-BY-3.0", ""}, // as it stands: other versions differ by country
		"CC-BY-ND-SA-4.0": {"CC-BY-ND-SA-4.0", ""},
		" Fri för press ": {"Fri för press", ""},
		"":                {},
	} {
		if got := LicenceOf(text); got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
}
