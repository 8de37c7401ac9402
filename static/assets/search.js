// The page that one searches on. What is found is told while one types; the address holds the query, so that it can be
// shared. All words stand on the page. What reads the index (search-engine.js) is loaded when somebody begins to type.
(() => {
  'use strict';
  const form = document.querySelector('[data-search]');
  const words = form.dataset;
  const input = form.elements.q;
  const lang = document.documentElement.lang;
  const status = document.querySelector('[data-search-status]');
  const section = document.querySelector('[data-search-results]');
  const list = section.querySelector('ul');
  const notice = document.querySelector('[data-fault-notice]');
  const page = 10, screen = 4, mostRead = 40, atOnce = 5, snippet = 240;
  const filterNames = ['kind', 'topic', 'region', 'year'].filter((name) => form.elements[name]);
  const number = new Intl.NumberFormat(lang);
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const kindNames = new Map(form.elements.kind ? [...form.elements.kind.options].map((option) => [option.value, option.text]) : []);

  let engine, tokens, shown = 0, run = 0, began = 0;
  const load = () => engine ??= (began ||= performance.now()) && Promise.all(['engine', 'files', 'words'].map((name) => import(words[name]))).then(([{ open }, index, module]) => {
    tokens = module.tokens;
    return open({ ...index, files: index.open(words.search, lang, module) }, lang, module);
  }).catch((fault) => {
    engine = undefined;
    throw fault;
  });

  function made(name, text = '', className = '') {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  const filled = (text, values) => text.replace(/\{(\w)\}/g, (_, name) => typeof values[name] === 'number' ? number.format(values[name]) : values[name]);
  const tell = (text) => { status.textContent = text; };

  // What went wrong is said in the page's words, with a way out.
  function tellFault(fault) {
    const kind = ['broken', 'old'].includes(fault?.kind) ? fault.kind : 'missing';
    for (const text of notice.querySelectorAll('[data-fault]')) text.hidden = text.dataset.fault !== kind;
    notice.hidden = false;
    section.hidden = true;
    tell('');
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

  async function search(isSecond = false) {
    const mine = ++run;
    const isCurrent = () => mine === run;
    const { query, filters } = asked();
    remember();
    notice.hidden = true;
    const isFiltered = filters.terms.length || filters.year;
    if (!query.trim() && !isFiltered) return clear();
    const waiting = setTimeout(() => isCurrent() && tell(words.wait), 400);
    try {
      const open = await load();
      let found = await open.search(query, filters);
      if (!isCurrent()) return;
      if (found.isEmpty && !isFiltered) {
        clear();
        tell(words.empty);
        return;
      }
      const checked = found.phrases.length ? await withPhrases(open, found, isCurrent) : found;
      if (!isCurrent()) return;
      await showAll(open, checked, isCurrent);
      if (isCurrent()) tell(summary(checked));
    } catch (fault) {
      if (!isCurrent()) return;
      if (fault?.kind === 'changed' && !isSecond) search(true);
      else tellFault(fault);
    } finally {
      clearTimeout(waiting);
    }
  }

  function clear() {
    list.replaceChildren();
    section.hidden = true;
    tell('');
  }

  function summary({ documents: { length: n }, isWhole, read, compound, parts, guessed }) {
    if (!n) return words.none;
    if (read) return filled(words.phrase, { n, m: read });
    if (!isWhole) return filled(words.partly, { n });
    const count = n === 1 ? words.single : filled(words.found, { n });
    if (parts) return `${filled(words.parts, { w: compound, a: parts[0], b: parts[1] })} ${count}`;
    return guessed ? `${filled(words.similar, { w: guessed })} ${count}` : count;
  }

  // A phrase is looked for in the texts themselves, of the best that have its words.
  async function withPhrases(open, found, isCurrent) {
    const kept = [], candidates = found.isWhole ? found.documents.slice(0, mostRead) : [];
    for (let i = 0; i < candidates.length && isCurrent(); i += atOnce) {
      const part = candidates.slice(i, i + atOnce);
      const fit = await Promise.all(part.map((document) => hasPhrases(open, document, found.phrases)));
      kept.push(...part.filter((_, at) => fit[at]));
    }
    return { ...found, documents: kept, read: found.documents.length > mostRead && kept.length ? mostRead : 0 };
  }

  async function hasPhrases(open, document, phrases) {
    const result = await open.result(document);
    const holds = (texts) => phrases.every((phrase) => texts.some((text) => ` ${open.plainWords(text)} `.includes(` ${phrase} `)));
    return holds([result.title, result.lead]) || holds(await textsOf(result.url));
  }

  // The texts of a page, part by part.
  const read = new Map();
  function textsOf(url) {
    if (!read.has(url)) read.set(url, fetchTexts(url));
    return read.get(url);
  }

  async function fetchTexts(url) {
    const response = await fetch(url);
    if (!response.ok) return [];
    const main = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
    const parts = main ? [...main.querySelectorAll('p, li, dd, dt, h1, h2, h3, h4, td, th, figcaption, blockquote')] : [];
    return parts.filter((part) => !part.closest('nav, form') && !part.querySelector('p, li')).map((part) => part.textContent.replace(/\s+/g, ' ').trim());
  }

  // What a screen holds is shown before the rest is loaded.
  async function showAll(open, found, isCurrent) {
    shown = 0;
    const items = await next(open, found, screen);
    if (!isCurrent()) return;
    list.replaceChildren(...items);
    section.hidden = !items.length;
    section.querySelector('[data-search-more]')?.remove();
    const others = await next(open, found, page - screen);
    if (!isCurrent()) return;
    list.append(...others);
    addMore(open, found, isCurrent);
  }

  async function next(open, found, count = page) {
    const part = found.documents.slice(shown, shown + count);
    shown += part.length;
    const results = await Promise.all(part.map(open.result));
    return results.map((result) => item(result, found.words));
  }

  function addMore(open, found, isCurrent) {
    section.querySelector('[data-search-more]')?.remove();
    if (shown >= found.documents.length) return;
    const button = made('button', words.more, 'button');
    button.type = 'button';
    button.dataset.searchMore = '';
    button.addEventListener('click', async () => {
      try {
        const items = await next(open, found);
        if (!isCurrent()) return;
        list.append(...items);
        items[0]?.querySelector('a').focus();
        addMore(open, found, isCurrent);
      } catch (fault) {
        if (fault?.kind === 'changed') search(true);
        else tellFault(fault);
      }
    });
    section.append(button);
  }

  // A result looks as items of lists do.
  function item(result, found) {
    const li = made('li', '', 'item'), meta = made('p', '', 'item-meta'), box = made('div');
    if (result.date) {
      const time = made('time', day.format(new Date(result.date)));
      time.dateTime = result.date;
      meta.append(time, ' ');
    }
    meta.append(made('span', kindNames.get(`kind:${result.kind}`) ?? '', 'tag'));
    if (result.mark) meta.append(' ', made('span', result.mark, 'tag tag-alert'));
    const heading = made('h3', '', 'item-title'), link = made('a'), lead = made('p', '', 'item-text');
    link.href = result.url;
    const inTitle = mark(link, result.title, found), inLead = mark(lead, result.lead, found);
    heading.append(link);
    box.append(heading, lead);
    if (result.lang !== lang) heading.lang = lead.lang = result.lang;
    li.append(meta, box);
    if (!inTitle && !inLead) whenSeen(li, () => showPlace(lead, result.url, found));
    return li;
  }

  // Writes a text with the words marked that were found; tells whether there are any.
  function mark(element, text, found) {
    let at = 0, count = 0;
    element.replaceChildren();
    for (const token of tokens(text)) {
      if (!found.has(token.text)) continue;
      element.append(text.slice(at, token.from), made('mark', text.slice(token.from, token.to)));
      at = token.to;
      count++;
    }
    element.append(text.slice(at));
    return count;
  }

  // A first answer loads no more than this, in bytes: what texts are quoted from comes one after another until it is
  // spent, and the rest when the reader goes on.
  const mostBytes = 60_000, usualText = 6_000;
  let quoted = Promise.resolve(), hasGoneOn = false, goOn;
  const going = new Promise((done) => { goOn = done; }).then(() => { hasGoneOn = true; });
  const spent = () => performance.getEntriesByType('resource').reduce((total, { startTime, encodedBodySize }) => total + (startTime >= began ? encodedBodySize : 0), 0);

  async function quote(li, act) {
    if (!hasGoneOn && spent() + usualText > mostBytes) {
      going.then(() => li.isConnected && act());
      return;
    }
    if (li.isConnected) await act();
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      quoted = quoted.then(() => quote(target, target.act));
    }
  });

  function whenSeen(element, act) {
    element.act = act;
    observer.observe(element);
  }

  // Shows the place in the text that has most of the words, in the place of the lead.
  async function showPlace(lead, url, found) {
    let best = '', most = 0, from = 0;
    try {
      for (const text of await textsOf(url)) {
        const hits = tokens(text).filter((token) => found.has(token.text));
        const count = new Set(hits.map((token) => token.text)).size;
        if (count > most) [best, most, from] = [text, count, hits[0].from];
      }
    } catch {
      return; // the lead stays
    }
    if (most) mark(lead, around(best, from), found);
  }

  function around(text, from) {
    const start = from < snippet / 2 ? 0 : text.lastIndexOf(' ', from - snippet / 3) + 1;
    const end = text.length - start <= snippet ? text.length : text.lastIndexOf(' ', start + snippet);
    return (start ? '… ' : '') + text.slice(start, end > start ? end : start + snippet) + (end < text.length ? ' …' : '');
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

  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(), 200);
  };
  form.addEventListener('input', soon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  input.addEventListener('focus', () => load().then((open) => open.prepare(), () => {}), { once: true });
  document.addEventListener('keydown', walk);
  document.addEventListener('scroll', goOn, { once: true, passive: true });
  list.addEventListener('focusin', goOn, { once: true });

  const given = new URLSearchParams(location.search);
  for (const name of ['q', ...filterNames]) if (given.has(name)) form.elements[name].value = given.get(name);
  for (const name of filterNames) form.elements[name].value ||= ''; // one that is no longer there
  const choices = form.querySelector('details');
  choices.hidden = !filterNames.length; // without this script they would choose nothing
  choices.open = filterNames.some((name) => form.elements[name].value);
  tell('');
  if (location.search) search();
})();
