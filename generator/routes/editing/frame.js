// Shows a page in a frame. A page that follows another takes its place piece by piece: what is the same stays where it
// is, so that nothing flickers, and whoever has scrolled down to a paragraph still sees it.
const isAlike = (old, next) => old.cloneNode(false).isEqualNode(next.cloneNode(false));

const renew = (old, next) => {
  if (old.isEqualNode(next)) {
    return;
  }
  if (!isAlike(old, next) || old.nodeType !== Node.ELEMENT_NODE || old.childNodes.length !== next.childNodes.length) {
    old.replaceWith(old.ownerDocument.adoptNode(next));
    return;
  }
  const children = [...next.childNodes];
  [...old.childNodes].forEach((child, i) => renew(child, children[i]));
};

const states = new WeakMap(); // of frames: {html, isLoaded}

// showPage shows a page. The first one is loaded; until it is there, others wait.
export const showPage = (frame, html) => {
  const state = states.get(frame);
  if (!state) {
    const first = { html, isLoaded: false };
    states.set(frame, first);
    frame.addEventListener('load', () => {
      first.isLoaded = true;
      if (first.html !== html) {
        replace(frame, first.html);
      }
    }, { once: true });
    frame.srcdoc = html;
  } else if (state.html !== html) {
    state.html = html;
    if (state.isLoaded) {
      replace(frame, html);
    }
  }
};

const replace = (frame, html) => renew(frame.contentDocument.documentElement, new DOMParser().parseFromString(html, 'text/html').documentElement);
