package locale

import (
	"strings"
	"testing"
)

func TestNumbersAreShownAsTheyReadAndDialledInFull(t *testing.T) {
	for _, c := range []struct{ name, text, shown, number string }{
		{"national", "0322-61 61 22", "0322-61 61 22", "+46322616122"},
		{"with an en dash", "0322–61 61 22", "0322–61 61 22", "+46322616122"},
		{"with a minus sign", "0322−61 61 22", "0322−61 61 22", "+46322616122"},
		{"with a slash", "0322/61 61 22", "0322/61 61 22", "+46322616122"},
		{"with brackets", "(0322) 61 61 22", "(0322) 61 61 22", "+46322616122"},
		{"with full stops", "0322.61.61.22", "0322.61.61.22", "+46322616122"},
		{"with no-break spaces", "\u00a00322-61\u00a061\u00a022 ", "0322-61\u00a061\u00a022", "+46322616122"},
		{"grouped otherwise than the library does", "08-508 29 000", "08-508 29 000", "+46850829000"},
		{"mobile", "070-123 45 67", "070-123 45 67", "+46701234567"},
		{"freephone", "020-123 456", "020-123 456", "+4620123456"},
		{"shared cost", "0771-11 22 33", "0771-11 22 33", "+46771112233"},

		{"switchboard", "0322-61 60 00 vx", "0322-61 60 00 vx", "+46322616000"},
		{"switchboard after a comma", "0322-61 60 00, växel", "0322-61 60 00, växel", "+46322616000"},
		{"switchboard in brackets", "0322-61 60 00 (vx)", "0322-61 60 00 (vx)", "+46322616000"},
		{"switchboard first", "Växel: 0322-61 60 00", "Växel: 0322-61 60 00", "+46322616000"},
		{"switchboard, international", "+46 322 61 60 00 vx", "0322-61 60 00 vx", "+46322616000"},

		{"international", "+46 322 61 61 22", "0322-61 61 22", "+46322616122"},
		{"international with 00", "0046 322 616122", "0322-61 61 22", "+46322616122"},
		{"international with (0)", "+46 (0)322-61 61 22", "0322-61 61 22", "+46322616122"},
		{"from Denmark", "0045 33123456", "+45 33 12 34 56", "+4533123456"},
		{"from the United States", "+1 (650) 253-0000", "+1 650-253-0000", "+16502530000"},

		{"emergency", "112", "112", "112"},
		{"health care", "1177", "1177", "1177"},
		{"information", "113 13", "113 13", "11313"},
		{"police", "114 14", "114 14", "11414"},
		{"police, unbroken", " 11414", "11414", "11414"},
		{"six digits", "116 117", "116 117", "116117"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := ParsePhone(c.text, "SE")
			if err != nil {
				t.Fatal(err)
			}
			if p.Text != c.shown || p.Number != c.number || p.Href() != "tel:"+c.number {
				t.Errorf("%q is %+v with %s, want %q and %q", c.text, p, p.Href(), c.shown, c.number)
			}
			if short := !strings.HasPrefix(c.number, "+"); p.IsShort() != short {
				t.Errorf("%q: short is %v, want %v", c.text, p.IsShort(), short)
			}
		})
	}
}

func TestNumbersThatCannotBeDialledAreErrors(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"nothing", ""},
		{"spaces", "  "},
		{"a word", "vx"},
		{"a digit short", "0322 61 61"},
		{"a digit too many", "0322-61 61 22 22 2"},
		{"no area code", "61 61 22"},
		{"no 0", "322-61 61 22"},
		{"no +", "46 322 61 61 22"},
		{"no such short number", "123"},
		{"no such short number of five digits", "20 400"},
		{"a short number behind a country code", "+46112"},
		{"a short number behind a zero", "0112"},
		{"letters of a keypad", "0322-CALL ME"},
		{"letters", "ring oss"},
		{"an extension", "0322-61 61 22 ankn. 12"},
		{"two numbers", "0322-61 61 22, 0322-61 61 00"},
		{"two numbers with a slash", "0322-61 61 22/23"},
		{"a plus inside", "0322+616122"},
		{"other digits", "٠٣٢٢٦١٦١٢٢"},
		{"a tel address", "tel:+46322616122"},
		{"no such country", "+999 123456"},
		{"very long", strings.Repeat("0322616122", 30)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if p, err := ParsePhone(c.text, "SE"); err == nil || p != (Phone{}) {
				t.Errorf("%q is %+v, error %v", c.text, p, err)
			}
		})
	}
}

func TestARegionDecidesWhatANumberWithoutCountryIs(t *testing.T) {
	danish, err := ParsePhone("33 12 34 56", "DK")
	if want := (Phone{Text: "33 12 34 56", Number: "+4533123456"}); err != nil || danish != want {
		t.Errorf("Danish: %+v, %v; want %+v", danish, err, want)
	}
	if p, err := ParsePhone("0322-61 61 22", "XX"); err == nil {
		t.Errorf("no region: %+v", p)
	}
}

func TestTheZeroPhoneHasNoLink(t *testing.T) {
	if p := (Phone{}); p.Href() != "" || p.IsShort() {
		t.Errorf("Href %q, IsShort %v", p.Href(), p.IsShort())
	}
}

func FuzzWhatIsDialledIsDigitsAndStaysTheSame(f *testing.F) {
	for _, text := range []string{
		"0322-61 61 22", "0322–61 61 22 vx", "08-508 29 000", "112", "114 14", "+46 (0)322-61 61 22",
		"0045 33123456", "+1 650 253 0000", "0322 61 61", "(vx)", "växel: 1177", "+800 1234 5678",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePhone(text, "SE")
		if err != nil {
			if p != (Phone{}) {
				t.Fatalf("%q: %+v with error %v", text, p, err)
			}
			return
		}
		digits := strings.TrimPrefix(p.Number, "+")
		if digits == "" || len(digits) > 15 || strings.Trim(digits, "0123456789") != "" { // E.164
			t.Errorf("%q: number %q", text, p.Number)
		}
		if p.Text == "" || p.Text != strings.TrimSpace(p.Text) {
			t.Errorf("%q: shown as %q", text, p.Text)
		}
		for _, form := range []string{p.Number, p.Text} {
			if again, err := ParsePhone(form, "SE"); err != nil || again.Number != p.Number {
				t.Errorf("%q: %q is %+v, %v; want number %s", text, form, again, err, p.Number)
			}
		}
	})
}

func BenchmarkParsePhone(b *testing.B) {
	for b.Loop() {
		ParsePhone("0322-61 61 22", "SE")
	}
}
