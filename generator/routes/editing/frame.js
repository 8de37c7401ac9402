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

const states = new WeakMap(); // of frames: {html, fresh, isLoaded}

// showPage shows a page, and in it the files that are not saved yet from where they are in the browser. The first page is
// loaded; until it is there, others wait.
export const showPage = (frame, html, fresh) => {
  const state = states.get(frame);
  if (!state) {
    const first = { html, fresh, isLoaded: false };
    states.set(frame, first);
    frame.addEventListener('load', () => {
      first.isLoaded = true;
      replace(frame, first);
    }, { once: true });
    frame.srcdoc = html;
  } else if (state.html !== html) {
    Object.assign(state, { html, fresh });
    if (state.isLoaded) {
      replace(frame, state);
    }
  }
};

const replace = (frame, { html, fresh }) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  for (const image of next.querySelectorAll('img')) {
    const file = fresh.find(({ name }) => image.getAttribute('src').endsWith(`/${name}`));
    if (file) {
      image.removeAttribute('srcset');
      image.src = file.url;
    }
  }
  renew(frame.contentDocument.documentElement, next.documentElement);
};
