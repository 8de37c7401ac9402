// Answers queries: what is in the files of the index stands in generator/search. A query loads the files that its words are
// in, and those of the results that are shown.

// What a hit is worth: by the field that a word stands in (text, lead, title, name), and by how near it is to what was
// asked for.
const fields = [15, 40, 100, 110];
const near = { exact: 1, folded: 0.97, form: 0.9, prefix: 0.6, linked: 0.55, compound: 0.5, compoundPrefix: 0.4, wrong: 0.3 };
const mostWorth = 100 * Math.max(...fields);
const isItself = (worth) => worth >= near.form;
const named = 1000, titled = 100;
// Limits of what one word may load: the more words, the fewer files for each; a short word begins very many.
const mostWords = 8, mostWhole = 3, mostEnds = 2, mostParted = 2, mostGuessed = 2;
const filesFor = (words) => Math.max(1, 5 - words);
const filesOf = (wordKey, limit) => wordKey.length < 4 ? Math.min(limit, 2) : limit;

// What compounds are made of: see generator/search/compound.go.
const compoundLanguages = ['sv', 'nb', 'nn', 'da', 'de', 'fi'];
const shortestHead = 3, shortestTail = 4;
const links = [['', ''], ['s', ''], ['s', 'e'], ['', 'a'], ['', 'e'], ['o', 'a'], ['u', 'a'], ['e', 'a']];
// What a word ends with, with what instead it begins compounds, and how many letters are before that, so that few others
// begin so: arbetsmarknad, skolbuss, kyrkovalet, gatukontor.
const beginnings = [['e', 's', 5], ['a', '', 4], ['a', 'o', 4], ['a', 'u', 3]];

