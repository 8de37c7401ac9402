// The preview's part of a page: it loads the page anew when it shows something else, swaps a style
// sheet that changed, and draws the bar and the panel with the faults. It is in no built site.
(() => {
  'use strict';

  const script = document.currentScript;
  const page = new URL(script.src).searchParams.get('page') || '';
  const sheet = () => document.querySelector('link[rel="stylesheet"]'); // the first is the newest
  const style = () => (sheet() ? sheet().getAttribute('href') : '');
  const params = ['_drafts', '_future', '_now'];

  // The view goes along from page to page: links of the site know nothing of it.
  const here = new URL(location.href);
  const asked = params.filter((name) => here.searchParams.has(name));
  const withView = (href) => {
    const url = new URL(href, location.href);
    for (const name of asked) if (!url.searchParams.has(name)) url.searchParams.set(name, here.searchParams.get(name));
    return url.href;
  };
  if (asked.length) {
    for (const link of document.querySelectorAll('a[href]')) {
      const isHere = link.hash && link.pathname === location.pathname && link.search === location.search;
      if (link.origin === location.origin && !isHere) link.href = withView(link.href);
    }
  }

  // A page that is loaded anew stays where the reader was.
  const memory = 'preview-scroll:' + location.pathname;
  const remembered = sessionStorage.getItem(memory);
  if (remembered !== null) {
    sessionStorage.removeItem(memory);
    addEventListener('load', () => scrollTo({ top: Number(remembered), behavior: 'instant' }));
  }

  // What a form makes is a change too: the answer to it must not be overtaken by the news of it.
  let isSent = false;
  document.addEventListener('submit', (event) => { isSent = !event.defaultPrevented; });
  const reload = () => {
    if (isSent) return;
    sessionStorage.setItem(memory, String(scrollY));
    location.reload();
  };

  // The old sheet stays until the new one is there. Of several that come at once the last one counts.
  let newest = null;
  const swapStyle = (href) => {
    if (!sheet()) return;
    const fresh = sheet().cloneNode();
    newest = fresh;
    fresh.addEventListener('load', () => {
      if (fresh !== newest) return fresh.remove();
      for (const link of document.querySelectorAll('link[rel="stylesheet"]')) if (link !== fresh) link.remove();
    }, { once: true });
    fresh.addEventListener('error', () => fresh.remove(), { once: true });
    fresh.href = href;
    sheet().before(fresh);
  };

  // The bar and the panel live in a shadow tree, so that neither the site's style nor ours leaks.
  const host = document.createElement('div');
  host.id = 'preview';
  const root = host.attachShadow({ mode: 'open' });
  const css = new CSSStyleSheet();
  css.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .dock { position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 14px/1.5 system-ui, sans-serif; color: #fff; }
    .bar { display: flex; flex-wrap: wrap; gap: 2px 18px; align-items: center; padding: 6px 14px; background: #16201d; }
    .bar strong { color: #93dac8; }
    a, button { color: #fff; font: inherit; text-decoration: underline; background: none; border: 0; padding: 3px 0; cursor: pointer; min-height: 24px; }
    a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #ffd23f; outline-offset: 1px; }
    input { font: inherit; padding: 1px 4px; }
    form { display: inline-flex; gap: 6px; align-items: center; margin: 0; }
    .panel { max-height: 60vh; overflow: auto; background: #fff; color: #16201d; border-top: 6px solid #8a1c12; padding: 10px 16px; box-shadow: 0 -4px 24px #0005; }
    .panel.warnings { border-color: #8a5a00; }
    .old { margin: 0 0 8px; font-weight: 700; color: #8a1c12; }
    .fault { border-top: 1px solid #c5cfc9; padding: 8px 0; }
    .fault p { margin: 0; overflow-wrap: anywhere; }
    .place { font-family: ui-monospace, monospace; font-size: 13px; }
    .severity { color: #8a1c12; }
    .severity.warning { color: #8a5a00; }
    .code { color: #45514c; }
    pre { margin: 4px 0; padding: 6px 8px; overflow-x: auto; background: #f1f5f2; font: 13px/1.4 ui-monospace, monospace; }
    .count { background: #8a1c12; padding: 1px 8px; border-radius: 3px; text-decoration: none; font-weight: 700; }
    .count.warnings { background: #8a5a00; }
    .bar .lost { color: #ffb9ad; }
    @media print { .dock { display: none; } }
  `);
  root.adoptedStyleSheets = [css];
  document.body.append(host);

  const make = (name, props = {}, ...children) => {
    const element = Object.assign(document.createElement(name), props);
    element.append(...children);
    return element;
  };
  const viewLink = (name, value, text) => {
    const url = new URL(location.href);
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return make('a', { href: url.href, textContent: text });
  };

  let folded = null; // the reader's choice; errors unfold the panel where there is none

  const draw = (state) => {
    const w = state.words;
    const bar = make('div', { className: 'bar' });
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', w.preview);
    bar.append(make('strong', { textContent: w.preview }));
    bar.append(make('a', { href: withView('/_preview/'), textContent: w.start }));
    for (const [name, shown, text] of [['_drafts', state.drafts, w.drafts], ['_future', state.future, w.future]]) {
      bar.append(make('span', {}, text + ': ', viewLink(name, shown ? '0' : '1', shown ? w.hide : w.show)));
    }
    const field = make('input', { type: 'datetime-local', name: '_now', value: state.now.replace(' ', 'T').replace('.', ':') });
    field.setAttribute('aria-label', w.moment);
    const form = make('form', {}, `${w.moment}: ${state.now ? state.moment : w.now} `, field, make('button', { textContent: w.go }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const url = new URL(location.href);
      if (field.value) url.searchParams.set('_now', field.value);
      else url.searchParams.delete('_now');
      location.href = url.href;
    });
    bar.append(form);
    if (state.now) bar.append(viewLink('_now', '', w.back));
    if (state.lost) bar.append(make('strong', { className: 'lost', textContent: w.lost }));

    const dock = make('div', { className: 'dock' });
    const faults = state.faults || [];
    const isOpen = faults.length > 0 && (folded === null ? state.errors > 0 : !folded);
    if (faults.length) {
      const label = [state.errors && `${state.errors} ${w.errors}`, state.warnings && `${state.warnings} ${w.warnings}`].filter(Boolean).join(', ');
      const toggle = make('button', { className: state.errors ? 'count' : 'count warnings', textContent: label, title: isOpen ? w.close : w.open });
      toggle.setAttribute('aria-expanded', String(isOpen));
      toggle.addEventListener('click', () => {
        folded = isOpen;
        draw(state);
        root.querySelector('.count').focus();
      });
      bar.append(toggle);
    }
    if (isOpen) {
      const panel = make('div', { className: state.errors ? 'panel' : 'panel warnings' });
      panel.setAttribute('role', 'alert');
      if (state.old) panel.append(make('p', { className: 'old', textContent: w.old }));
      for (const f of faults) {
        const fault = make('div', { className: 'fault' },
          make('p', {}, make('strong', { className: 'severity ' + f.severity, textContent: w[f.severity] + ' ' }), make('span', { className: 'place', textContent: f.place + ' ' }), make('strong', { textContent: f.message }), make('span', { className: 'code', textContent: ` [${f.code}]` })));
        if (f.excerpt) fault.append(make('pre', { textContent: f.excerpt }));
        const [advice, ...lines] = (f.hint || '').split('\n');
        if (advice) fault.append(make('p', { textContent: '→ ' + advice }));
        if (lines.length) fault.append(make('pre', { textContent: lines.join('\n') })); // to be pasted
        panel.append(fault);
      }
      dock.append(panel);
    }
    dock.append(bar);
    root.replaceChildren(dock);
    host.dataset.ready = 'true';
  };

  let source = null;
  let drawn = ''; // the message that is shown
  let last = ''; // the message that came
  let timer = 0;
  const show = (data, lost) => {
    if (data === drawn && !lost) return; // what is being typed or read in the bar stays
    drawn = lost ? '' : data;
    draw({ ...JSON.parse(data), lost });
  };
  const connect = () => {
    clearTimeout(timer);
    if (source || document.hidden) return;
    const url = new URL('/_preview/events', location.href);
    url.searchParams.set('url', location.pathname + location.search);
    url.searchParams.set('page', page);
    url.searchParams.set('style', style());
    source = new EventSource(url);
    source.onmessage = (event) => {
      const message = JSON.parse(event.data);
      if (message.reload) return reload();
      if (message.style) swapStyle(message.style);
      last = event.data;
      show(event.data, false);
    };
    // The stream would come back by itself, but ask for the style sheet that was here at first.
    source.onerror = () => {
      disconnect();
      if (drawn) show(last, true);
      timer = setTimeout(connect, 500);
    };
  };
  const disconnect = () => {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
  };
  // A browser allows six connections to a host: a tab that cannot be seen holds none.
  document.addEventListener('visibilitychange', () => (document.hidden ? disconnect() : connect()));
  // Whoever follows a link is not held back by a page that is loaded anew; but it may have been a download.
  addEventListener('beforeunload', () => {
    disconnect();
    timer = setTimeout(connect, 2000);
  });
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', connect);
  connect();
})();
