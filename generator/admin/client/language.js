// The editor speaks the browser's language. The forms have the words of the site's first language, so it begins with
// that one, until somebody chooses another. It reads this when it is loaded, so this comes first.
const preferences = 'sveltia-cms.prefs';

try {
  const chosen = JSON.parse(localStorage.getItem(preferences) ?? '{}');
  if (!chosen.locale) {
    localStorage.setItem(preferences, JSON.stringify({ ...chosen, locale: document.documentElement.lang }));
  }
} catch {
  // Where nothing can be kept, the browser's language it is.
}
