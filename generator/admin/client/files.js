// Reads and writes the files. The editor would write each of them anew, in its own way, and lose every comment. Here a
// file keeps, letter for letter, what nobody changed: only the keys that were are written again.
import { isMap, isSeq, parseDocument, stringify } from 'yaml';

// Where a form keeps the file that it was made of. It is never written.
export const SOURCE = 'source_of_this_form';

const style = { lineWidth: 0, flowCollectionPadding: false };
const front = /^---[ \t]*\r?\n((?:[\s\S]*?\n)?)---[ \t]*(?:\r?\n([\s\S]*))?$/;

// A file is read by our rules: a word is a text, unless it is a number that is written back as it was, or true, false.
const plain = (node) => {
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [String(key.value ?? key), plain(value)]));
  }
  if (isSeq(node)) {
    return node.items.map(plain);
  }
  if (!node || node.value === null) {
    return '';
  }
  const { value, source = '' } = node;
  return typeof value === 'string' || String(value) === source ? value : source;
};

const isGroup = (value) => typeof value === 'object' && value !== null;

// The editor marks the groups of a list with keys of its own, and would save them.
const isOurs = (key) => !key.startsWith('__sc_');

const isNothing = (value) =>
  value === undefined || value === null || value === '' || (isGroup(value) && Object.entries(value).every(([key, one]) => !isOurs(key) || isNothing(one)));
const isSame = (a, b) => inOrder(kept(a)) === inOrder(kept(b));

// The keys of a group stand in one order in a file and in another in a form.
const inOrder = (value) =>
  JSON.stringify(value, (_, one) => (isGroup(one) && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one));

// What is empty is as if it were not there.
const kept = (value) => {
  if (Array.isArray(value)) {
    return value.map(kept).filter((one) => !isNothing(one));
  }
  if (isGroup(value)) {
    return Object.fromEntries(Object.entries(value).filter(([key, one]) => isOurs(key) && (key === 'alt' || !isNothing(one))).map(([key, one]) => [key, kept(one)]));
  }
  return typeof value === 'string' ? value.trimEnd() : value ?? '';
};

// A form has more places than a file: one text may stand for a group, and an id for a file in a folder.
const toForm = (value, field, names) => {
  if (Array.isArray(value)) {
    return value.map((one) => toForm(one, field, names));
  }
  if (field.widget === 'relation') {
    return names[field.collection]?.[value] ?? value;
  }
  if (!field.fields) {
    return value;
  }
  const group = isGroup(value) ? value : value === '' ? {} : { [field.fields[0].name]: value };
  const parts = field.fields.filter(({ name }) => name in group).map((part) => [part.name, toForm(group[part.name], part, names)]);
  return { ...group, ...Object.fromEntries(parts) };
};

const toFile = (value, field) => {
  if (Array.isArray(value)) {
    return value.map((one) => toFile(one, field));
  }
  if (field.widget === 'relation') {
    return String(value).replace(/\/index$/, '').replace(/^\d{4}-\d\d-\d\d-/, '');
  }
  if (!field.fields || !isGroup(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toFile(one, field.fields.find(({ name }) => name === key) ?? {})]));
};

// The end of the line that a place stands on, with its line break.
const lineEnd = (text, at) => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

const written = (name, value, indent) => stringify({ [name]: value }, style).replace(/^(?=.)/gm, indent);

// What to change in a text so that a mapping in it has other values: keys that differ in their places, new ones after
// the last. A group within it is changed in the same way, where it stands on lines of its own.
const changes = (text, map, fields, data, indent = '') => {
  const edits = [];
  for (const { key, value } of map.items) {
    const field = fields.find(({ name }) => name === key.value);
    const now = field && kept(toFile(data[field.name] ?? '', field));
    if (!field || isSame(toFile(toForm(plain(value), field, {}), field), now)) {
      continue;
    }
    if (isMap(value) && !value.flow && field.fields && !isNothing(now)) {
      const [first] = value.items[0].key.range;
      edits.push(...changes(text, value, field.fields, now, text.slice(text.lastIndexOf('\n', first) + 1, first)));
    } else {
      const to = lineEnd(text, (value ?? key).range[1] - 1);
      edits.push({ from: key.range[0] - indent.length, to, text: isNothing(now) ? '' : written(key.value, now, indent) });
    }
  }
  const known = new Set(map.items.map(({ key }) => key.value));
  const added = fields
    .filter(({ name }) => !known.has(name))
    .map((field) => [field.name, kept(toFile(data[field.name] ?? '', field))])
    .filter(([, now]) => !isNothing(now))
    .map(([name, now]) => written(name, now, indent));
  const last = map.items.at(-1);
  const end = last ? lineEnd(text, (last.value ?? last.key).range[1] - 1) : text.length;
  return [...edits, { from: end, to: end, text: added.join('') }];
};

