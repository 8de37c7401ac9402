// Reads the index that generator/search makes: what its files hold is told there. A query loads the files that its words
// are in, and those of the results that are shown.

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

// What a hit is worth: by the field that a word stands in (text, lead, title, name), and by how near it is to what was
// asked for.
const fields = [15, 40, 100, 110];
const near = { exact: 1, folded: 0.97, form: 0.9, prefix: 0.6, compound: 0.5, compoundPrefix: 0.4, wrong: 0.3 };
const isItself = (worth) => worth >= near.form;
const named = 1000, titled = 100;
// Limits of what one word may load: the more words, the fewer files for each; a short word begins very many.
const mostWords = 8, mostWhole = 3, mostEnds = 2;
const filesFor = (words) => Math.max(1, 5 - words);
const filesOf = (wordKey, limit) => wordKey.length < 4 ? Math.min(limit, 2) : limit;

// index is the address of the folder of the index, words the module search-words.js.
export function open(index, lang, words) {
  const { key, stem, common, groups, candidates, isOneApart, mayBeginAs } = words;
  let catalogue, starting, options, files = new Map();

  async function textOf(name, options) {
    let response;
    try {
      response = await fetch(index + name, options);
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

  // How near an entry is to a word, 0 for not at all.
  function nearness(entry, word, wordStem, start) {
    const whole = entry.word === word ? near.exact : suits(word, entry.word) && entry.word.length === word.length ? near.folded : 0;
    const same = whole || (isForm(entry, wordStem, start) ? near.form : 0);
    const begins = !same && word.length > 2 && suits(word, entry.word);
    if (entry.heads.length) return same ? near.compound : begins ? near.compoundPrefix : 0;
    return same || (begins ? near.prefix : 0);
  }

  // Stems are made only of words that may have that stem: it takes time.
  function isForm(entry, wordStem, start) {
    if (!suits(start, entry.word)) return false;
    entry.stem ??= stem(lang, entry.word);
    return entry.stem.length === wordStem.length && suits(wordStem, entry.stem);
  }

  // What a word finds as it is written.
  async function asWritten(word, limit) {
    const wordKey = key(word), wordStem = stem(lang, word), start = common(lang, wordStem);
    if (wordKey.length < 3) return rated(await exactly(wordKey), () => near.exact);
    const found = await beginning(entries, catalogue.words, startOf(wordKey, key(lang === 'en' ? wordStem : start), lang), filesOf(wordKey, limit), wordKey);
    if (isNumber(word)) return rated(found, (entry) => entry.word === word ? near.exact : !entry.heads.length && entry.word.startsWith(word) ? near.prefix : 0);
    const hits = rated(found, (entry) => nearness(entry, word, wordStem, start));
    // Where other words begin so and it is none itself, it may end some all the same: handelsminister, torghandel.
    const isKnown = hits.some(({ worth }) => isItself(worth) || worth === near.compound);
    return !hits.length || isKnown ? hits : [...hits, ...await tailsOf(wordKey)];
  }

  function rated(found, rate) {
    const hits = [];
    for (const entry of new Set(found)) {
      const worth = rate(entry);
      if (worth) hits.push({ entry, worth });
    }
    return hits;
  }

  // What a word finds where it is nowhere as it is written: the end of another, or one with a wrong letter.
  async function otherwise(word, limit) {
    const wordKey = key(word);
    if (wordKey.length < 4 || /[0-9]/.test(word)) return [];
    const [tails, front, back] = await Promise.all([tailsOf(wordKey), mistyped(entries, catalogue.words, wordKey, limit), mistypedBefore(wordKey)]);
    const hits = new Map();
    for (const hit of [...tails, ...rated(front, (entry) => isMistyped(entry.key, wordKey) ? near.wrong * (entry.heads.length ? 0.8 : 1) : 0), ...back]) {
      if (!hits.has(hit.entry)) hits.set(hit.entry, hit);
    }
    return [...hits.values()];
  }

  async function tailsOf(wordKey) {
    if (wordKey.length < 4) return [];
    const tail = backwards(wordKey), found = await beginning(ends, catalogue.ends, tail, mostEnds, tail);
    const texts = found.sort((a, b) => a.word.length - b.word.length).slice(0, mostWords).map((end) => backwards(end.word));
    return whole(texts, near.compound);
  }

  async function mistypedBefore(wordKey) {
    const found = await mistyped(ends, catalogue.ends, backwards(wordKey), mostEnds);
    const texts = found.map((end) => backwards(end.word)).filter((text) => isMistyped(key(text), wordKey));
    return whole(texts.sort((a, b) => a.length - b.length).slice(0, mostWords), near.wrong);
  }

  // The entries of words that are known to be there.
  async function whole(texts, worth) {
    const fileFor = (text) => fileOf(catalogue.words, key(text));
    const numbers = [...new Set(texts.map(fileFor))].slice(0, mostWhole);
    const near = texts.filter((text) => numbers.includes(fileFor(text)));
    const found = await Promise.all(near.map((text) => exactly(key(text))));
    return found.flatMap((list, i) => list.filter((entry) => entry.word === near[i]).map((entry) => ({ entry, worth })));
  }

  // One wrong letter, or an ending beside it.
  function isMistyped(text, wordKey) {
    if (Math.abs(text.length - wordKey.length) < 2 && isOneApart(text, wordKey)) return true;
    const wordStem = stem(lang, wordKey);
    if (wordStem.length < 5 || !mayBeginAs(text, common(lang, wordStem))) return false;
    const textStem = stem(lang, text);
    return textStem.length > 3 && isOneApart(textStem, wordStem);
  }

  // The entries of the files that a word would be in, were one letter of its second half another.
  async function mistyped(load, firsts, wordKey, limit) {
    const counts = new Map();
    for (const candidate of candidates(wordKey)) {
      const number = fileOf(firsts, candidate);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const numbers = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit).map(([number]) => number);
    return (await Promise.all(numbers.map(load))).flat();
  }

  // The documents that hits are in: what the best hit of each is worth there, its field and its rank. A site may have
  // very many, so they stand in arrays by number.
  function documentsOf(hits) {
    const found = newList();
    for (const { entry, worth } of hits) {
      const worths = fields.map((points) => Math.round(100 * points * worth));
      read(entry.list, (document, field) => found.add(document, worths[field], isItself(worth) ? field : Math.min(field, 2)));
    }
    return found;
  }

  function newList() {
    const points = new Uint16Array(catalogue.documents), fields = new Uint8Array(catalogue.documents);
    const list = { points, fields, size: 0, add };
    function add(document, worth, field) {
      if (worth <= points[document]) return;
      if (!points[document]) list.size++;
      points[document] = worth;
      fields[document] = field;
    }
    return list;
  }

  // The documents that have a group of words, as one word or all of them.
  async function find(group, seen, limit) {
    const ways = [...group.joined.map((word) => [word]), group.words];
    let found = await Promise.all(ways.map((way) => Promise.all(way.map((word) => asWritten(word, limit)))));
    if (found.every((way) => way.some((hits) => !hits.length))) {
      found = await Promise.all(ways.map((way, i) => Promise.all(way.map((word, j) => found[i][j].length ? found[i][j] : otherwise(word, limit)))));
    }
    for (const hits of found.flat()) for (const { entry } of hits) {
      if (entry.heads.length) for (const head of entry.heads) seen.add(head + entry.word);
      else seen.add(entry.word);
    }
    const [first, ...others] = found.map((way) => together(way.map(documentsOf)));
    for (const { points, fields } of others) points.forEach((worth, document) => worth && first.add(document, worth, fields[document]));
    return first;
  }

  // The documents that have all words of a way to write a group.
  function together(lists) {
    if (lists.length === 1) return lists[0];
    const all = newList();
    for (let document = 0; document < catalogue.documents; document++) {
      if (!lists.every((list) => list.points[document])) continue;
      const worth = lists.reduce((total, list) => total + list.points[document], 0) / lists.length;
      all.add(document, Math.round(worth), Math.min(...lists.map((list) => list.fields[document])));
    }
    return all;
  }

  // The documents that are chosen by kind, topic, region and year, each marked by how many of these it has.
  async function chosen({ terms = [], year = '' }) {
    const marks = new Uint8Array(catalogue.documents);
    for (const term of terms) for (const { list } of await exactly(`#${term}`)) read(list, (document) => marks[document]++);
    if (year) {
      const at = catalogue.years.findIndex((span) => span.year === year);
      if (at >= 0) for (let i = catalogue.years[at].from; i < (catalogue.years[at + 1]?.from ?? marks.length); i++) marks[i]++;
    }
    return { marks, wanted: terms.length + (year ? 1 : 0) };
  }

  // Ranks what groups of words found, the best first and of two that are alike the newer. Where no document has all
  // words, those count that have most, rare ones more.
  function ranked(lists, { marks, wanted }) {
    const rarity = lists.map((list) => Math.round(100 * Math.log(1 + catalogue.documents / (1 + list.size))));
    const enough = rarity.reduce((total, one) => total + one, 0) * 0.3;
    const whole = [], partly = [];
    for (let document = 0; document < marks.length; document++) {
      if (marks[document] !== wanted) continue;
      let points = 0, has = 0, rare = 0, least = 3;
      for (let i = 0; i < lists.length; i++) {
        const worth = lists[i].points[document];
        if (!worth) continue;
        points += worth;
        has++;
        rare += rarity[i];
        least = Math.min(least, lists[i].fields[document]);
      }
      if (has === lists.length) {
        const bonus = !has ? 0 : least === 3 ? named : least === 2 && has > 1 ? titled : 0;
        whole.push(numbered(has && points / has + bonus * 100, document));
      } else if (rare >= enough && has && !whole.length) {
        partly.push(numbered(rare * 64 + Math.min(points / has / 200, 63), document));
      }
    }
    const sorted = Float64Array.from(whole.length ? whole : partly).sort().reverse();
    return { documents: Array.from(sorted, (number) => number % most), isWhole: whole.length > 0 || !partly.length };
  }

  async function answer(query, filters) {
    const { text, phrases } = phrasesOf(query);
    const asked = groups(text, catalogue.months).slice(0, mostGroups);
    const seen = new Set(), limit = filesFor(asked.length);
    if (!asked.length && !filters.terms?.length && !filters.year) return { documents: [], isWhole: true, isEmpty: true, words: seen, phrases: [] };
    const [lists, set] = await Promise.all([Promise.all(asked.map((group) => find(group, seen, limit))), chosen(filters)]);
    return { ...ranked(lists, set), isEmpty: !asked.length, words: seen, phrases: phrases.map(plainWords).filter(Boolean) };
  }

  const plainWords = (phrase) => words.tokens(phrase).map((token) => token.text).join(' ');

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

  return {
    search: (query, filters = {}) => again(() => answer(query, filters)),
    // Reads what every query needs, before there is one.
    prepare: () => again(() => {}).catch(() => {}),
    // What a result shows. Where the site has changed since the search, that is 'changed', and has to be asked again.
    result: async (document) => {
      const list = await file(2, Math.floor(document / catalogue.chunk), (data) => data).catch((fault) => {
        if (fault.kind === 'changed') [catalogue, options] = [undefined, { cache: 'reload' }]; // so that the next search reads it again
        throw fault;
      });
      const [url, title = '', lead = '', date = '', kind = '', mark = '', language = ''] = list[document % catalogue.chunk] ?? [];
      if (!url) throw new Fault('broken');
      return { url, title, lead, date, kind, mark, lang: language || lang };
    },
    plainWords,
  };
}

const mostGroups = 24, longestQuery = 400;

// Phrases stand between quotation marks of any kind; their words are asked for like all others.
function phrasesOf(query) {
  const text = query.slice(0, longestQuery);
  return { text, phrases: [...text.matchAll(/["”“„»«]([^"”“„»«]+)["”“„»«]/gu)].map((match) => match[1]) };
}

const isNumber = (word) => /^[0-9]+$/.test(word);
const backwards = (text) => [...text].reverse().join('');

// Tells whether a text begins with a word: a and o stand for å ä ö too, and not the other way round.
function suits(word, text) {
  if (word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) {
    const a = word[i], b = text[i];
    if (a !== b && !(a === 'a' && (b === 'å' || b === 'ä') || a === 'o' && b === 'ö')) return false;
  }
  return true;
}

// Where the keys of a word's forms begin alike. English writes i for y before endings.
function startOf(wordKey, stemKey, lang) {
  let length = 0;
  while (length < stemKey.length && stemKey[length] === wordKey[length]) length++;
  if (lang === 'en' && stemKey.endsWith('i') && length === stemKey.length) length--;
  return length < 2 ? wordKey : wordKey.slice(0, length);
}

// The last file whose first key is not greater.
function fileOf(firsts, wanted) {
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
function read(list, act) {
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

// A document and what it is worth in one number, which sorts fast.
const most = 2 ** 20;
const numbered = (points, document) => Math.round(points) * most + document;
