package browser

import (
	"fmt"
	"slices"
	"time"

	"alingsas.se/dialog/generator/sitetest"
)

func lookAtOutline(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "outline")
}

// quietTime is how long a page is listened to after it has loaded and its buttons were pressed.
const quietTime = 150 * time.Millisecond

// listenToConsole wants no word in the console, no request that fails and none to another host, also when
// every button of the page is pressed.
func listenToConsole(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	_, err := evaluate[int](tb, `[...document.querySelectorAll('button:not(form[role=search] *)')].map((b) => b.click()).length`)
	time.Sleep(quietTime)
	return tb.told(), err
}

// A mainContent is what a page says and where it leads.
type mainContent struct {
	Text  string
	Links []string
}

// lookWithoutScripts wants a page to say the same where no script runs. Controls are excepted: they do
// nothing there, so scripts may add them. So is what says that no script runs.
func lookWithoutScripts(tb *tab, v pageView) ([]string, error) {
	var with, without mainContent
	for _, one := range []struct {
		noScripts bool
		content   *mainContent
	}{{false, &with}, {true, &without}} {
		c := v.in()
		c.noScripts = one.noScripts
		if err := tb.open(v.page, c); err != nil {
			return nil, err
		}
		content, err := ask[mainContent](tb, "content")
		if err != nil {
			return nil, err
		}
		*one.content = content
	}
	var found []string
	if with.Text != without.Text {
		found = append(found, "without scripts the text is another: "+sitetest.FirstDifference([]byte(without.Text), []byte(with.Text)))
	}
	if !slices.Equal(with.Links, without.Links) {
		found = append(found, fmt.Sprintf("without scripts there are %d links in main, with them %d", len(without.Links), len(with.Links)))
	}
	return found, nil
}
