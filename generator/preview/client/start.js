// The start page is loaded anew whenever a file changes, and keeps what somebody typed. Its filter: the rows that hold every word, in any order, whatever their case and accents.
(() => {
  'use strict';
  const field = document.getElementById('filter');
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rows = [...document.querySelectorAll('#texts tbody tr')].map((row) => ({ row, text: plain(row.textContent) }));
  const count = document.querySelector('.filter output');
  const memory = 'preview-filter';

  const filter = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      const isShown = words.every((word) => text.includes(word));
      if (row.hidden === isShown) row.hidden = !isShown;
      if (isShown) shown++;
    }
    count.textContent = words.length ? `${shown} / ${rows.length}` : '';
    sessionStorage.setItem(memory, field.value);
  };

  field.closest('.filter').hidden = false;
  field.value = sessionStorage.getItem(memory) ?? '';
  field.addEventListener('input', filter);
  filter();

  // A title that somebody has begun to type stays too, until its file is made.
  const making = document.querySelector('.new form');
  const begun = 'preview-new';
  if (!making) return;
  const { kind, title } = making.elements;
  const known = JSON.parse(sessionStorage.getItem(begun) ?? '{}');
  if (known.title && !title.value) {
    [kind.value, title.value] = [known.kind, known.title];
    document.querySelector('.new').open = true;
  }
  making.addEventListener('input', () => sessionStorage.setItem(begun, JSON.stringify({ kind: kind.value, title: title.value })));
  making.addEventListener('submit', () => sessionStorage.removeItem(begun));
})();
