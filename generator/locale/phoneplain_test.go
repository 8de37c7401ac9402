package locale

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

var update = flag.Bool("update", false, "write the table of telephone numbers anew")

// The table is what the library knows of Sweden. -update writes it, after the library has a new version.
func TestTableOfNumbersIsThatOfTheLibrary(t *testing.T) {
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		t.Fatal(err)
	}
	shorts, err := phonenumbers.ShortNumberMetadataCollection()
	if err != nil {
		t.Fatal(err)
	}
	wanted := tableOf(t, regionOf(t, all), regionOf(t, shorts))
	if *update {
		if err := os.WriteFile("phonetable.go", wanted, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if written, err := os.ReadFile("phonetable.go"); err != nil || !bytes.Equal(written, wanted) {
		t.Errorf("phonetable.go is not what the library knows (%v): run with -update", err)
	}
}

func regionOf(t *testing.T, all *phonenumbers.PhoneMetadataCollection) *phonenumbers.PhoneMetadata {
	for _, m := range all.GetMetadata() {
		if m.GetId() == "SE" {
			return m
		}
	}
	t.Fatal("the library does not know Sweden")
	return nil
}

func tableOf(t *testing.T, m, short *phonenumbers.PhoneMetadata) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "package locale\n\n// swedish is what the library knows of Sweden: see TestTableOfNumbersIsThatOfTheLibrary.\nvar swedish = &numbering{\n")
	fmt.Fprintf(&b, "region: %q, country: \"%d\", exit: %q, trunk: %q,\ngeneral: %s,\nvalid: []string{\n",
		m.GetId(), m.GetCountryCode(), m.GetInternationalPrefix(), m.GetNationalPrefixForParsing(), quoted(m.GetGeneralDesc().GetNationalNumberPattern()))
	for _, kind := range []*phonenumbers.PhoneNumberDesc{m.GetFixedLine(), m.GetMobile(), m.GetTollFree(), m.GetPremiumRate(),
		m.GetSharedCost(), m.GetPersonalNumber(), m.GetVoip(), m.GetPager(), m.GetUan(), m.GetVoicemail()} {
		if p := kind.GetNationalNumberPattern(); p != "" && p != "NA" {
			fmt.Fprintf(&b, "%s,\n", quoted(p))
		}
	}
	fmt.Fprintf(&b, "},\nshort: []string{%s, %s},\nformats: []numberFormat{\n",
		quoted(short.GetGeneralDesc().GetNationalNumberPattern()), quoted(short.GetShortCode().GetNationalNumberPattern()))
	group := regexp.MustCompile(`\$(\d)`)
	for _, f := range m.GetNumberFormat() {
		leading := f.GetLeadingDigitsPattern()
		national := strings.Replace(f.GetFormat(), "$1", f.GetNationalPrefixFormattingRule(), 1)
		fmt.Fprintf(&b, "{%s, %s, %s},\n", quoted(f.GetPattern()), quoted(leading[len(leading)-1]), quoted(group.ReplaceAllString(national, "$${$1}")))
	}
	b.WriteString("},\n}\n")
	source, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func quoted(pattern string) string { return "`" + pattern + "`" }

func TestSwedishNumbersAreReadAsTheLibraryReadsThem(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	starts := []string{"", "0", "0", "0", "08", "070", "0322", "00", "0046", "+46", "+46", "+46(0)", "46", "11", "9", "7", "020", "077", "099", "0900", "010", "025"}
	valid := 0
	for range 60_000 {
		number := starts[random.IntN(len(starts))]
		for range random.IntN(12) {
			number += string(rune('0' + random.IntN(10)))
		}
		want, wantErr := ParsePhone(number, "SE")
		got, err := parsePlainPhone(number, swedish)
		if err == nil && strings.HasPrefix(got.Number, "+") && !strings.HasPrefix(got.Number, "+46") {
			continue // from elsewhere, which only a build looks at
		}
		if (err == nil) != (wantErr == nil) || got != want {
			t.Fatalf("%q is %+v (%v), the library says %+v (%v)", number, got, err, want, wantErr)
		}
		if err == nil {
			valid++
		}
	}
	if valid < 3_000 {
		t.Errorf("only %d of the numbers exist, which is no test", valid)
	}
}

func TestNumbersFromElsewhereAreTakenAsTheyAre(t *testing.T) {
	for _, number := range []string{"+45 33 12 34 56", "0045 33123456", "+1 (650) 253-0000"} {
		want, err := ParsePhone(number, "SE")
		if err != nil {
			t.Fatal(err)
		}
		got, err := parsePlainPhone(number, swedish)
		if err != nil || got.Number != want.Number {
			t.Errorf("%q is %+v (%v), want %s", number, got, err, want.Number)
		}
	}
	for _, number := range []string{"+45 1", "+45 1234567890123456"} {
		if got, err := parsePlainPhone(number, swedish); err == nil {
			t.Errorf("%q is taken for %+v", number, got)
		}
	}
}
