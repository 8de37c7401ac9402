package site

import (
	"testing"
	"time"
)

// A translation that is dated before its original comes out with it: nothing happens at its own date.
func TestNothingHappensAtADateThatDoesNotHold(t *testing.T) {
	for _, folder := range []string{"press", "meetings"} {
		s, _ := link(t, folderOf(t,
			folder+"/a.md", "---\ntitle: A\ndate: 2026-07-01 08:00\nstart: 2026-08-01\n---\nText.\n",
			folder+"/a.en.md", "---\ntitle: A\ndate: 2026-06-20 08:00\n---\nText.\n"), Options{})
		if want := day("2026-07-01 08:00").Time; !s.Next.At.Equal(want) || len(s.Ahead) != 1 || !s.Ahead[0].Equal(want) {
			t.Errorf("%s: the next change is at %v, texts become public at %v, want %v", folder, s.Next.At, s.Ahead, want)
		}
	}
}

// What is dated in a text under embargo comes after it, and is looked at before, too.
func TestDatesInATextUnderEmbargoAreMoments(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"press/a.md", "---\ntitle: A\ndate: 2026-07-01\ncorrections: [{date: 2026-07-03, text: x}]\nwithdrawn: {date: 2026-07-05, reason: x}\n---\nText.\n",
		"press/b.md", "---\ntitle: B\ndate: 2026-07-01\ndraft: true\ncorrections: [{date: 2026-07-04, text: x}]\n---\nText.\n",
		"meetings/a.md", "---\ntitle: A\ndate: 2026-07-02\nstart: 2026-08-01\nchanges: [{date: 2026-07-06, text: x}]\n---\nText.\n"), Options{})
	var want []time.Time
	for _, text := range []string{"2026-07-01", "2026-07-02", "2026-07-03", "2026-07-05", "2026-07-06"} {
		want = append(want, day(text).Time)
	}
	if len(s.Ahead) != len(want) {
		t.Fatalf("the moments are %v, want %v", s.Ahead, want)
	}
	for i := range want {
		if !s.Ahead[i].Equal(want[i]) {
			t.Errorf("the moments are %v, want %v", s.Ahead, want)
		}
	}
}
