// The start page's filter: the rows that hold every word, in any order, whatever their case and accents.
(() => {
  'use strict';
  const field = document.getElementById('filter');
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rows = [...document.querySelectorAll('#texts tbody tr')].map((row) => ({ row, text: plain(row.textContent) }));
  const count = document.querySelector('.filter output');
  const memory = 'preview-filter'; // the page is loaded anew whenever a file changes

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
})();
