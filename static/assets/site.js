// Comfort for readers whose browser runs scripts. Without it every page is complete and true: dates are
// written out, and a list says from when on it holds. What the page says is written by the templates:
// the words of the buttons stand on the script's own element, and what is true later in a <template>.
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
    const later = element.nextElementSibling;
    if (element.matches('li, article')) {
      element.classList.add('meeting-past');
      if (element.parentElement.matches('[data-coming]')) moveToPast(element);
    } else if (later?.localName === 'template') {
      element.replaceWith(later.content);
      later.remove();
      catchUp(); // what came may have passed as well
    } else {
      element.remove();
    }
  }

  function moveToPast(item) {
    const section = one('[data-past-section]');
    if (section && !one('[data-past]')) section.replaceWith(section.content);
    const list = item.parentElement;
    one('[data-past]')?.prepend(item);
    // The place of the next meeting is taken by the one after it that takes place.
    const [first, ...rest] = all('[data-coming]');
    const next = one('[data-coming] > :not(.meeting-off)');
    if (!first.firstElementChild && next) first.append(next);
    for (const empty of [list, ...rest].filter((other) => !other.firstElementChild)) {
      const none = empty.nextElementSibling;
      if (none?.matches('[data-none]')) none.replaceWith(none.content);
      else empty.closest('section')?.remove();
      empty.remove();
    }
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
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');

  function button(text, act) {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
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
      clearTimeout(timer);
      timer = setTimeout(() => {
        element.textContent = text;
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
    const box = document.createElement('div');
    box.className = 'tools';
    box.append(content);
    return box;
  }

  const address = one('link[rel="canonical"]')?.href ?? location.href;
  const tidy = (text) => text.replace(/\s+/g, ' ').trim();
  const plain = (element) => tidy(element.textContent);

  // A quote with who said it, where and when: what a journalist needs to quote correctly.
  function withSource(quote, source) {
    const text = plain(quote);
    const speaker = one('.speaker[data-role]', quote);
    const role = speaker?.dataset.role;
    const who = role && !text.includes(role) ? `${plain(speaker)}, ${role}. ` : '';
    return `${text}\n\n${who}${tidy(source)}\n${address}\n`;
  }

  function addButtons() {
    const source = one('[data-source]')?.dataset.source;
    if (navigator.clipboard) {
      if (source) for (const quote of all('.prose > .quote')) quote.after(tools(button(words.quote, () => copy(withSource(quote, source)))));
      for (const link of all('main .ways a[href^="mailto:"]')) link.after(button(words.address, () => copy(plain(link))));
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