// Both index and words are modules: search-files.js as it was opened, and search-words.js.
export function open({ files, fileOf, read }, lang, words) {
  const { key, stem, common, groups, candidates, isOneApart, mayBeginAs, formsOf, isSmall } = words;
  const { entries, ends, beginning, exactly, result, again } = files;

  // How near an entry is to a word, 0 for not at all.
  function nearness(entry, word, wordStem, start, linked) {
    const whole = entry.word === word ? near.exact : suits(word, entry.word) && entry.word.length === word.length ? near.folded : 0;
    const same = whole || (isForm(entry, wordStem, start) ? near.form : 0);
    const begins = !same && word.length > 2 && suits(word, entry.word);
    if (entry.heads.length) return same ? near.compound : begins ? near.compoundPrefix : 0;
    return same || (begins ? near.prefix : linked.some((text) => entry.word.startsWith(text)) ? near.linked : 0);
  }

  // What compounds begin with whose first part is a word.
  function linkedStarts(word) {
    if (!compoundLanguages.includes(lang)) return [];
    return beginnings.filter(([end, , least]) => word.endsWith(end) && word.length - end.length >= least).map(([end, linked]) => without(word, end) + linked);
  }

  // Stems are made only of words that may have that stem: it takes time.
  function isForm(entry, wordStem, start) {
    if (!suits(start, entry.word)) return false;
    entry.stem ??= stem(lang, entry.word);
    return entry.stem.length === wordStem.length && suits(wordStem, entry.stem);
  }

  // What a word finds as it is written, also in forms that have no stem in common with it.
  async function asWritten(word, limit, isPart = false, need = all) {
    const [hits, forms] = await Promise.all([asItIs(word, limit, isPart, need), whole(formsOf(lang, word), near.form)]);
    return [...hits, ...forms];
  }

  // A number that is part of a date or the like is no beginning of others.
  async function asItIs(word, limit, isPart, need) {
    const wordKey = key(word), wordStem = stem(lang, word), start = common(lang, wordStem);
    if (wordKey.length < 3) return rated(await exactly(wordKey), () => near.exact);
    const prefix = startOf(wordKey, key(lang === 'en' ? wordStem : start), lang), firsts = files.catalogue().words;
    const there = fileOf(firsts, prefix + '\uFFFF') - fileOf(firsts, prefix) + 1;
    const found = await beginning(entries, firsts, prefix, need.files(Math.min(there, filesOf(wordKey, limit)), wordKey), wordKey);
    if (isNumber(word)) return rated(found, (entry) => entry.word === word ? near.exact : !isPart && !entry.heads.length && entry.word.startsWith(word) ? near.prefix : 0);
    const linked = linkedStarts(word), hits = rated(found, (entry) => nearness(entry, word, wordStem, start, linked));
    // Where other words begin so and it is none itself, it may end some all the same: handelsminister, torghandel.
    const isKnown = hits.some(({ worth }) => isItself(worth) || worth === near.compound);
    return !hits.length || isKnown || !need.more() ? hits : [...hits, ...await tailsOf(wordKey)];
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
    const [tails, front, back] = await Promise.all([tailsOf(wordKey), mistyped(entries, files.catalogue().words, wordKey, Math.min(limit, mostGuessed)), mistypedBefore(wordKey)]);
    if (tails.length) return tails;
    const isMistyped = mistypedAs(wordKey);
    const hits = new Map();
    for (const hit of [...rated(front, (entry) => isMistyped(entry.key) ? near.wrong * (entry.heads.length ? 0.8 : 1) : 0), ...back]) {
      if (!hits.has(hit.entry)) hits.set(hit.entry, hit);
    }
    return [...hits.values()];
  }

  async function tailsOf(wordKey) {
    if (wordKey.length < 4) return [];
    const tail = backwards(wordKey), found = await beginning(ends, files.catalogue().ends, tail, mostEnds, tail);
    const texts = found.sort((a, b) => a.word.length - b.word.length).slice(0, mostWords).map((end) => backwards(end.word));
    return whole(texts, near.compound);
  }

  async function mistypedBefore(wordKey) {
    const found = await mistyped(ends, files.catalogue().ends, backwards(wordKey), mostEnds);
    const isMistyped = mistypedAs(wordKey), texts = found.map((end) => backwards(end.word)).filter((text) => isMistyped(key(text)));
    return whole(texts.sort((a, b) => a.length - b.length).slice(0, mostWords), near.wrong);
  }

  // The entries of words that are known to be there.
  async function whole(texts, worth) {
    const fileFor = (text) => fileOf(files.catalogue().words, key(text));
    const numbers = [...new Set(texts.map(fileFor))].slice(0, mostWhole);
    const near = texts.filter((text) => numbers.includes(fileFor(text)));
    const found = await Promise.all(near.map((text) => exactly(key(text))));
    return found.flatMap((list, i) => list.filter((entry) => entry.word === near[i]).map((entry) => ({ entry, worth })));
  }

  // Tells of a text whether it is a word with one wrong letter, or an ending beside it.
  function mistypedAs(wordKey) {
    const wordStem = stem(lang, wordKey), start = common(lang, wordStem);
    return (text) => {
      if (Math.abs(text.length - wordKey.length) < 2 && isOneApart(text, wordKey)) return true;
      if (wordStem.length < 5 || !mayBeginAs(text, start)) return false;
      const textStem = stem(lang, text);
      return textStem.length > 3 && isOneApart(textStem, wordStem);
    };
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
      const worths = fields.map((points) => Math.round(100 * points * worth)), best = isItself(worth) ? 3 : 2;
      read(entry.list, (document, field) => found.add(document, worths[field], field > best ? best : field));
    }
    return found;
  }

  function newList() {
    const points = new Uint16Array(files.catalogue().documents), fields = new Uint8Array(files.catalogue().documents);
    const list = { points, fields, size: 0, add };
    function add(document, worth, field) {
      if (worth <= points[document]) return;
      if (!points[document]) list.size++;
      points[document] = worth;
      fields[document] = field;
    }
    return list;
  }

  // Where a compound that is nowhere may be cut, and what its first part is alone, the longest first.
  async function cutsOf(word) {
    const heads = [];
    for (let at = word.length - shortestTail; at >= shortestHead; at--) heads.push(word.slice(0, at));
    const fileFor = (head) => fileOf(files.catalogue().words, key(head));
    const numbers = [...new Set(heads.map(fileFor))].slice(0, mostParted);
    const known = new Set((await Promise.all(numbers.map(entries))).flat().filter((entry) => !entry.heads.length).map((entry) => entry.word));
    return heads.flatMap((head) => {
      const link = links.find(([linked, alone]) => head.endsWith(linked) && known.has(without(head, linked) + alone));
      return link ? [{ head: without(head, link[0]) + link[1], tail: word.slice(head.length) }] : [];
    });
  }

  // What a word finds that ends others, also with an ending.
  async function asTail(word) {
    if (!compoundLanguages.includes(lang)) return [];
    const link = /[aeiouyåäö]$/.test(word) ? '' : 'e';
    for (const ending of ['', `${link}n`, `${link}t`]) {
      const hits = await tailsOf(key(word + ending));
      if (hits.length) return hits;
    }
    return [];
  }

  // The documents that have the parts of a compound, which is nowhere itself: förseningar of tåg. What is found of its last
  // part tells findTail.
  async function parted(word, findTail) {
    if (!compoundLanguages.includes(lang) || word.length < shortestHead + shortestTail || /[0-9]/.test(word)) return null;
    for (const { head, tail } of (await cutsOf(word)).slice(0, mostParted)) {
      const tails = await findTail(tail);
      if (!tails.some(({ worth }) => isItself(worth) || worth === near.compound)) continue;
      const hits = [await asWritten(head, 1), tails];
      const list = together(hits.map((some) => documentsOf(some.map(({ entry, worth }) => ({ entry, worth: worth * near.wrong })))));
      if (list.size) return { ...list, hits: hits.flat(), parts: [head, tail], compound: word };
    }
    return null;
  }

  // Who types has found the words before the last one already: what a group found is kept, with the words that are to be
  // marked, while the index is the same.
  const kept = new Map();
  let keptOf;
  async function foundBefore(group, seen, limit, need) {
    const catalogue = files.catalogue(), name = JSON.stringify([group, limit]);
    if (keptOf !== catalogue) kept.clear();
    keptOf = catalogue;
    if (!kept.has(name)) {
      const own = new Set(), list = await find(group, own, limit, need);
      if (need.isLess() || keptOf !== files.catalogue()) return list;
      if (kept.size === mostKept) kept.delete(kept.keys().next().value);
      kept.set(name, { list, own });
    }
    const { list, own } = kept.get(name);
    for (const word of own) seen.add(word);
    return list;
  }

  // The documents that have a group of words, as one word or all of them; of one that is nowhere what comes near it: its
  // parts, words like it, what ends with it, or its parts where the last one ends others.
  async function find(group, seen, limit, need) {
    const ways = group.joined.map((word) => [word]);
    if (!ways.length || group.words.length < 3 || !group.words.every(isNumber)) ways.push(group.words); // a date is one alone
    const written = await Promise.all(ways.map((way) => Promise.all(way.map((word) => asWritten(word, limit, way.length > 1, need)))));
    if (written.some((way) => way.every((hits) => hits.length))) return gathered(written, seen);
    if (!need.isWanted() || !need.more()) return newList();
    const single = ways.length + group.words.length === 2 ? group.words[0] : '';
    let apart = single && await parted(single, (tail) => asWritten(tail, 1));
    if (!apart) {
      const found = await Promise.all(ways.map((way, i) => Promise.all(way.map((word, j) => written[i][j].length ? written[i][j] : otherwise(word, limit)))));
      const hits = found.flat(2);
      if (hits.length || !single) return { ...gathered(found, seen), guessed: hits.every(({ worth }) => worth <= near.wrong) && group.words.join(' ') };
      const tails = await asTail(single);
      if (tails.length) return gathered([[tails]], seen);
      apart = await parted(single, asTail);
    }
    if (!apart) return newList();
    marked(apart.hits, seen);
    return apart;
  }

  // The documents that have all words of any way to write a group.
  function gathered(found, seen) {
    marked(found.flat(2), seen);
    const [first, ...others] = found.map((way) => together(way.map(documentsOf)));
    for (const { points, fields } of others) points.forEach((worth, document) => worth && first.add(document, worth, fields[document]));
    return first;
  }

  // Notes the words that are to be marked in what is shown.
  function marked(hits, seen) {
    for (const { entry } of hits) {
      if (entry.heads.length) for (const head of entry.heads) seen.add(head + entry.word);
      else seen.add(entry.word);
    }
  }

  // The documents that have all words of one way to write it.
  function together(lists) {
    if (lists.length === 1) return lists[0];
    const all = newList();
    for (let document = 0; document < files.catalogue().documents; document++) {
      if (!lists.every((list) => list.points[document])) continue;
      const worth = lists.reduce((total, list) => total + list.points[document], 0) / lists.length;
      all.add(document, Math.round(worth), Math.min(...lists.map((list) => list.fields[document])));
    }
    return all;
  }

  // The documents that are chosen by kind, topic, region and year, each marked by how many of these it has.
  async function chosen({ terms = [], year = '' }) {
    const marks = new Uint8Array(files.catalogue().documents);
    for (const term of terms) for (const { list } of await exactly(`#${term}`)) read(list, (document) => marks[document]++);
    if (year) {
      const at = files.catalogue().years.findIndex((span) => span.year === year);
      if (at >= 0) for (let i = files.catalogue().years[at].from; i < (files.catalogue().years[at + 1]?.from ?? marks.length); i++) marks[i]++;
    }
    return { marks, wanted: terms.length + (year ? 1 : 0) };
  }

  // Ranks what groups of words found, the best first and of two that are alike the newer. Where no document has all
  // words, those count that have most, rare ones more.
  function ranked(lists, set) {
    const numbers = new Float64Array(set.marks.length), whole = withAll(lists, set, numbers), count = whole || withMost(lists, set, numbers);
    const sorted = numbers.subarray(0, count).sort(), documents = [];
    for (let i = count - 1; i >= 0; i--) documents.push(sorted[i] - most * Math.floor(sorted[i] / most));
    return { documents, isWhole: whole > 0 || !count };
  }

  // Writes what documents are worth that have all words, and gives how many they are. Most are passed over, as the
  // smallest list does not have them.
  function withAll(lists, { marks, wanted }, numbers) {
    const few = [...lists].sort((a, b) => a.size - b.size)[0]?.points, words = lists.length;
    let count = 0;
    for (let document = 0; document < marks.length; document++) {
      if (few && !few[document] || marks[document] !== wanted) continue;
      let points = 0, has = 0, least = 3;
      for (; has < words && lists[has].points[document]; has++) {
        points += lists[has].points[document];
        if (lists[has].fields[document] < least) least = lists[has].fields[document];
      }
      if (has < words) continue;
      const bonus = !has ? 0 : least === 3 ? named : least === 2 && has > 1 ? titled : 0;
      numbers[count++] = numbered(has && points / has + bonus * 100, document);
    }
    return count;
  }

  function withMost(lists, { marks, wanted }, numbers) {
    const rarity = lists.map((list) => Math.round(100 * Math.log(1 + marks.length / (1 + list.size))));
    const enough = rarity.reduce((total, one) => total + one, 0) * 0.3;
    let count = 0;
    for (let document = 0; document < marks.length; document++) {
      if (marks[document] !== wanted) continue;
      let points = 0, rare = 0;
      for (let i = 0; i < lists.length; i++) {
        const worth = lists[i].points[document];
        if (!worth) continue;
        points += rarity[i] * (mostWorth + worth); // two words in a text are worth more than one in a title
        rare += rarity[i];
      }
      if (rare && rare >= enough) numbers[count++] = numbered(points, document);
    }
    return count;
  }

  // Between steps it is seen whether the answer is still wanted.
  async function answer(query, filters, isWanted, how) {
    const { text, phrases } = phrasesOf(query);
    const asked = withoutSmall(groups(text, files.catalogue().months)).slice(0, mostGroups);
    const seen = new Set(), limit = filesFor(asked.length);
    if (how.isTyping && asked.every(isAllSmall)) return { documents: [], isWhole: true, isLess: true, words: seen, phrases: [] }; // för begins företag
    if (!asked.length && !filters.terms?.length && !filters.year) return { documents: [], isWhole: true, isEmpty: true, words: seen, phrases: [] };
    // Only the last word is still being typed.
    const needs = asked.map((_, i) => needOf(isWanted, { ...how, isTyping: how.isTyping && i === asked.length - 1 }));
    const [lists, set] = await Promise.all([Promise.all(asked.map((group, i) => foundBefore(group, seen, limit, needs[i]))), chosen(filters)]);
    if (!isWanted()) return null;
    const { compound, parts } = lists.find((list) => list.parts) ?? {}, guessed = lists.find((list) => list.guessed)?.guessed;
    return { ...ranked(lists, set), isLess: needs.some((need) => need.isLess()), isEmpty: !asked.length, compound, parts, guessed, words: seen, phrases: phrases.map(plainWords).filter(Boolean) };
  }

  // Leaves out the words that nobody asks for alone, unless there are no others: när öppnar skolan.
  function withoutSmall(groups) {
    const told = groups.filter((group) => !isAllSmall(group));
    return told.length ? told : groups;
  }

  const isAllSmall = ({ words, joined }) => !joined.length && words.length === 1 && isSmall(lang, words[0]);

  const plainWords = (phrase) => words.tokens(phrase).map((token) => token.text).join(' ');

  return {
    // Where isWanted tells that an answer is no longer wanted, it is null. While one types, a short beginning is looked
    // for in a file or two; who is sparing guesses at nothing and looks for no ends of words. isLess says that there may be more.
    search: (query, filters = {}, isWanted = () => true, how = {}) => again(() => answer(query, filters, isWanted, how)),
    // Reads what every query needs, before there is one.
    prepare: () => again(() => {}).catch(() => {}),
    result,
    plainWords,
  };
}

// What a word of a query needs: whether it is still asked, and whether it may load more than what it begins.
function needOf(isWanted, { isTyping = false, isSparing = false }) {
  let isLess = false;
  return {
    isWanted: () => isWanted() || !(isLess = true),
    isLess: () => isLess,
    more: () => !isSparing || !(isLess = true),
    files(most, wordKey) {
      const few = wordKey.length < mostBegun ? 1 : 2;
      if (!isTyping || wordKey.length > mostBegun || most <= few) return most;
      isLess = true;
      return few;
    },
  };
}
const all = needOf(() => true, {});

const mostGroups = 24, longestQuery = 400, mostKept = 8, mostBegun = 5;

// Phrases stand between quotation marks of any kind; their words are asked for like all others.
function phrasesOf(query) {
  const text = query.slice(0, longestQuery);
  return { text, phrases: [...text.matchAll(/["”“„»«]([^"”“„»«]+)["”“„»«]/gu)].map((match) => match[1]) };
}

const without = (word, end) => end ? word.slice(0, -end.length) : word;
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

// A document and what it is worth in one number, which sorts fast.
const most = 2 ** 20;
const numbered = (points, document) => Math.round(points) * most + document;
