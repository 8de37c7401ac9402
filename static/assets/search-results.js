// What the search page shows of its results: search.js says which, and when. It is loaded with the modules that read the
// index.

const mostRead = 40, atOnce = 3, snippet = 240;
// A first answer loads no more than this beside the scripts, in bytes (60,000 with them): what texts are quoted from comes
// one after another until it is spent, and the rest when the reader goes on.
const mostBytes = 46_000, usualText = 6_000, usualResult = 1_300, fewest = 3;

function made(name, text = '', className = '') {
  const element = document.createElement(name);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

// list is where the results stand, kindNames what each kind is called, tokens that of search-words.js.
export function open(list, kindNames, tokens) {
  const lang = document.documentElement.lang;
  let day; // made when there is a date: it takes time
  const dated = (date) => (day ??= new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })).format(new Date(date));

  // A result looks as items of lists do.
  function item(result, found) {
    const li = made('li', '', 'item'), meta = made('p', '', 'item-meta'), box = made('div');
    if (result.date) {
      const time = made('time', dated(result.date));
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
    if (!inTitle && !inLead) li.quote = () => showPlace(lead, result.url, found);
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

  // A phrase is looked for in the texts themselves, of the best that have its words: of so many as a first answer may load,
  // and of more when the reader wants more.
  async function withPhrases(engine, found, isCurrent, goesOn = false) {
    let { documents, unread = found.isWhole ? documents : [], read = 0 } = found;
    const kept = found.unread ? [...documents] : [];
    for (let n = 0; n < mostRead && unread.length && isCurrent() && (goesOn || spent() + atOnce * usualText <= mostBytes); n += atOnce) {
      const part = unread.slice(0, atOnce), fit = await Promise.all(part.map((document) => hasPhrases(engine, document, found.phrases)));
      kept.push(...part.filter((_, i) => fit[i]));
      unread = unread.slice(atOnce);
      read += part.length;
    }
    return { ...found, documents: kept, unread, read };
  }

  async function hasPhrases(engine, document, phrases) {
    const result = await engine.result(document);
    const holds = (texts) => phrases.every((phrase) => texts.some((text) => ` ${engine.plainWords(text)} `.includes(` ${phrase} `)));
    return holds([result.title, result.lead]) || holds(await textsOf(result.url));
  }

  let quoted = Promise.resolve(), hasGoneOn = false, goOn;
  const going = new Promise((done) => { goOn = done; }).then(() => { hasGoneOn = true; });
  const spent = () => performance.getEntriesByType('resource').reduce((total, { name, encodedBodySize }) => total + (name.includes('/assets/') ? 0 : encodedBodySize), 0);

  // How many results may be loaded then.
  const affordable = () => Math.max(fewest, Math.floor((mostBytes - spent()) / usualResult));

  async function quote(li) {
    if (!hasGoneOn && spent() + usualText > mostBytes) {
      going.then(() => li.isConnected && li.quote());
      return;
    }
    if (li.isConnected) await li.quote();
  }

  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      quoted = quoted.then(() => quote(target));
    }
  });

  // Has items that show none of the words quote the place in the text that does, once they are seen.
  function quoteWhenSeen(items) {
    for (const li of items) if (li.quote) observer.observe(li);
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

  document.addEventListener('scroll', goOn, { once: true, passive: true });
  list.addEventListener('focusin', goOn, { once: true });
  return { item, withPhrases, quoteWhenSeen, spent, affordable };
}

function around(text, from) {
  const start = from < snippet / 2 ? 0 : text.lastIndexOf(' ', from - snippet / 3) + 1;
  const end = text.length - start <= snippet ? text.length : text.lastIndexOf(' ', start + snippet);
  return (start ? '… ' : '') + text.slice(start, end > start ? end : start + snippet) + (end < text.length ? ' …' : '');
}
