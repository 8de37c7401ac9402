() => {
  // What somebody sees who opens a feed: texts that are shown, links that lead on, colours that can be told apart.
  const found = [];
  const all = (name) => [...document.getElementsByTagNameNS('*', name)];
  const isShown = (e) => e.getClientRects().length > 0;
  for (const name of ['id', 'updated', 'content', 'author', 'category']) {
    if (all(name).some(isShown)) found.push(`<${name}> is shown`);
  }
  for (const name of ['title', 'div', 'entry', 'summary', 'published']) {
    if (!all(name).length || !all(name).every(isShown)) found.push(`<${name}> is not shown`);
  }
  const links = all('a');
  if (!links.length || links.some((a) => !a.href || a.tabIndex < 0)) found.push('its links lead nowhere');
  if (document.documentElement.scrollWidth > innerWidth) found.push('it is wider than the window');
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const backdrop = (e) => {
    for (; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  for (const name of ['title', 'subtitle', 'p', 'a', 'published', 'summary']) {
    for (const e of all(name).slice(0, 2)) {
      const [high, low] = [light(getComputedStyle(e).color), light(backdrop(e))].sort((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < 7) found.push(`the contrast of <${name}> is ${contrast.toFixed(1)}`);
    }
  }
  return found;
}
