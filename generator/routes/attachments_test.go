package routes

import (
	"os"
	"strings"
	"testing"
)

// Readers know before they fetch a file what it is, how large and how long. What is not known of it is not said.
func TestAttachmentsSayTypeSizeAndPages(t *testing.T) {
	const pdf = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000111 00000 n \n" +
		"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n154\n%%EOF\n"
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/a/index.md"] = file("---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\nattachments: [{file: hel.pdf, title: Hel}, {file: sond.pdf, title: Sönder}, {file: tal.csv, title: Tal}]\n---\n\nText.\n")
	s.content["press/a/index.en.md"] = file("---\ntitle: E\n---\n\nText.\n")
	s.content["press/a/hel.pdf"], s.content["press/a/sond.pdf"], s.content["press/a/tal.csv"] = file(pdf), file(pdf[:100]), file("a;b\n")
	table, _ := s.list(t)
	for url, want := range map[string]string{"/pressmeddelanden/a/": "Hel (pdf, 1 kB, 2 sidor)", "/en/press/a/": "Hel</span> (pdf, 1 kB, 2 pages)"} {
		page := strings.ReplaceAll(output(t, table, url), "\u00a0", " ")
		if !strings.Contains(page, want) || strings.Count(page, "(pdf, 1 kB)") != 1 || !strings.Contains(page, "(csv, 1 kB)") {
			t.Errorf("%s says not %q, or more than it knows: %s", url, want, page)
		}
	}
}
