// What a person does in the editor.
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (what, name) => {
  for (const began = Date.now(); Date.now() - began < 20000; await wait(50)) {
    const found = what();
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

// Fills in the places of a field one after the other.
const fill = async (key, ...values) => {
  const inputs = (await field(key)).querySelectorAll('input, textarea');
  for (const [i, value] of values.entries()) {
    type(inputs[i], value);
    await wait(100);
  }
};

const add = async (key, text) => fill(key, (await field(key)).querySelector('input, textarea').value + text);

const choose = async (key, label) => {
  await field(key);
  const options = () => [...document.querySelectorAll(`[data-key-path="${key}"] [role="checkbox"], [data-key-path="${key}"] label, [data-key-path="${key}"] [role="option"]`)];
  (await until(() => options().find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === label), `choice ${label}`)).click();
  await wait(200);
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

// Goes back to the list without saving.
const leave = async () => {
  location.hash = '#/collections/press';
  await until(() => document.querySelector('[role="row"]') && !document.querySelector('[data-key-path]'), 'list');
  await wait(300);
};