const merge = (text, fields, data) => {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  const { contents } = parseDocument(whole);
  let merged = '';
  let from = 0;
  for (const edit of changes(whole, isMap(contents) ? contents : { items: [] }, fields, data)) {
    merged += whole.slice(from, edit.from) + edit.text;
    from = edit.to;
  }
  return merged + whole.slice(from);
};

// What cannot be read is not shown in a form, from which it would be written without what was not understood.
const read = (text, fields, names) => {
  const document = parseDocument(text);
  if (document.errors.length) {
    throw document.errors[0];
  }
  const all = plain(document.contents);
  return Object.fromEntries(fields.filter(({ name }) => name in all).map((field) => [field.name, toForm(all[field.name], field, names)]));
};

// What a line says, however it is written: the editor writes tables and lists anew as soon as it has shown them.
const essence = (line) =>
  line
    .trim()
    .replace(/^[-+*] +/, '* ')
    .replace(/^\|?[ :|-]*-[ :|-]*\|[ :|-]*$/, (row) => `row ${row.replace(/^\||\|$/g, '').split('|').length}`)
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\s+/g, ' ');

// The lines of a body, as they were where they say what they did. Points of a list begin with * in the house form: a
// hyphen is for those who mean a quote.
const settled = (body, old) => {
  const was = new Map();
  for (const line of old.split('\n')) {
    was.set(essence(line), [...(was.get(essence(line)) ?? []), line]);
  }
  return body.split('\n').map((line) => was.get(essence(line))?.shift() ?? line.replace(/^( *)[-+] (?=\S)/, '$1* ')).join('\n');
};

// A text has keys at its top and a body below; settings are keys alone.
export const textFormat = (fields, names) => {
  const keys = fields.filter(({ name }) => name !== 'body' && name !== SOURCE);
  return {
    fromFile: (text) => {
      const [, top = '', body = ''] = front.exec(text) ?? [text, '', text];
      return { ...read(top, keys, names), body: body.replace(/^\r?\n/, '').trimEnd(), [SOURCE]: text };
    },
    toFile: ({ body = '', [SOURCE]: text = '', ...data }) => {
      const [, top = '', old = ''] = front.exec(text) ?? [];
      const now = settled(body.trim(), old);
      const below = now === old.trim() ? old : now && `\n${now}\n`;
      return `---\n${merge(top, keys, data)}---\n${below}`;
    },
  };
};

export const settingsFormat = (fields, names) => {
  const keys = fields.filter(({ name }) => name !== SOURCE);
  return {
    fromFile: (text) => ({ ...read(text, keys, names), [SOURCE]: text }),
    toFile: ({ [SOURCE]: text = '', ...data }) => merge(text, keys, data),
  };
};

// Of what a translation takes over from its original, the editor copies these as soon as a language is turned on. The
// copies would stay when the original changes, so they are not saved; what stood in the file before stays.
const copied = ['moment', 'relation', 'select', 'number'];

export const withoutCopies = (entry, fields) => {
  const { data, i18n = {} } = entry.toJS();
  const copies = Object.entries(i18n).flatMap(([lang, { data: translated }]) =>
    fields
      .filter(({ name, widget }) => copied.includes(widget) && !isNothing(translated[name]) && inOrder(translated[name]) === inOrder(data[name]))
      .filter(({ name }) => !new RegExp(`^${name} *:`, 'm').test(translated[SOURCE] ?? ''))
      .map(({ name }) => ['i18n', lang, 'data', name]));
  return copies.reduce((kept, path) => kept.deleteIn(path), entry);
};
