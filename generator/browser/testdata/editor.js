// What a person does in the editor.
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (what, name) => {
  for (const began = Date.now(); Date.now() - began < 20000; await wait(50)) {
    const found = await what();
    if (found) {
      return found;
    }
  }
  throw Error(`there is no ${name}: ${location.hash}\n${document.body.innerText}`);
};

// The store of the browser in which the editor keeps the project.
const store = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test', { create: true });

const put = async (files) => {
  for (const [name, data] of Object.entries(files)) {
    const parts = name.split('/');
    let folder = await store();
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const stream = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await stream.write(Uint8Array.from(atob(data), (c) => c.charCodeAt(0)));
    await stream.close();
  }
};

const files = async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') {
        await walk(entry, `${path}${name}/`);
      } else {
        found[path + name] = await (await entry.getFile()).text();
      }
    }
  };
  await walk(await store(), '');
  return found;
};

const button = (label) =>
  [...document.querySelectorAll('button, [role="option"], [role="menuitem"]')].find((one) => one.innerText.trim() === label && one.checkVisibility());

const enter = async () => {
  const start = await until(() => [...document.querySelectorAll('button')].find((one) => /test/i.test(one.innerText)), 'way in');
  start.click();
  await until(() => document.querySelector('[role="row"]'), 'list');
  await wait(500);
};

const show = async (address) => {
  location.hash = `#/collections/${address}`;
  await until(() => document.querySelector('[data-key-path]'), 'form');
  await wait(1000); // the form fills in what it knows
};

// A field is made when it comes into sight.
const field = (key) =>
  until(() => {
    const found = document.querySelector(`[data-key-path="${key}"]`);
    (found ?? [...document.querySelectorAll('[data-key-path]')].at(-1))?.scrollIntoView();
    return found;
  }, `field ${key}`);

const type = (input, value) => {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value').set.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

// Fills in the places of a field one after the other. While a form is scrolled, a field may hold those of another for a moment.
const fill = async (key, ...values) => {
  const inputs = await until(async () => {
    const found = [...(await field(key)).querySelectorAll('input, textarea')];
    return values.every((value, i) => found[i] && found[i].type !== 'file' && isFor(found[i], value)) && found;
  }, `places of ${key}`);
  for (const [i, value] of values.entries()) {
    type(inputs[i], value);
    await wait(100);
  }
};
const kinds = { date: /^\d{4}-\d\d-\d\d$/, time: /^\d\d:\d\d$/ };
const isFor = ({ type }, value) => Object.entries(kinds).every(([kind, pattern]) => (type === kind) === pattern.test(value));

const add = async (key, text) => fill(key, (await field(key)).querySelector('input, textarea').value + text);

const choose = async (key, label) => {
  await field(key);
  const options = () => [...document.querySelectorAll(`[data-key-path="${key}"] [role="checkbox"], [data-key-path="${key}"] label, [data-key-path="${key}"] [role="option"]`)];
  (await until(() => options().find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === label), `choice ${label}`)).click();
  await wait(200);
};

// Answers an optional group.
const open = async (key) => {
  (await field(key)).querySelector('[role="checkbox"]').click();
  await until(() => document.querySelector(`[data-key-path^="${key}."]`), `group ${key}`);
};

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

// Takes a picture of one point from the disk. The field has one place for a new file and one for another instead.
const attach = async (key, name) => {
  const place = await field(key);
  await wait(300);
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(atob(picture), (c) => c.charCodeAt(0))], name, { type: 'image/png' }));
  for (const input of place.querySelectorAll('input[type="file"]')) {
    if (!place.innerText.includes('.png')) {
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await wait(800);
    }
  }
};

// Writes a paragraph where the body is.
const write = async (text) => {
  await field('body');
  const body = await until(() => document.querySelector('[data-key-path="body"] [contenteditable="true"]'), 'body');
  body.focus();
  await wait(300);
  document.execCommand('insertText', false, text);
  await wait(500);
};

const save = async () => {
  (await until(() => button('Spara'), 'button to save')).click();
  await until(() => !document.querySelector('[data-key-path]'), 'end of saving');
  await wait(300);
};

const visible = (selector, label) => [...document.querySelectorAll(selector)].find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim().includes(label) && one.checkVisibility());

// Begins a translation of the text in the form.
const translate = async (language) => {
  (await until(() => visible('[role="radio"]', language), `language ${language}`)).click();
  (await until(() => visible('button', 'Aktivera'), 'button to begin a translation')).click();
  await wait(500);
};

