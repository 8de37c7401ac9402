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
const isNothing = (value) =>
  value === undefined || value === null || value === '' || (isGroup(value) && Object.values(value).every(isNothing));
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
    return Object.fromEntries(Object.entries(value).filter(([key, one]) => key === 'alt' || !isNothing(one)).map(([key, one]) => [key, kept(one)]));
  }
  return value ?? '';
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

// Writes keys into the text of a mapping: those that differ in their places, new ones at its end.
const merge = (text, fields, data) => {
  const document = parseDocument(text);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const written = (name, value) => stringify({ [name]: value }, style);
  let merged = '';
  let from = 0;
  for (const { key, value } of pairs) {
    const field = fields.find(({ name }) => name === key.value);
    const now = field && kept(toFile(data[field.name] ?? '', field));
    if (!field || isSame(toFile(toForm(plain(value), field, {}), field), now)) {
      continue;
    }
    merged += text.slice(from, key.range[0]) + (isNothing(now) ? '' : written(key.value, now));
    from = lineEnd(text, (value ?? key).range[1] - 1);
  }
  merged += text.slice(from);
  if (merged && !merged.endsWith('\n')) {
    merged += '\n';
  }
  const known = new Set(pairs.map(({ key }) => key.value));
  for (const field of fields.filter(({ name }) => !known.has(name))) {
    const now = kept(toFile(data[field.name] ?? '', field));
    merged += isNothing(now) ? '' : written(field.name, now);
  }
  return merged;
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

// A text has keys at its top and a body below; settings are keys alone.
export const textFormat = (fields, names) => {
  const keys = fields.filter(({ name }) => name !== 'body' && name !== SOURCE);
  return {
    fromFile: (text) => {
      const [, top = '', body = text] = front.exec(text) ?? [];
      return { ...read(top, keys, names), body: body.replace(/^\r?\n/, '').trimEnd(), [SOURCE]: text };
    },
    toFile: ({ body = '', [SOURCE]: text = '', ...data }) => {
      const [, top = '', old = ''] = front.exec(text) ?? [];
      const isOld = old.replace(/^\r?\n/, '').trimEnd() === body.trimEnd();
      const below = isOld && text ? old : body.trim() ? `\n${body.trim()}\n` : '';
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
