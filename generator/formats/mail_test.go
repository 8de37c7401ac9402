package formats

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"testing"
	"time"
)

// The standard library reads what another one wrote.
func TestAMailIsReadAsItWasWritten(t *testing.T) {
	m := Mail{
		Subject:  "Pressmeddelande: Kommunen bjuder in företagare och föreningar i hela Västra Götaland till öppna dialogkvällar i april – välkomna\r\nBcc: x@example.com",
		FromName: "Alingsås kommun", FromAddress: "press@example.se", Date: time.Date(2026, 6, 1, 9, 0, 0, 0, time.FixedZone("", 7200)),
		ID: "press-a@dialog.example.se", Lang: "sv", Text: "Åäö – text.\n\n.\nFrom en till annan = allt \n" + strings.Repeat("lång", 300) + "\n", HTML: "<!doctype html><p>Åäö\n",
	}
	var one, two bytes.Buffer
	for _, w := range []*bytes.Buffer{&one, &two} {
		if err := WriteMail(w, m); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the same message has other bytes")
	}
	for line := range strings.SplitSeq(one.String(), "\r\n") {
		if len(line) > 76 || line == "Subject:" || strings.ContainsAny(line, "\r\n") || strings.IndexFunc(line, func(r rune) bool { return r > 126 }) >= 0 {
			t.Errorf("the line %q is none of a mail", line)
		}
	}
	read, err := mail.ReadMessage(&one)
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(read.Header.Get("Subject"))
	if err != nil || subject != strings.ReplaceAll(m.Subject, "\r\n", " ") {
		t.Errorf("the subject is %q (%v)", subject, err)
	}
	from, err := read.Header.AddressList("From")
	if err != nil || len(from) != 1 || from[0].Name != m.FromName || from[0].Address != m.FromAddress {
		t.Errorf("it is from %v (%v)", from, err)
	}
	if date, err := read.Header.Date(); err != nil || !date.Equal(m.Date) {
		t.Errorf("it is of %v (%v)", date, err)
	}
	for name, want := range map[string]string{"Message-Id": "<press-a@dialog.example.se>", "X-Unsent": "1", "Mime-Version": "1.0", "Content-Language": "sv", "To": "", "Bcc": ""} {
		if got := read.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if got := partsOf(t, read); len(got) != 2 || got[0] != m.Text || got[1] != m.HTML {
		t.Errorf("its parts are %q", got)
	}
}

func TestAShortSubjectIsWrittenAsItIs(t *testing.T) {
	for subject, want := range map[string]string{"Press release: Welcome": "Subject: Press release: Welcome\r\n", "Välkommen": "Subject: =?utf-8?q?V=C3=A4lkommen?=\r\n"} {
		var w bytes.Buffer
		if err := WriteMail(&w, Mail{Subject: subject, FromAddress: "a@example.se"}); err != nil || !strings.Contains(w.String(), want) {
			t.Errorf("%q: %v\n%s", subject, err, w.String())
		}
	}
}

func partsOf(t *testing.T, m *mail.Message) []string {
	t.Helper()
	kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || kind != "multipart/alternative" {
		t.Fatalf("it is %s (%v)", kind, err)
	}
	var parts []string
	r := multipart.NewReader(m.Body, params["boundary"])
	for _, want := range []string{"text/plain; charset=utf-8", "text/html; charset=utf-8"} {
		part, err := r.NextRawPart()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(quotedprintable.NewReader(part))
		if err != nil || part.Header.Get("Content-Type") != want || part.Header.Get("Content-Transfer-Encoding") != "quoted-printable" {
			t.Errorf("a part is %v (%v)", part.Header, err)
		}
		parts = append(parts, strings.ReplaceAll(string(data), "\r\n", "\n"))
	}
	if _, err := r.NextRawPart(); err != io.EOF {
		t.Error("there are more parts")
	}
	return parts
}
