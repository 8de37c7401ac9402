package browser

import (
	"fmt"
	"strings"
)

func lookAtContrast(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "contrast")
}

// lookWithForcedColours looks as those do whose system replaces all colours by a few of their own.
func lookWithForcedColours(tb *tab, v pageView) ([]string, error) {
	c := v.in()
	if err := tb.open(v.page, c); err != nil {
		return nil, err
	}
	if _, err := ask[int](tb, "drawn"); err != nil {
		return nil, err
	}
	c.features["forced-colors"] = "active"
	if err := tb.emulate(c); err != nil {
		return nil, err
	}
	found, err := ask[[]string](tb, "forced")
	if err != nil {
		return nil, err
	}
	fault, err := standingInWords(tb, v.page)
	if fault != "" {
		found = append(found, fault)
	}
	return found, err
}

// standingWords are the words that say what has become of a meeting.
var standingWords = map[string]string{
	"meeting, cancelled": "meeting.status-cancelled",
	"meeting, postponed": "meeting.status-postponed",
	"meeting, moved":     "meeting.status-moved",
	"meeting, past":      "meeting.past",
}

// standingInWords wants the page of a meeting to say in words what its colours say.
func standingInWords(tb *tab, p sitePage) (fault string, err error) {
	key, isKnown := standingWords[p.kind]
	if !isKnown {
		return "", nil
	}
	word := p.site.model.Edition(p.lang).Words.Text(key)
	text, err := evaluate[string](tb, `document.querySelector('main').innerText`)
	if err == nil && !strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
		fault = fmt.Sprintf("%q does not stand on the page", word)
	}
	return fault, err
}

func lookForMotion(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "motion")
}
