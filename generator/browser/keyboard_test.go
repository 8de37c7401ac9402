package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A focusStep is what has the focus after a press of the Tab key.
type focusStep struct {
	Index  int // in the order of the document; -1 where nothing of it has the focus
	Name   string
	Faults []string
}

func (tb *tab) press(key string) error {
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	return chromedp.Do(ctx, chromedp.KeyEvent(key))
}

// tabThrough presses the Tab key until the focus leaves the page or has gone round it.
func tabThrough(tb *tab) (wanted []string, steps []focusStep, err error) {
	if wanted, err = ask[[]string](tb, "order"); err != nil {
		return nil, nil, err
	}
	for range len(wanted) + 1 {
		if err := tb.press(kb.Tab); err != nil {
			return wanted, steps, err
		}
		step, err := ask[focusStep](tb, "focused")
		if err != nil {
			return wanted, steps, err
		}
		steps = append(steps, step)
	}
	return wanted, steps, nil
}

// lookWithKeyboard wants the Tab key to reach everything in the order of the document, the link that skips
// to the content first, and to leave the page at its end.
func lookWithKeyboard(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	wanted, steps, err := tabThrough(tb)
	if err != nil {
		return nil, err
	}
	found := misplaced(wanted, steps)
	if err := tb.show(v); err != nil {
		return nil, err
	}
	fault, err := skipToContent(tb)
	if fault != "" {
		found = append(found, fault)
	}
	return found, err
}

// misplaced compares the way that the focus took with the order of the document.
func misplaced(wanted []string, steps []focusStep) (found []string) {
	for i, name := range wanted {
		switch at := steps[i].Index; {
		case at == i:
		case at < 0:
			return append(found, fmt.Sprintf("the Tab key leaves the page before %s", name))
		default:
			return append(found, fmt.Sprintf("the Tab key reaches %s where %s should be", steps[i].Name, name))
		}
	}
	if last := steps[len(wanted)]; last.Index > 0 {
		found = append(found, fmt.Sprintf("the Tab key stays at %s", last.Name))
	}
	return found
}

// skipToContent presses Tab, Enter and Tab: the first leads to the link that skips what is the same on
// every page, the last to the first thing in the content.
func skipToContent(tb *tab) (fault string, err error) {
	if _, err := ask[[]string](tb, "order"); err != nil {
		return "", err
	}
	if err := tb.press(kb.Tab); err != nil {
		return "", err
	}
	if isSkip, err := ask[bool](tb, "skips"); err != nil || !isSkip {
		return "the first press of the Tab key finds no link to the content", err
	}
	if err := tb.press(kb.Enter); err != nil {
		return "", err
	}
	if isThere, err := evaluate[bool](tb, `!!document.activeElement.closest('main')`); err != nil || !isThere {
		return "the link to the content does not move the focus there", err
	}
	if err := tb.press(kb.Tab); err != nil {
		return "", err
	}
	if isFirst, err := ask[bool](tb, "firstinmain"); err != nil || !isFirst {
		return "after the link to the content the Tab key does not lead to the first thing in it", err
	}
	return "", nil
}

// lookAtFocus wants what has the focus to be in the window, uncovered, and to look as if it had it.
func lookAtFocus(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	wanted, steps, err := tabThrough(tb)
	var found []string
	for _, step := range steps[:min(len(steps), len(wanted))] {
		for _, fault := range step.Faults {
			found = append(found, step.Name+" with the focus "+fault)
		}
	}
	return found, err
}
