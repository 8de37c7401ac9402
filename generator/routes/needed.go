package routes

import (
	"cmp"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// neededWords are the words that the generator itself looks up, beside those that templates name,
// each with the names that its text may hold in braces.
const neededWords = `
path.press
path.meetings
path.contacts
path.topics
path.regions
path.organisations
path.series
path.statement
path.page
path.calendar
path.text
path.press-kit
path.images
path.data
path.captions
path.attachments
path.follow
path.changes
release.withdrawn-title title
release.withdrawn
release.correction
release.replaced-title
release.replaced-text
release.meetings
organisation.about name
registration.title
registration.deadline
meeting.when
meeting.where
meeting.change
home.crumb
home.description tagline organisation
press.title
press.description title organisation
press.year-title year
meetings.title
meetings.description title organisation site
meetings.feed
contacts.title
contacts.description organisation site
topics.title
topics.all
topics.description organisation
topics.one name
topics.one-description name title organisation
regions.title
regions.all
regions.description organisation
regions.one name
regions.one-description name title organisation
organisations.title
organisations.all
organisations.description organisation
organisations.one name
organisations.one-description name title organisation
series.title
series.all
series.description organisation
series.one name
series.one-description name title organisation
press.all
meetings.all
related.meeting title
archive.year
archive.month
archive.per-year
archive.per-month year
archive.month-title month
archive.press-of name
archive.meetings-of name
archive.description title organisation
statement.title
statement.description site organisation
statement.status-full
statement.status-partial
statement.status-none
statement.tests-scope n browser widths
statement.tests-last list last
statement.tests-result n check findings
statement.tests-findings n
statement.tests-clean
statement.check-axe rules
statement.check-contrast rules
statement.check-reflow rules
statement.check-zoom rules
statement.check-spacing rules
statement.check-targets rules
statement.check-keyboard rules
statement.check-focus rules
statement.check-forced-colours rules
statement.check-motion rules
statement.check-headings rules
statement.check-console rules
statement.check-scripts rules
statement.check-print rules
statement.check-weight rules
notfound.title
notfound.text
notfound.home
pager.title title page
follow.title
follow.description organisation
follow.changes
follow.changed-title title
follow.calendar-google
follow.calendar-work
follow.calendar-private
feed.about
feed.archive
feed.current
feed.page
feed.how
languages.missing
state.draft
state.embargoed
meeting.date-later
meeting.audience
meeting.organisations organisation
meeting.access
meeting.travel
meeting.online
meeting.place-unknown
meeting.status-planned
meeting.status-moved
meeting.status-postponed
meeting.status-cancelled
meeting.calendar-google
meeting.calendar-work
meeting.calendar-private
meeting.calendar-cancelled title
meeting.calendar-postponed title
image.caption
image.alt
image.credit name
mail.embargo date
contact.press
contact.left
contact.replaced-by
contact.phone
contact.mobile
contact.email
contact.hours
body.footnote-back
body.footnotes
`

// CheckWords reports the needed words that a language lacks, and those that ask in braces for what
// the generator does not give. label is the templates folder's name in messages.
func CheckWords(words map[string]*locale.Words, label string) diag.List {
	var diags diag.List
	for lang, catalogue := range words {
		file := label + "/words/" + lang + ".yaml"
		for line := range strings.Lines(strings.TrimSpace(neededWords + dataWords())) {
			parts := strings.Fields(line)
			word, names := parts[0], parts[1:]
			if !catalogue.Has(word) {
				diags.Add(diag.Position{File: file}, diag.MissingWord, "word", word, "file", file)
				continue
			}
			for _, name := range catalogue.Names(word) {
				if !slices.Contains(names, name) {
					diags.Add(diag.Position{File: file}, diag.WordNames, "word", word, "names", "{"+name+"}", "other", strings.Join(names, " "))
				}
			}
			if strings.HasPrefix(word, "path.") && !locale.IsSlug(catalogue.Text(word)) {
				diags.Add(diag.Position{File: file}, diag.BadSlug, "value", catalogue.Text(word), "example", cmp.Or(locale.Slug(catalogue.Text(word), lang), "sida"))
			}
		}
	}
	return diags
}
