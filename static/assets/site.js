// Comfort for readers whose browser runs scripts. Without it every page is complete and true: dates are
// written out, and what has passed moves with the next build. The script has no words of its own: those of the
// buttons stand on its element, and what is true from a moment on stands beside what is true until then.
// They are attributes, since text browsers show what stands in a <template>.
(() => {
  'use strict';
  const words = document.currentScript.dataset;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);

  // A page that shows the site at a chosen moment keeps to it.
  const now = () => words.now ? new Date(words.now) : new Date();
  const until = (element) => Date.parse(element.dataset.until);

  // What was still to come when the page was made, and has passed since, gives way to what is true then.
  function catchUp() {
    const soonestFirst = all('[data-until]').sort((a, b) => until(a) - until(b));
    for (const element of soonestFirst) if (element.isConnected && until(element) <= now()) pass(element);
    showDays();
  }

  function pass(element) {
    element.removeAttribute('data-until');
    if (element.matches('li, article')) {
      element.classList.add('meeting-past');
      if (element.parentElement.matches('[data-coming]')) moveToPast(element);
    } else if (element.dataset.then) {
      element.textContent = element.dataset.then;
      element.classList.remove('tag-alert');
    } else {
      element.remove();
    }
  }

  function moveToPast(item) {
    const list = item.parentElement;
    pastList().prepend(item);
    // The place of the next meeting is taken by the one after it that takes place.
    const [first, ...rest] = all('[data-coming]');
    const next = one('[data-coming] > :not(.meeting-off)');
    if (!first.firstElementChild && next) first.append(next);
    for (const empty of [list, ...rest].filter((other) => !other.firstElementChild)) {
      if (empty.dataset.none) empty.replaceWith(made('p', empty.dataset.none));
      else empty.closest('section').remove();
    }
  }

  // The past is listed already, or begins where the page has kept a place for it.
  function pastList() {
    const place = one('[data-past-title]');
    if (place) {
      const list = made('ul');
      list.className = 'meetings';
      list.dataset.past = '';
      const section = made('section');
      section.append(made('h2', place.dataset.pastTitle), list);
      place.replaceWith(section);
    }
    return one('[data-past]');
  }

  function made(name, text = '') {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  // today, tomorrow, in 3 days: by the calendar of the place, not of the reader.
  const farAway = 60;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: words.zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const dayNumber = (date) => Date.parse(day.format(date)) / 864e5;

  function showDays() {
    const inDays = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
    for (const time of all('.when time')) {
      delete time.dataset.relative;
      if (!time.closest('[data-until]')) continue;
      const start = time.dateTime.length > 10 ? dayNumber(new Date(time.dateTime)) : Date.parse(time.dateTime) / 864e5;
      const days = Math.max(0, start - dayNumber(now()));
      if (days <= farAway) time.dataset.relative = inDays.format(days, 'day');
    }
  }

  // Buttons
  const status = made('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');

  // Several buttons say the same on one page: who hears them is told what each one copies.
  function button(text, act, what = '') {
    const element = made('button', text);
    const name = what && `${text}: ${what}`;
    element.type = 'button';
    if (name) element.ariaLabel = name;
    let timer;
    element.addEventListener('click', async () => {
      let said;
      try {
        said = await act();
      } catch {
        said = words.failed;
      }
      if (!said) return;
      element.textContent = status.textContent = said;
      element.removeAttribute('aria-label');
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.textContent = text;
        if (name) element.ariaLabel = name;
        status.textContent = '';
      }, 3000);
    });
    return element;
  }

  const copy = (text) => navigator.clipboard.writeText(text).then(() => words.done);

  // Whoever closes the sheet has said no, which is no failure.
  const shareSheet = () => navigator.share({ title: document.title, url: address }).catch((error) => {
    if (error.name !== 'AbortError') throw error;
  });

  function tools(content) {
    const box = made('div');
    box.className = 'tools';
    box.append(content);
    return box;
  }

  const address = one('link[rel="canonical"]')?.href ?? location.href;
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();

  // The text of an element, without what was struck out in it.
  function plain(element) {
    const copy = element.cloneNode(true);
    for (const struck of all('del', copy)) struck.remove();
    return tidy(copy.textContent).replace(/ (?=[.,;:!?])/g, '');
  }

  // The first words tell which quote it is.
  const beginning = (quote) => plain(quote).split(' ').slice(0, 8).join(' ');

  // A quote with who said it, where and when: what a journalist needs to quote correctly.
  function withSource(quote, source) {
    const text = plain(quote);
    const known = all('.speaker[data-role]', quote).filter((speaker) => !text.includes(speaker.dataset.role)); // the text has not said it
    const who = known.map((speaker) => `${plain(speaker)}, ${speaker.dataset.role}. `).join('');
    return `${text}\n\n${who}${tidy(source)}\n${address}\n`;
  }

  function addButtons() {
    const source = one('[data-source]')?.dataset.source;
    if (navigator.clipboard) {
      if (source) for (const quote of all('.prose > .quote')) quote.after(tools(button(words.quote, () => copy(withSource(quote, source)), beginning(quote))));
      for (const link of all('main .ways a[href^="mailto:"]')) link.after(button(words.address, () => copy(plain(link)), plain(link)));
    }
    const share = navigator.share ? button(words.share, shareSheet) : navigator.clipboard && button(words.link, () => copy(address));
    if (!share) return;
    const actions = one('.actions');
    if (actions) actions.append(share);
    else (one('.sheet-header > div') ?? one('.article-header'))?.append(tools(share));
  }

  catchUp();
  addButtons();
  document.body.append(status);
  document.addEventListener('visibilitychange', () => document.hidden || catchUp());
})();
