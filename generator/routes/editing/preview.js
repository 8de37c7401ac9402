// The pane beside the form: the page as it will be published, and what a check says of it. What is wrong holds back
// saving, but for drafts. Where the browser cannot do it, the form works all the same, and the pane says so.
import CMS from '../cms/npm/index.js';
import { textFormat } from '../files.js';
import { filesOf, holdsBack, inFormWords, labelsOf, placeOf, requestOf } from './entry.js';
import { showPage } from './frame.js';
import { withFresh } from './fresh.js';
import { tellHeld } from './held.js';
import { goTo, mark } from './places.js';
import { lang, words } from './words.js';

const here = new URL('./', import.meta.url);
const get = async (name) => (await fetch(new URL(name, here))).json();

// A helper asks the worker. A worker that cannot be loaded answers nothing, and says so.
class Helper {
  #worker = new Worker(new URL('worker.js', here));
  #waiting = new Map();
  #id = 0;
  #failure = null;

  constructor() {
    this.#worker.onmessage = ({ data: { id, answer, failure } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      return failure ? reject(new Error(failure)) : resolve(answer);
    };
    this.#worker.onerror = ({ message }) => {
      this.#failure = new Error(`worker: ${message ?? 'not loaded'}`);
      this.#waiting.forEach(({ reject }) => reject(this.#failure));
    };
  }

  ask(message) {
    if (this.#failure) {
      return Promise.reject(this.#failure);
    }
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message });
    });
  }
}

const start = async () => {
  if (!window.Worker || !window.WebAssembly || !window.DecompressionStream) {
    throw new Error('no WebAssembly');
  }
  const [files, config, names] = await Promise.all([get('files.json'), get('../config.json'), get('../names.json')]);
  if (!files.program) {
    throw new Error('no program');
  }
  const helper = new Helper();
  await helper.ask({ open: files });
  const formats = Object.fromEntries(config.collections.filter(({ format }) => format).map(({ name, fields }) => [name, textFormat(fields, names)]));
  labels = Object.fromEntries(config.collections.filter(({ format }) => format).map(({ name, fields }) => [name, labelsOf(fields)]));
  return { helper, formats, languages: config.i18n.locales };
};

let started;
let labels = {}; // what the form of each collection calls the keys
const ready = () => (started ??= start());

// ask gives the page of an entry, and what is to be said of it where the question is look.
const ask = async (question, held) => {
  const { helper, formats, languages } = await ready();
  const { entry, fresh } = await withFresh(held);
  const { name, files } = filesOf(entry, languages, formats[entry.collection].toFile);
  files.forEach((file) => {
    file.isShown = file.name === name;
  });
  const answer = await helper.ask({ [question]: requestOf({ name, files, fresh }, lang) });
  return { answer, files, fresh };
};

// What keeps a text from being saved comes first, and the text that is looked at before its translations.
const weights = { error: 0, warning: 1, note: 2 };
const fileOf = (finding, files) => files.find(({ name }) => finding.File.endsWith(`/${name}`));
const ordered = (found, files) =>
  found.toSorted((a, b) => weights[a.Severity] - weights[b.Severity] || (fileOf(b, files)?.isShown ?? 0) - (fileOf(a, files)?.isShown ?? 0));

const folderOf = (name) => name.split('/')[0];

// placeIn says where something is in the words of the form; of a translation also in which language.
const placeIn = (file, finding) => {
  if (!file) {
    return '';
  }
  const { field, line } = placeOf(file, finding);
  const place = field === 'body' ? `${words.text}, ${words.line} ${line}` : (labels[folderOf(file.name)]?.[field] ?? field);
  return [place, file.isShown ? '' : new Intl.DisplayNames(lang, { type: 'language' }).of(file.lang)].filter(Boolean).join(', ');
};

