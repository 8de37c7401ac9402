// The pane beside the form: the page as it will be published, and what a check says of it. What is wrong holds back
// saving, but for drafts. Where the browser cannot do it, the form works all the same, and the pane says so.
import CMS from '../cms/npm/index.js';
import { textFormat } from '../files.js';
import { filesOf, holdsBack, placeOf, requestOf } from './entry.js';

const lang = document.documentElement.lang === 'sv' ? 'sv' : 'en';
const words = {
  sv: {
    none: 'Sidan kan inte visas här: webbläsaren saknar det som behövs. Texten går att skriva och spara som vanligt; den kontrolleras när webbplatsen byggs.',
    loading: 'Sidan hämtas …', page: 'Sidan som den blir', found: 'Att rätta eller tänka på', fine: 'Inget att anmärka på.',
    held: 'Texten är inte sparad. Rätta först det här, eller spara den som utkast:', close: 'Tillbaka till texten',
    error: 'Fel', warning: 'Varning', note: 'Tips', unsure: 'Kontrolleras igen när webbplatsen byggs.', text: 'Texten', line: 'rad',
    draft: 'Utkast: sidan syns inte för andra.', embargoed: 'Sidan publiceras', expired: 'Sidan är inte längre publicerad.',
  },
  en: {
    none: 'The page cannot be shown here: the browser lacks what it takes. The text can be written and saved as usual; it is checked when the site is built.',
    loading: 'Loading the page …', page: 'The page as it will be', found: 'To correct or consider', fine: 'Nothing to remark.',
    held: 'The text is not saved. Correct this first, or save it as a draft:', close: 'Back to the text',
    error: 'Error', warning: 'Warning', note: 'Hint', unsure: 'Checked again when the site is built.', text: 'The text', line: 'line',
    draft: 'Draft: others do not see the page.', embargoed: 'The page is published', expired: 'The page is not public any more.',
  },
}[lang];

const here = new URL('./', import.meta.url);
const get = async (name) => (await fetch(new URL(name, here))).json();

// A helper asks the worker. Of requests that wait, only the last one is worth an answer.
class Helper {
  #worker = new Worker(new URL('worker.js', here));
  #waiting = new Map();
  #id = 0;

  constructor() {
    this.#worker.onmessage = ({ data: { id, answer, failure } }) => {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      return failure ? reject(new Error(failure)) : resolve(answer);
    };
  }

  ask(message) {
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
  return { helper, formats, languages: config.i18n.locales };
};

let started;
const ready = () => (started ??= start());

const look = async (entry) => {
  const { helper, formats, languages } = await ready();
  const { name, files } = filesOf(entry, languages, formats[entry.collection].toFile);
  const answer = await helper.ask({ look: requestOf({ name, files }, lang) });
  return { answer, files };
};

const saidOf = (finding, files) => {
  const file = files.find(({ name }) => finding.File.endsWith(`/${name}`));
  const { field, line } = file ? placeOf(file, finding) : { field: '', line: 0 };
  const place = field === 'body' ? `${words.text}, ${words.line} ${line}` : field;
  return [`${words[finding.Severity]}${place ? ` (${place})` : ''}: ${finding.Message}`, finding.Hint, finding.Unsure ? words.unsure : ''].filter(Boolean).join(' – ');
};

const { h, createClass } = window;

const preview = createClass({
  getInitialState() {
    return { message: words.loading };
  },
  componentDidMount() {
    this.refresh();
  },
  componentDidUpdate(before) {
    if (before.entry !== this.props.entry) {
      this.refresh();
    }
  },
  // One request at a time: what is typed meanwhile is asked for after it, once.
  async refresh() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      this.setState({ message: '', ...(await look(this.props.entry.toJS())) });
    } catch (error) {
      console.error(error);
      this.setState({ message: words.none });
    }
    this.busy = false;
    if (this.again) {
      this.again = false;
      this.refresh();
    }
  },
  render() {
    const { message, answer, files } = this.state;
    if (message) {
      return h('p', { role: 'status' }, message);
    }
    const found = (answer.Found ?? []).map((finding, key) => h('li', { key, lang }, saidOf(finding, files)));
    const state = answer.State === 'embargoed' ? `${words.embargoed} ${answer.From.slice(0, 16).replace('T', ' ')}.` : words[answer.State];
    return h('div', {}, [
      h('section', { key: 'found', 'aria-label': words.found }, [
        state ? h('p', { key: 'state' }, state) : null,
        found.length ? h('ul', { key: 'list' }, found) : h('p', { key: 'fine' }, words.fine),
      ]),
      answer.HTML ? h('iframe', { key: 'page', title: words.page, srcDoc: answer.HTML, sandbox: 'allow-same-origin', style: { width: '100%', height: '80vh', border: '1px solid #767676' } }) : null,
    ]);
  },
});

const tellHeld = (found, files) => {
  const dialog = document.createElement('dialog');
  const list = document.createElement('ul');
  list.append(...found.map((finding) => Object.assign(document.createElement('li'), { textContent: saidOf(finding, files) })));
  const close = Object.assign(document.createElement('button'), { textContent: words.close, onclick: () => dialog.close() });
  dialog.append(Object.assign(document.createElement('p'), { textContent: words.held }), list, close);
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
};

// What cannot be looked at is not held back: the build looks at everything again.
const holdBack = async ({ entry }) => {
  let seen;
  try {
    seen = await look(entry.toJS());
  } catch (error) {
    console.error(error);
    return;
  }
  const found = holdsBack(seen.answer);
  if (found.length) {
    tellHeld(found, seen.files);
    throw new Error(words.held);
  }
};

for (const name of ['press', 'meetings', 'contacts', 'pages']) {
  CMS.registerPreviewTemplate(name, preview);
}
CMS.registerEventListener({ name: 'preSave', handler: holdBack });
