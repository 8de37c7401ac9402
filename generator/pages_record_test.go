package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	protocol "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"go.yaml.in/yaml/v4"
)

var record = flag.Bool("record", false, "look as with -long, and write what TestPages found to content/accessibility-tests.yaml")

const (
	recordFile = "../content/accessibility-tests.yaml"
	recordHead = "# Written by go test ./generator -run TestPages -record, not by hand.\n"
)

// A testRecord is what the accessibility statement tells of the tests: how much of the real content was
// looked at, with what, and what was found.
type testRecord struct {
	Date    string        `yaml:"date"`
	Browser string        `yaml:"browser"`
	Rules   string        `yaml:"rules"`
	Pages   int           `yaml:"pages"`
	Widths  []int         `yaml:"widths,flow"`
	Checks  []checkRecord `yaml:"checks"`
}

// A checkRecord is the result of one check.
type checkRecord struct {
	Check    string `yaml:"check"`
	Views    int    `yaml:"views"`
	Findings int    `yaml:"findings"`
}

// recordOf sums up what the checks found in the real content.
func recordOf(results []checkResult, browser string, date time.Time) testRecord {
	sum := testRecord{Date: date.Format(time.DateOnly), Browser: browser, Rules: "axe-core " + axeVersion, Widths: allWidths}
	pages := map[string]bool{}
	for _, result := range results {
		c := checkRecord{Check: result.check}
		for _, v := range result.views {
			if v.page.site.name == realName {
				c.Views++
				pages[v.page.url] = true
			}
		}
		for _, views := range result.findings {
			for _, v := range views {
				if v.page.site.name == realName {
					c.Findings++
				}
			}
		}
		sum.Checks = append(sum.Checks, c)
	}
	sum.Pages = len(pages)
	return sum
}

// refusal tells why a record may not be written: it would say more than was done, or less than was found.
func (sum testRecord) refusal(isLong bool, failed bool) string {
	have := map[string]bool{}
	for _, c := range sum.Checks {
		have[c.Check] = true
		switch {
		case c.Findings > 0:
			return fmt.Sprintf("%s found %d faults", c.Check, c.Findings)
		case c.Views == 0:
			return c.Check + " has looked at nothing"
		}
	}
	for _, c := range pageChecks {
		if !have[c.name] {
			return c.name + " was not run"
		}
	}
	switch {
	case !isLong:
		return "this is the short form; add -long"
	case failed:
		return "a test failed"
	}
	return ""
}

func (sum testRecord) write(file string) error {
	checks := sum.Checks
	sum.Checks = nil
	data, err := yaml.Marshal(sum)
	if err != nil {
		return err
	}
	var text strings.Builder
	text.WriteString(recordHead)
	text.WriteString(strings.Replace(string(data), "checks: []\n", "checks:\n", 1))
	for _, c := range checks {
		fmt.Fprintf(&text, "  - {check: %s, views: %d, findings: %d}\n", c.Check, c.Views, c.Findings)
	}
	return os.WriteFile(file, []byte(text.String()), 0o644)
}

// record writes what the run found, if -record asks for it.
func (r *pageRun) record(t *testing.T, failed bool) {
	if !*record {
		return
	}
	version, err := chromedp.CallBrowser(r.browser.ctx, protocol.GetVersion, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	sum := recordOf(r.results, strings.Replace(strings.TrimPrefix(version.Product, "Headless"), "Chrome/", "Chromium ", 1), time.Now())
	if why := sum.refusal(isLong(), failed); why != "" {
		t.Fatalf("%s is not written: %s", recordFile, why)
	}
	if err := sum.write(recordFile); err != nil {
		t.Fatal(err)
	}
}

func TestRecordTellsWhatWasFoundInTheRealContent(t *testing.T) {
	realPage := sitePage{site: &builtSite{name: realName}, url: "/"}
	looksPage := sitePage{site: &builtSite{name: looksName}, url: "/"}
	var results []checkResult
	for _, c := range pageChecks {
		views := []pageView{{realPage, 320, "light"}, {looksPage, 320, "light"}}
		results = append(results, checkResult{check: c.name, views: views, findings: map[string][]pageView{"x": views[1:]}})
	}
	date := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	good := recordOf(results, "Chromium 1", date)
	if why := good.refusal(true, false); why != "" {
		t.Errorf("a good record is refused: %s", why)
	}
	file := t.TempDir() + "/record.yaml"
	if err := good.write(file); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(file)
	want := recordHead + "date: \"2026-11-25\"\nbrowser: Chromium 1\nrules: axe-core " + axeVersion + "\npages: 1\nwidths: [320, 768, 1280]\nchecks:\n  - {check: axe, views: 1, findings: 0}\n"
	if text := strings.ReplaceAll(string(data), "'", "\""); !strings.HasPrefix(text, want) && !strings.HasPrefix(strings.ReplaceAll(text, "\"", ""), strings.ReplaceAll(want, "\"", "")) {
		t.Errorf("the record is\n%s\nwant\n%s…", data, want)
	}

	bad := recordOf(append(results[1:], checkResult{check: "axe", views: results[0].views, findings: map[string][]pageView{"x": results[0].views[:1]}}), "", date)
	for name, refused := range map[string]string{
		"a finding":        bad.refusal(true, false),
		"a short form":     good.refusal(false, false),
		"a failed test":    good.refusal(true, true),
		"a missing check":  recordOf(results[1:], "", date).refusal(true, false),
		"nothing was seen": recordOf(append(results[1:], checkResult{check: "axe"}), "", date).refusal(true, false),
	} {
		if refused == "" {
			t.Errorf("a record is written in spite of %s", name)
		}
	}
}
