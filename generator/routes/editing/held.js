// Tells why a text was not saved, and what to do about it.
import { lang, words } from './words.js';

const patience = 1000; // milliseconds

// The editor tells of every save that was held back that something went wrong, and to try again later. That would be
// wrong here: its message is closed, and ours takes its place.
const theirs = () => document.querySelector('dialog[role="alertdialog"][open]');

const closeTheirs = () =>
  new Promise((resolve) => {
    const close = () => {
      const opened = theirs();
      if (opened) {
        opened.querySelector('button')?.click();
        end();
      }
    };
    const watch = new MutationObserver(close);
    const end = () => {
      watch.disconnect();
      resolve();
    };
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
    setTimeout(end, patience);
  });

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const style = { maxWidth: '40rem', padding: '1.5rem', border: '1px solid currentColor', borderRadius: '0.5rem', lineHeight: '1.5' };

// tellHeld shows what keeps a text from being saved.
export const tellHeld = async (said) => {
  await closeTheirs();
  const title = element('h2', { id: 'dialog-held', textContent: words.held });
  const list = element('ul', {}, ...said.map((textContent) => element('li', { textContent })));
  title.style.fontSize = '1.25rem';
  const close = element('button', { type: 'button', textContent: words.close, onclick: () => dialog.close() });
  Object.assign(close.style, { font: 'inherit', padding: '0.6rem 1rem' });
  const dialog = element('dialog', { lang, onclose: () => dialog.remove() }, title, list, close);
  dialog.setAttribute('aria-labelledby', title.id);
  Object.assign(dialog.style, style);
  document.body.append(dialog);
  dialog.showModal();
};
