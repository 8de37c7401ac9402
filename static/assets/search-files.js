// Reads the files of the index that generator/search makes: what they hold is told there. Each is loaded when a query
// needs it.

// What is wrong with a file: it cannot be had ('missing'), cannot be read ('broken'), or was made for another script
// ('old').
export class Fault extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

const format = 2;
const digits = '!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';
const value = new Uint8Array(128);
for (let i = 0; i < digits.length; i++) value[digits.charCodeAt(i)] = i;
const half = digits.length / 2;

// index is the address of the folder of the index, words the module search-words.js, get what loads a file.
export function open(index, lang, { key }, get = fetch) {
  let catalogue, starting, options, files = new Map();

  async function textOf(name, options) {
    let response;
    try {
      response = await get(index + name, options);
    } catch {
      throw new Fault('missing');
    }
    if (!response.ok) throw new Fault('missing');
    return response.text();
  }

  function parse(data) {
    try {
      return JSON.parse(data);
    } catch {
      throw new Fault('broken');
    }
  }

  async function start(options) {
    const found = parse(await textOf('index.json', options));
    if (found?.format !== format) throw new Fault('old');
    catalogue = found;
    files = new Map();
  }

  // A file is asked for once. One that was changed since the catalogue was read is 'changed'.
  const families = ['words', 'ends', 'documents'];
  function file(family, number, read) {
    const name = `${families[family]}/${number}.json`;
    if (!files.has(name)) files.set(name, load(family, number, name, read));
    return files.get(name);
  }

  async function load(family, number, name, read) {
    const content = parse(await textOf(name));
    if (!Array.isArray(content)) throw new Fault('broken');
    const [stamp, ...parts] = content;
    if (stamp !== catalogue.stamps[family].substr(number * 2, 2)) throw new Fault('changed');
    return read(...parts);
  }

  const entriesOf = (list, documents) => wordsOf(list).map((text, i) => {
    const [word, ...heads] = text.split('|');
    return { key: key(word), word, heads, list: documents[i] };
  });
  const entries = (number) => file(0, number, entriesOf);
  const ends = (number) => file(1, number, (list) => wordsOf(list).map((word) => ({ key: key(word), word })));

  // The entries whose keys begin so, in as many files as one may load: those nearest to where a key would be.
  async function beginning(load, firsts, prefix, limit, wanted) {
    const at = fileOf(firsts, wanted), to = fileOf(firsts, prefix + '\uFFFF');
    let numbers = [];
    for (let i = fileOf(firsts, prefix); i <= to; i++) numbers.push(i);
    numbers = numbers.sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || b - a).slice(0, limit).sort((a, b) => a - b);
    const found = await Promise.all(numbers.map(load));
    return found.flat().filter((entry) => entry.key.startsWith(prefix));
  }

  async function exactly(text) {
    const found = await entries(fileOf(catalogue.words, text));
    return found.filter((entry) => entry.key === text && !entry.heads.length);
  }

  // Answers a query; where the site has changed since the page was opened, with what it is now.
  async function again(act) {
    try {
      if (!catalogue) await (starting ??= start(options).finally(() => { starting = undefined; }));
      return await act();
    } catch (fault) {
      if (fault.kind !== 'changed' && fault.kind !== 'missing') throw fault;
      await start({ cache: 'reload' });
      try {
        return await act();
      } catch (second) {
        throw second.kind === 'changed' ? new Fault('broken') : second;
      }
    }
  }

  // What a result shows. Where the site has changed since the search, that is 'changed', and has to be asked again.
  async function result(document) {
    const list = await file(2, Math.floor(document / catalogue.chunk), (data) => data).catch((fault) => {
      if (fault.kind === 'changed') [catalogue, options] = [undefined, { cache: 'reload' }]; // so that the next search reads it again
      throw fault;
    });
    const [url, title = '', lead = '', date = '', kind = '', mark = '', language = ''] = list[document % catalogue.chunk] ?? [];
    if (!url) throw new Fault('broken');
    return { url, title, lead, date, kind, mark, lang: language || lang };
  }

  return { catalogue: () => catalogue, entries, ends, beginning, exactly, result, again };
}

// Loads an index of one word, in as many documents as have a browser compile what reads them. It stands nowhere: a
// search in it loads nothing.
const sampled = 4000;
export const loadSample = async (name) => new Response(JSON.stringify(/documents/.test(name) ? ['!!', [['/', 'Prov', 'Prov', '2000-01-01']]]
  : /words/.test(name) ? ['!!', ['!prov'], ['('.repeat(sampled - 1)]]
    : /ends/.test(name) ? ['!!', ['!vorp']]
      : { format, documents: sampled, chunk: sampled, words: [''], ends: [''], years: [], months: ['april'], stamps: ['!!', '!!', '!!'] }));

// The last file whose first key is not greater.
export function fileOf(firsts, wanted) {
  let from = 0, to = firsts.length;
  while (to - from > 1) {
    const middle = from + to >> 1;
    if (firsts[middle] <= wanted) from = middle;
    else to = middle;
  }
  return from;
}

function wordsOf(list) {
  let last = '';
  return list.map((item) => {
    const text = last.slice(0, value[item.charCodeAt(0)]) + item.slice(1);
    last = text.split('|', 1)[0];
    return text;
  });
}

// Calls act for each document of a list, with the field that a word stands in.
export function read(list, act) {
  let document = 0, number = 0, scale = 1;
  for (let i = 0; i < list.length; i++) {
    const digit = value[list.charCodeAt(i)];
    number += (digit < half ? digit : digit - half) * scale;
    if (digit < half) {
      document += number >> 2;
      act(document, number & 3);
      number = 0;
      scale = 1;
    } else {
      scale *= half;
    }
  }
}
