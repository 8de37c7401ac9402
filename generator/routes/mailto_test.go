package routes

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

func TestAMailAddressMayHaveAnInternationalDomain(t *testing.T) {
	s := newSample(t)
	s.content["site.yaml"] = file("title: Dialog\nbase_url: https://dialog.example.se\nsecurity_contact: mailto:it@åre.se\norganisation: {name: Alingsås kommun, email: press@åre.se}\n")
	s.content["contacts/bo.md"] = file("---\nname: Bo\nrole: vd\nemail: anna@åre.se\n---\n")
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [bo]\n---\n[ett](mailto:namn@åre.se) [två](MAILTO:namn@%C3%A5re.se?subject=Hej%20d%C3%A5) <mailto:namn@a\u030are.se> [fyra](mailto:namn@example.se)\n")
	s.templates = os.DirFS("../../templates")
	table, diags := s.list(t)
	page := output(t, table, "/pressmeddelanden/a/")
	for _, want := range []string{`href="mailto:namn@xn--re-xia.se">ett`, `href="mailto:namn@xn--re-xia.se?subject=Hej%20d%C3%A5">två`, `href="mailto:namn@xn--re-xia.se">mailto:namn@`, `href="mailto:namn@example.se">fyra`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	for _, want := range []string{`href="mailto:anna@xn--re-xia.se" aria-label="anna@åre.se">anna@<wbr>åre.se<`, `<a href="mailto:press@xn--re-xia.se">press@åre.se</a>`} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not on the page", want)
		}
	}
	if card := output(t, table, "/kontakt/bo/bo.vcf"); !strings.Contains(card, ":anna@xn--re-xia.se") {
		t.Errorf("the card is %q", card)
	}
	if text := output(t, table, "/.well-known/security.txt"); !strings.HasPrefix(text, "Contact: mailto:it@xn--re-xia.se\n") {
		t.Errorf("security.txt is %q", text)
	}
	if len(diags) > 0 {
		t.Errorf("reported %v", diags)
	}
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n[a](mailto:namn@å..se) [b](mailto:å@b.se) [c](mailto:@åre.se) [d](mailto:namn@-å.se)\n")
	table, _ = s.list(t)
	r, _ := table.Find("/pressmeddelanden/a/")
	if faults, err := r.Render(new(bytes.Buffer)); err != nil || len(faults) != 4 {
		t.Errorf("reported %v, want four addresses", faults)
	}
}
