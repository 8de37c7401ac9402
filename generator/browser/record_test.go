package browser

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
	protocol "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

var recordPages = flag.Bool("record", false, "look at the real content alone, as with -long, and write what TestPages found to content/accessibility-tests.yaml")

// recordFile is what the accessibility statement tells of the tests.
const recordFile = "../../content/" + content.TestRecordFile

// recordOf sums up what the checks found in the real content.
func recordOf(results []checkResult, browser string, date time.Time) *content.TestRecord {
	sum := &content.TestRecord{Date: locale.Date{Time: date}, Browser: browser, Rules: "axe-core " + axeVersion, Widths: allWidths}
	pages := map[string]bool{}
	for _, result := range results {
		c := content.TestResult{Check: result.check}
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
func refusal(sum *content.TestRecord, failed bool) string {
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
	if failed {
		return "a test failed"
	}
	return ""
}

// record writes what the run found.
func (r *pageRun) record(t *testing.T, failed bool) {
	version, err := chromedp.CallBrowser(r.browser.ctx, protocol.GetVersion, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	sum := recordOf(r.results, strings.Replace(strings.TrimPrefix(version.Product, "Headless"), "Chrome/", "Chromium ", 1), time.Now())
	if why := refusal(sum, failed); why != "" {
		t.Fatalf("%s is not written: %s", recordFile, why)
	}
	text, err := sum.YAML()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(recordFile, text, 0o644); err != nil {
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
	if why := refusal(good, false); why != "" {
		t.Errorf("a good record is refused: %s", why)
	}
	if _, err := good.YAML(); err != nil {
		t.Error(err)
	}
	if good.Pages != 1 || good.Checks[0] != (content.TestResult{Check: "axe", Views: 1}) {
		t.Errorf("the record is %+v, want one view of one page in each check, and what was found elsewhere left out", good)
	}

	bad := recordOf(append(results[1:], checkResult{check: "axe", views: results[0].views, findings: map[string][]pageView{"x": results[0].views[:1]}}), "", date)
	for name, refused := range map[string]string{
		"a finding":        refusal(bad, false),
		"a failed test":    refusal(good, true),
		"a missing check":  refusal(recordOf(results[1:], "", date), false),
		"nothing was seen": refusal(recordOf(append(results[1:], checkResult{check: "axe"}), "", date), false),
	} {
		if refused == "" {
			t.Errorf("a record is written in spite of %s", name)
		}
	}
}
