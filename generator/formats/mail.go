//go:build !js

package formats

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"mime"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
)

// WriteMail writes a message as mail programs keep it in a file (RFC 5322, RFC 2045): the text, and the same as HTML.
// Programs that know the sign open it as one that is not sent yet. The same message gives the same bytes.
func WriteMail(w io.Writer, m Mail) error {
	var h mail.Header
	h.SetContentType("multipart/alternative", map[string]string{"boundary": m.boundary()})
	h.Set("Mime-Version", "1.0")
	h.Set("X-Unsent", "1")
	h.Set("Content-Language", m.Lang)
	h.SetMessageID(uri(m.ID))
	h.SetDate(m.Date)
	from := mail.Address{Name: oneLine(m.FromName), Address: uri(m.FromAddress)}
	h.AddRaw(folded("From", from.String()))
	h.AddRaw(folded("Subject", encoded("Subject: ", oneLine(m.Subject))))
	to, err := message.CreateWriter(w, h.Header)
	if err != nil {
		return err
	}
	for _, part := range []struct{ kind, text string }{{"text/plain", m.Text}, {"text/html", m.HTML}} {
		if err := writePart(to, part.kind, part.text); err != nil {
			return err
		}
	}
	return to.Close()
}

// encoded writes a text as words that a header may hold, the first of which leaves room for what stands before it: it
// would go to the next line otherwise, and some programs show the space before it there.
func encoded(before, text string) string {
	words := mime.QEncoding.Encode("utf-8", before+text)
	const start = "=?utf-8?q?"
	if rest, isEncoded := strings.CutPrefix(words, start+strings.ReplaceAll(before, " ", "_")); isEncoded {
		return start + rest
	}
	return text
}

// folded is a header whose lines are no longer than RFC 2047, section 2, allows where they hold encoded words. The
// library writes one that begins with such a word in one line of any length.
func folded(name, value string) []byte {
	const longest = 76
	header, used := name+":", len(name)+1
	for word := range strings.SplitSeq(value, " ") {
		if used+1+len(word) > longest {
			header, used = header+"\r\n", 0
		}
		header, used = header+" "+word, used+1+len(word)
	}
	return []byte(header + "\r\n")
}

func writePart(to *message.Writer, kind, text string) error {
	var h message.Header
	h.SetContentType(kind, map[string]string{"charset": "utf-8"})
	h.Set("Content-Transfer-Encoding", "quoted-printable")
	part, err := to.CreatePart(h)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(part, clean(text)); err != nil {
		return err
	}
	return part.Close()
}

// boundary stands between the parts. What begins with these two signs is in no text that is quoted-printable.
func (m Mail) boundary() string {
	sum := sha256.Sum256([]byte(m.ID + "\n" + m.Text + "\n" + m.HTML))
	return "=_" + hex.EncodeToString(sum[:12])
}
