// The editor brings its fonts with it, and names those of a host elsewhere besides. That host is nobody's business: the
// rules that name it are taken out before the browser follows them, which is when the page is drawn next.
const isElsewhere = (rule) => rule instanceof CSSFontFaceRule && /url\("?https:/.test(rule.cssText);

const clean = (sheet) => {
  for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
    if (isElsewhere(sheet.cssRules[i])) {
      sheet.deleteRule(i);
    }
  }
};

new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    if (node instanceof HTMLStyleElement && node.sheet) {
      clean(node.sheet);
    }
  }
}).observe(document.head, { childList: true });