const saidOf = (finding, files) => {
  const file = fileOf(finding, files);
  const place = placeIn(file, finding);
  const said = (text) => inFormWords(text, labels, folderOf(file?.name ?? finding.File.replace(/^.*content\//, '')));
  return [`${words[finding.Severity]}${place ? ` (${place})` : ''}: ${said(finding.Message)}`, said(finding.Hint), finding.Unsure ? words.unsure : ''].filter(Boolean).join(' – ');
};

// fieldOf gives the place of a finding in the form, where the form shows it. A key that is missing has no line.
const fieldOf = (finding, files) => {
  const file = fileOf(finding, files);
  if (!file?.isShown) {
    return null;
  }
  const { field, line } = placeOf(file, finding);
  const [, missing] = (!finding.Line && /"([a-z_]+)"/.exec(finding.Message)) || [];
  return field || missing ? { lang: file.lang, field: field || missing, text: line ? file.text.split('\n')[finding.Line - 1] : '', severity: finding.Severity } : null;
};

const { h, createClass } = window;

const messageOf = (finding, key, files) => {
  const place = fieldOf(finding, files);
  const way = place ? h('button', { key: 'way', type: 'button', onClick: () => goTo(place), style: { font: 'inherit', padding: '0.2rem 0.6rem' } }, words.goTo) : null;
  return h('li', { key, lang }, [saidOf(finding, files), ' ', way]);
};

// The page follows each key. What is to be said of a text takes longer, and waits until nobody types for a moment.
const pause = 300; // milliseconds

const preview = createClass({
  getInitialState() {
    return { message: words.loading };
  },
  componentDidMount() {
    this.props.document.documentElement.style.colorScheme = 'light dark'; // as the form beside it
    this.refresh();
  },
  componentDidUpdate(before) {
    if (before.entry !== this.props.entry) {
      this.refresh();
    }
    mark(ordered(this.state.found ?? [], this.state.told).map((finding) => fieldOf(finding, this.state.told)).filter(Boolean));
    if (this.frame && this.state.answer?.HTML) {
      showPage(this.frame, this.state.answer.HTML, this.state.fresh);
    }
  },
  componentWillUnmount() {
    mark([]);
  },
  // One request at a time: what is typed meanwhile is asked for after it, once.
  async refresh() {
    this.asked = this.props.entry;
    if (this.busy) {
      this.wake?.();
      return;
    }
    this.busy = true;
    try {
      await this.follow();
    } catch (error) {
      console.error(error);
      this.setState({ message: words.none });
    }
    this.busy = false;
  },
  async follow() {
    for (let shown, told; told !== this.asked; ) {
      if (shown !== this.asked) {
        shown = this.asked;
        this.setState({ message: '', isOld: true, ...(await ask('page', shown.toJS())) });
        await new Promise((resolve) => {
          this.wake = resolve;
          setTimeout(resolve, this.state.found ? pause : 0);
        });
      } else {
        const { answer, files } = await ask('look', shown.toJS());
        told = shown;
        this.setState({ found: answer.Found ?? [], told: files, isOld: told !== this.asked });
      }
    }
  },
  render() {
    const { message, answer, fresh, found, told, isOld } = this.state;
    if (message) {
      return h('p', { role: 'status' }, message);
    }
    const state = answer.State === 'embargoed' ? `${words.embargoed} ${answer.From.slice(0, 16).replace('T', ' ')}.` : words[answer.State];
    const said = ordered(found ?? [], told).map((finding, key) => messageOf(finding, key, told));
    return h('div', {}, [
      h('section', { key: 'found', 'aria-label': words.found, 'aria-busy': isOld }, [
        state ? h('p', { key: 'state' }, state) : null,
        fresh.length ? h('p', { key: 'fresh' }, words.fresh) : null,
        said.length ? h('ul', { key: 'list' }, said) : h('p', { key: 'fine' }, found ? words.fine : words.looking),
      ]),
      answer.HTML ? h('iframe', { key: 'page', ref: (frame) => { this.frame = frame; }, title: words.page, sandbox: 'allow-same-origin', style: { width: '100%', height: '80vh', border: '1px solid #767676' } }) : null,
    ]);
  },
});

// What cannot be looked at is not held back: the build looks at everything again.
const holdBack = async ({ entry }) => {
  let seen;
  try {
    seen = await ask('look', entry.toJS());
  } catch (error) {
    console.error(error);
    return;
  }
  const found = holdsBack(seen.answer);
  if (found.length) {
    tellHeld(found.map((finding) => saidOf(finding, seen.files)));
    throw new Error(words.held);
  }
};

for (const name of ['press', 'meetings', 'contacts', 'pages']) {
  CMS.registerPreviewTemplate(name, preview);
}
CMS.registerEventListener({ name: 'preSave', handler: holdBack });
