// The page that one searches on. Results stand there while one types; the address holds the query, so that it can be
// shared. All words stand on the page. What reads the index (search-engine.js) and shows results (search-results.js) is
// loaded when the page has come to rest.
(() => {
  'use strict';
  const form = document.querySelector('[data-search]');
  const words = form.dataset;
  const input = form.elements.q;
  const status = document.querySelector('[data-search-status]');
  const section = document.querySelector('[data-search-results]');
  const list = section.querySelector('ul');
  const notice = document.querySelector('[data-fault-notice]');
  const page = 10, screen = 2; // a phone shows two above its keyboard
  const filterNames = ['kind', 'topic', 'region', 'year'].filter((name) => form.elements[name]);
  const kindNames = new Map(form.elements.kind ? [...form.elements.kind.options].map((option) => [option.value, option.text]) : []);

  // Loads the scripts, and with them the catalogue of the index when somebody is about to search.
  let scripts, engine, results;
  const loadScripts = () => scripts ??= Promise.all(['engine', 'files', 'words', 'results'].map((name) => import(words[name]))).then(([engine, files, words, shown]) => {
    results = shown.open(list, kindNames, words.tokens);
    return { engine, files, words };
  }).catch((fault) => {
    scripts = undefined;
    throw fault;
  });
  const opened = ({ engine, files, words: language }, get) => {
    const { lang } = document.documentElement;
    return engine.open({ ...files, files: files.open(words.search, lang, language, get) }, lang, language);
  };
  const load = () => engine ??= loadWith(catalogueFirst()).catch((fault) => {
    engine = undefined;
    throw fault;
  });
  const loadWith = (get) => loadScripts().then((scripts) => opened(scripts, get));

  // The catalogue is asked for while the scripts come: who arrives with a query waits for one thing less.
  function catalogueFirst() {
    let asked = fetch(`${words.search}index.json`);
    asked.catch(() => {}); // what is wrong with it is told where it is read
    return (name, options) => {
      if (options || !asked || !name.endsWith('/index.json')) return fetch(name, options);
      const first = asked;
      asked = null;
      return first;
    };
  }

  // A slow phone takes as long to read the scripts as to run them: one search in nothing, and one with a letter too many,
  // have it done before somebody types.
  async function rehearse() {
    const scripts = await loadScripts(), open = opened(scripts, scripts.files.loadSample);
    for (const query of ['prov', 'provv 3 april', 'prov prov']) {
      const found = await open.search(query);
      results.item(await open.result(0), found.words);
    }
  }

  let number; // made when there is one to tell: it takes time
  const formatted = (value) => (number ??= new Intl.NumberFormat(document.documentElement.lang)).format(value);
  const filled = (text, values) => text.replace(/\{(\w)\}/g, (_, name) => typeof values[name] === 'number' ? formatted(values[name]) : values[name]);
  const tell = (text) => { status.textContent = text; };

  // What went wrong is said in the page's words, with a way out.
  function tellFault(fault) {
    const kind = ['broken', 'old'].includes(fault?.kind) ? fault.kind : 'missing';
    for (const text of notice.querySelectorAll('[data-fault]')) text.hidden = text.dataset.fault !== kind;
    notice.hidden = false;
    section.hidden = true;
    section.ariaBusy = false;
    tell('');
    remember();
  }

  const asked = () => ({
    query: input.value,
    filters: {
      terms: filterNames.filter((name) => name !== 'year').map((name) => form.elements[name].value).filter(Boolean),
      year: form.elements.year?.value ?? '',
    },
  });

  function remember() {
    const parameters = new URLSearchParams();
    for (const name of ['q', ...filterNames]) if (form.elements[name].value) parameters.set(name, form.elements[name].value);
    const query = parameters.toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
    for (const link of document.querySelectorAll('[data-search-elsewhere]')) link.search = input.value ? new URLSearchParams({ q: input.value }) : '';
  }

  // What is asked is numbered. One search is made at a time, of what was asked last: what was asked meanwhile and is no
  // longer in the field is not looked for.
  let run = 0, due = 0, made = 0, isBusy = false;
  async function look() {
    due = run;
    if (isBusy) return;
    isBusy = true;
    while (made !== due) await search(made = due);
    isBusy = false;
  }

  // While one types, a screen of results is shown. The rest is loaded and told when one has stopped: who hears the page
  // is not told of each letter.
  let isResting = true, answer = null;
  async function search(mine, isSecond = false) {
    const isCurrent = () => mine === run;
    const { query, filters } = asked();
    const isFiltered = filters.terms.length || filters.year;
    answer = null;
    notice.hidden = true;
    if (!query.trim() && !isFiltered) return conclude({ mine, text: '' });
    const waiting = setTimeout(() => isCurrent() && tell(words.wait), 400);
    try {
      const open = await load();
      let found = await open.search(query, filters, isCurrent, { isTyping: !isResting, isSparing: !isResting && results.spent() > mostGuessing });
      if (isCurrent() && found.phrases.length && !isResting) return; // pages are read for it when one stops
      if (isCurrent() && found.phrases.length) found = await results.withPhrases(open, found, isCurrent);
      if (!isCurrent()) return;
      if (found.isEmpty && !isFiltered) return conclude({ mine, text: words.empty });
      if (found.isLess && isResting) return search(mine);
      if (found.isLess && !(found.isWhole && found.documents.length)) return; // what stands there stays until it is known more
      await showFirst(open, found, isCurrent);
      if (isCurrent()) conclude({ mine, open, found, isCurrent, text: summary(found) });
    } catch (fault) {
      if (!isCurrent()) return;
      if (fault?.kind === 'changed' && !isSecond) return search(mine, true);
      tellFault(fault);
    } finally {
      clearTimeout(waiting);
    }
  }

  // Nothing stands there that is no longer true: what is told of other results goes with them.
  function conclude(found) {
    answer = found;
    if (!found.open) clear();
    section.ariaBusy = Boolean(found.open);
    if (status.textContent !== found.text) tell('');
    if (isResting) rest();
  }

  // What a screen holds is painted before the rest is loaded.
  async function finish() {
    const { open, found, isCurrent, text } = answer;
    if (open) {
      await painted();
      if (!isCurrent()) return;
      results.quoteWhenSeen(list.children);
      if (!await showMore(open, found, isCurrent, results.affordable())) return;
    }
    section.ariaBusy = false;
    tell(text);
    remember();
  }

  const painted = () => document.hidden || new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  function clear() {
    list.replaceChildren();
    section.hidden = true;
  }

  function summary({ documents: { length: n }, isWhole, unread, read, compound, parts, guessed }) {
    if (unread?.length) return filled(words.phrase, { n, m: read });
    if (!n) return words.none;
    if (!isWhole) return filled(words.partly, { n });
    const count = n === 1 ? words.single : filled(words.found, { n });
    if (parts) return `${filled(words.parts, { w: compound, a: parts[0], b: parts[1] })} ${count}`;
    return guessed ? `${filled(words.similar, { w: guessed })} ${count}` : count;
  }

  let shown = 0;
  async function showFirst(open, found, isCurrent) {
    const items = await itemsOf(open, found, 0, screen);
    if (!isCurrent()) return;
    shown = items.length;
    list.replaceChildren(...items);
    section.hidden = !items.length && !found.unread?.length;
    section.querySelector('[data-search-more]')?.remove();
  }

  async function itemsOf(open, found, from, to) {
    const part = await Promise.all(found.documents.slice(from, to).map(open.result));
    return part.map((result) => results.item(result, found.words));
  }

  // Shows results up to the end of a page of ten, and gives those that it could.
  async function showMore(open, found, isCurrent, most = page, goesOn = false) {
    try {
      if (goesOn) found = await readOn(open, found, isCurrent);
      const items = await itemsOf(open, found, shown, Math.min(shown - shown % page + page, shown + most));
      if (!isCurrent()) return;
      shown += items.length;
      list.append(...items);
      results.quoteWhenSeen(items);
      addMore(open, found, isCurrent);
      return items;
    } catch (fault) {
      if (!isCurrent()) return;
      if (fault?.kind === 'changed') ask();
      else tellFault(fault);
    }
  }

  function addMore(open, found, isCurrent) {
    section.querySelector('[data-search-more]')?.remove();
    if (shown >= found.documents.length && !found.unread?.length) return;
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'button', textContent: words.more });
    button.dataset.searchMore = '';
    button.addEventListener('click', async () => {
      const items = await showMore(open, found, isCurrent, page, true);
      items?.[0]?.querySelector('a').focus();
    });
    section.append(button);
  }

  // Where all that have a phrase are shown, more texts are read for it.
  async function readOn(open, found, isCurrent) {
    if (shown < found.documents.length || !found.unread?.length) return found;
    tell(words.wait);
    const more = await results.withPhrases(open, found, isCurrent, true);
    if (isCurrent()) tell(summary(more));
    section.hidden = !more.documents.length && !more.unread.length;
    return more;
  }

  // Arrows go from the field to the results and back.
  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll('.item-title a')];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }

  // A beginning of two letters begins too much: it waits until one stops. So does what would load more than a first
  // answer may, in bytes, and before that what a word that is nowhere may mean.
  const pause = 200, mostTyped = 30_000, mostGuessing = 14_000;
  const isReady = () => /[\p{L}\p{N}]{3}["”“„»«]?$/u.test(input.value.trimEnd()) && !(results?.spent() > mostTyped);

  let timer;
  function rest() {
    clearTimeout(timer);
    isResting = true;
    if (answer?.mine === run && !answer.found?.isLess) return finish();
    if (answer || !isBusy) made = 0; // what was found while typing is not enough
    look();
  }

  // Looks for what stands in the fields now, without waiting.
  function ask() {
    run++;
    rest();
  }

  form.addEventListener('input', ({ target }) => {
    if (target !== input) return ask();
    run++;
    isResting = false;
    clearTimeout(timer);
    timer = setTimeout(rest, pause);
    if (isReady()) look();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isBusy && made === run) rest();
    else ask();
  });
  input.addEventListener('focus', () => load().then((open) => open.prepare(), () => {}), { once: true });
  document.addEventListener('keydown', walk);
  list.addEventListener('click', remember, true); // who follows a result while typing comes back to it

  const given = new URLSearchParams(location.search);
  for (const name of ['q', ...filterNames]) if (given.has(name)) form.elements[name].value = given.get(name);
  for (const name of filterNames) form.elements[name].value ||= ''; // one that is no longer there
  const choices = form.querySelector('details');
  choices.hidden = !filterNames.length; // without this script they would choose nothing
  choices.open = filterNames.some((name) => form.elements[name].value);
  tell('');
  if (location.search) ask();
  else addEventListener('load', () => setTimeout(() => rehearse().catch(() => {})));
})();