// Deletes the text in the form.
const remove = async () => {
  (await until(() => visible('[role="toolbar"] button', 'Visa redigeringsalternativ'), 'menu')).click();
  (await until(() => visible('[role="menuitem"]', 'Radera'), 'way to delete')).click();
  await wait(1000); // the question comes into sight
  (await until(() => visible('dialog[open] button', 'Radera'), 'question')).click();
  await until(() => !document.querySelector('dialog[open]'), 'end of deleting');
  await wait(1000);
  await leave();
};

// Goes back to the list without saving.
const leave = async () => {
  location.hash = '#/collections/press';
  await until(() => document.querySelector('[role="row"]') && !document.querySelector('[data-key-path]'), 'list');
  await wait(300);
};

// A value for a field, as a form would give it.
const sampleOf = ({ widget, multiple, fields, options, pattern, name }) => {
  if (widget === 'select') {
    return multiple ? [options[0].value] : options[0].value;
  }
  if (widget === 'relation') {
    return multiple ? ['sara-exempel'] : 'sara-exempel';
  }
  if (widget === 'list') {
    return fields ? [Object.fromEntries(fields.map((one) => [one.name, sampleOf(one)]))] : [pattern ? '/gammal/' : 'Ett ord: två', 'Ännu "ett"'];
  }
  if (widget === 'object') {
    return Object.fromEntries(fields.map((one) => [one.name, sampleOf(one)]));
  }
  return { moment: '2026-06-14 09:00', number: 1, text: 'En rad.\n\nOch: en till.', richtext: 'Text.' }[widget] ?? `Värdet "av" ${name}: # ett`;
};

const inOrder = (value) => JSON.stringify(value, (_, one) => (one && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort()) : one));
const isEqual = (a, b) => inOrder(a) === inOrder(b);

// Fills in, reads again, empties and changes each key in each file of its type, by the editor's own formats: nothing
// else may change, and what is not touched is the file that it was.
const everyKey = async () => {
  const { textFormat, settingsFormat } = await import('/admin/files.js');
  const [config, names] = await Promise.all(['config', 'names'].map(async (name) => (await fetch(`/admin/${name}.json`)).json()));
  const all = Object.entries(await files()).filter(([name]) => /\.(md|yaml)$/.test(name));
  const result = { count: 0, faults: [] };
  const tell = (...words) => result.faults.push(words.join(' '));
  const tryAll = ({ fromFile, toFile }, fields, name, text) => {
    const data = fromFile(text);
    if (toFile(structuredClone(data)) !== text) {
      tell(name, 'is not what it was');
    }
    // The editor hands over files without the line break at their end.
    if (fromFile(text.trimEnd()).body !== data.body || toFile(fromFile(text.trimEnd())).trimEnd() !== text.trimEnd()) {
      tell(name, 'is not what it was without its last line break');
    }
    for (const field of fields.filter(({ widget }) => widget !== 'hidden')) {
      const key = field.name;
      result.count++;
      const filled = toFile({ ...structuredClone(data), [key]: sampleOf(field) });
      const read = fromFile(filled);
      if (!isEqual(read[key], sampleOf(field)) && field.widget !== 'relation') {
        tell(name, key, 'is read as', JSON.stringify(read[key]));
      }
      for (const other of fields.filter((one) => one.name !== key && one.widget !== 'hidden')) {
        if (!isEqual(read[other.name], data[other.name])) {
          tell(name, key, 'changes', other.name);
        }
      }
      if (toFile(structuredClone(read)) !== filled) {
        tell(name, key, 'is written anew without a change');
      }
      const emptied = toFile({ ...structuredClone(read), [key]: '' });
      if (!(key in data) && key !== 'body' && emptied !== text) {
        tell(name, key, 'leaves something behind');
      }
      if (new RegExp(`^${key}:`, 'm').test(emptied.split('\n---')[0])) {
        tell(name, key, 'is not emptied');
      }
    }
  };
  for (const { name, folder, fields, files: settings = [] } of config.collections) {
    for (const [file, text] of folder ? all.filter(([file]) => file.startsWith(`${folder}/`)) : []) {
      tryAll(textFormat(fields, names), fields, file, text);
    }
    for (const one of settings) {
      tryAll(settingsFormat(one.fields, names), one.fields, one.file, all.find(([file]) => file === one.file)[1]);
    }
  }
  return result;
};

// Chooses one of many, which are offered in a list that opens.
const pick = async (key, label) => {
  (await field(key)).querySelector('[role="combobox"]').click();
  (await until(() => [...document.querySelectorAll('[role="option"]')].find((one) => one.innerText.trim() === label && one.checkVisibility()), `choice ${label}`)).click();
  await wait(300);
};

// Adds one to a list of groups.
const addTo = async (key) => {
  const place = await field(key);
  [...place.querySelectorAll('button')].find((one) => one.innerText.includes('Lägg till')).click();
  await until(() => document.querySelector(`[data-key-path^="${key}.0."]`), `part of ${key}`);
};
