// What the pane says, in the language of the site's forms.
export const lang = document.documentElement.lang === 'sv' ? 'sv' : 'en';
export const words = {
  sv: {
    none: 'Sidan kan inte visas här: webbläsaren saknar det som behövs. Texten går att skriva och spara som vanligt; den kontrolleras när webbplatsen byggs.',
    loading: 'Sidan hämtas …', page: 'Sidan som den blir', found: 'Att rätta eller tänka på', fine: 'Inget att anmärka på.', looking: 'Texten kontrolleras …',
    held: 'Texten är inte sparad. Rätta först det här, eller spara den som utkast:', close: 'Tillbaka till texten',
    error: 'Fel', warning: 'Varning', note: 'Tips', unsure: 'Kontrolleras igen när webbplatsen byggs.', text: 'Texten', line: 'rad', goTo: 'Gå till fältet',
    fresh: 'Nyvalda bilder och filer får sina namn när texten sparas. Deras storlekar och innehåll kontrolleras när webbplatsen byggs.',
    draft: 'Utkast: sidan syns inte för andra.', embargoed: 'Sidan publiceras', expired: 'Sidan är inte längre publicerad.',
  },
  en: {
    none: 'The page cannot be shown here: the browser lacks what it takes. The text can be written and saved as usual; it is checked when the site is built.',
    loading: 'Loading the page …', page: 'The page as it will be', found: 'To correct or consider', fine: 'Nothing to remark.', looking: 'The text is being checked …',
    held: 'The text is not saved. Correct this first, or save it as a draft:', close: 'Back to the text',
    error: 'Error', warning: 'Warning', note: 'Hint', unsure: 'Checked again when the site is built.', text: 'The text', line: 'line', goTo: 'Go to the field',
    fresh: 'Newly chosen pictures and files get their names when the text is saved. Their sizes and content are checked when the site is built.',
    draft: 'Draft: others do not see the page.', embargoed: 'The page is published', expired: 'The page is not public any more.',
  },
}[lang];
