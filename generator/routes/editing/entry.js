// What the editor holds, as the files that it will save.
const isEmpty = (value) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty));

// A file with the keys of its lines, so that what is found in it is told of a field.
const fileWith = (name, lang, text) => {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  const keys = [];
  for (const line of lines.slice(1, end)) {
    keys.push(/^([a-z_]+) *:/.exec(line)?.[1] ?? keys.at(-1));
  }
  const first = end + 1 + (lines[end + 1] === '' ? 1 : 0) + 1; // the body, counted from 1, below an empty line
  return { name, lang, text, keys, first };
};

// placeOf tells where a finding is, as the person sees it who fills in the form.
export const placeOf = ({ keys, first }, { Line }) =>
  Line >= first ? { field: 'body', line: Line - first + 1 } : { field: keys[Line - 2] ?? '', line: 0 };

const slugOf = (title) =>
  title.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);

// nameOf is where a new text will lie: what it is called is settled when it is saved.
const nameOf = (collection, data) => {
  const stem = slugOf(String(data.title ?? data.name ?? '')) || 'ny';
  const day = /^\d{4}-\d\d-\d\d/.exec(String(data.date ?? ''))?.[0];
  return collection === 'press' && day ? `${collection}/${day}-${stem}.md` : `${collection}/${stem}.md`;
};

// filesOf gives all files of an entry, by language, and the name of the one that is looked at. textOf writes one.
export const filesOf = (entry, languages, textOf, folder = 'content/') => {
  const others = Object.keys(entry.i18n ?? {});
  const shown = languages.find((lang) => !others.includes(lang)) ?? languages[0];
  const contents = { [shown]: entry.data, ...Object.fromEntries(others.map((lang) => [lang, entry.i18n[lang].data])) };
  const original = contents[languages[0]] ?? entry.data;
  const path = entry.path ? entry.path.replace(folder, '') : nameOf(entry.collection, original);
  const stem = languages.reduce((name, lang) => (name.endsWith(`.${lang}`) ? name.slice(0, -lang.length - 1) : name), path.replace(/\.md$/, ''));
  const fileOf = (lang) => (lang === languages[0] ? `${stem}.md` : `${stem}.${lang}.md`);
  const files = Object.entries(contents)
    .filter(([lang, data]) => languages.includes(lang) && !isEmpty(data))
    .map(([lang, data]) => fileWith(fileOf(lang), lang, textOf(data)));
  return { name: fileOf(shown), files };
};

// requestOf asks for the page of an entry. What is chosen and not saved lies beside it.
export const requestOf = ({ name, files, fresh = [] }, language, now = new Date()) => ({
  Name: name, Language: language, Now: now.toISOString(),
  Files: [
    ...files.map(({ name, text }) => ({ Name: name, Text: text })),
    ...fresh.map((one) => ({ Name: name.replace(/[^/]*$/, one.name), Data: one.head, Size: one.size, Width: one.width, Height: one.height })),
  ],
});

// labelsOf gives what a form calls the keys of a file, those in its groups too.
export const labelsOf = (fields) =>
  Object.fromEntries([...fields].reverse().flatMap((one) => [...Object.entries(labelsOf(one.fields ?? [])), [one.name, one.label]]));

// inFormWords says a message in the words of the form: `contacts: [id]` is “Press contacts” there. labels are those of
// each collection; a message about another file names its folder.
export const inFormWords = (text, labels, collection) => {
  const known = labels[/content\/([a-z]+)\//.exec(text)?.[1]] ?? labels[collection] ?? {};
  return text.replace(/`([a-z_]+)(?:: ([^`]*))?`|"([a-z_]+)"/g, (whole, key, value, quoted) => {
    const label = known[key ?? quoted];
    const isExample = !value || value.includes('…') || value === '[id]';
    return label ? `”${label}”${isExample ? '' : `: ${value}`}` : whole;
  });
};

// holdsBack tells which findings keep an entry from being saved: errors, unless it is a draft.
export const holdsBack = (answer) => (answer.IsDraft ? [] : (answer.Found ?? []).filter((f) => f.Severity === 'error'));
