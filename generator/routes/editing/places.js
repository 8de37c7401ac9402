// The places in the form of what is said of a text: each is marked, and a message leads to its own.
const paneOf = (lang) => document.querySelector(`[data-mode="edit"][data-locale="${lang}"]`);

// sectionOf finds a field; none is there where the form shows another language, or has no field for a key.
const sectionOf = ({ lang, field }) => (field ? paneOf(lang)?.querySelector(`[data-key-path="${field}"]`) : null);

// paragraphOf finds the paragraph that a line of the text is in, by how it begins: the form knows of no lines.
const paragraphOf = (section, text) => {
  const start = text.replace(/^[\s>*#–-]+|\d+\. /, '').split(/[[\]*_`<|\\]/)[0].trim();
  return start ? [...section.querySelectorAll('[contenteditable="true"] > *')].find((one) => one.textContent.includes(start)) : null;
};

// goTo leads to a place: it comes into sight, and its field has the focus.
export const goTo = (place) => {
  const section = sectionOf(place);
  const control = section?.querySelector('[role="textbox"], input, textarea, [role="combobox"]') ?? section?.querySelector('button');
  control?.focus({ preventScroll: true });
  (section && place.text && paragraphOf(section, place.text) || section)?.scrollIntoView({ block: 'center' });
};

const colours = { error: 'light-dark(#c62828, #ff8a80)', warning: 'light-dark(#8a5300, #ffb74d)', note: 'light-dark(#616161, #bdbdbd)' };
const marked = new Set();

// mark shows at the fields what is said of them, by a bar in the colour of the worst. Places come worst first.
export const mark = (places) => {
  marked.forEach((section) => section.style.removeProperty('box-shadow'));
  marked.clear();
  for (const { severity, ...place } of places) {
    const section = sectionOf(place);
    if (section && !marked.has(section)) {
      section.style.boxShadow = `inset 0.25rem 0 ${colours[severity]}`;
      marked.add(section);
    }
  }
};
