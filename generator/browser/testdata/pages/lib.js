// What the checks of the pages share. It stands before each of them, in one function.

const textOf = (node) => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

// nameOf says which element a finding is about.
const nameOf = (element) => {
	const id = element.id ? ` id=${element.id}` : '';
	const role = element.getAttribute('role') ? ` role=${element.getAttribute('role')}` : '';
	const where = element.closest('header, nav, main, footer')?.localName ?? 'body';
	return `<${element.localName}${id}${role}> "${textOf(element).slice(0, 50)}" in ${where}`;
};

const ancestors = function* (element) {
	for (let e = element; e; e = e.parentElement) yield e;
};

// isForEars tells whether an element is there for those who hear the page only: cut to nothing, or outside of the page.
const isForEars = (element) => {
	for (const e of ancestors(element)) {
		const style = getComputedStyle(e);
		if (style.position !== 'absolute' && style.position !== 'fixed') continue;
		const box = e.getBoundingClientRect();
		if (box.width <= 1 && box.height <= 1) return true;
		if (box.bottom + scrollY <= 0 || box.right + scrollX <= 0) return true;
	}
	return false;
};

const isSeen = (element) =>
	element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }) && !isForEars(element);

// texts are the text nodes that one sees.
const texts = (root = document.body) => {
	const found = [];
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode;
		if (node.data.trim() && !['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(node.parentElement.tagName) && isSeen(node.parentElement)) found.push(node);
	}
	return found;
};

const boxesOf = (node) => {
	const range = document.createRange();
	range.selectNodeContents(node);
	return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
};

const blockOf = (node) => {
	for (const e of ancestors(node.parentElement)) {
		if (!getComputedStyle(e).display.startsWith('inline') || getComputedStyle(e).display === 'inline-block') return e;
	}
	return document.body;
};

const scrollsSideways = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);

// focusables are what the Tab key must reach, in the order of the document. A box that scrolls and holds
// nothing to focus is reached itself.
const focusables = () => [...document.querySelectorAll('*')].filter((e) => {
	if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled || e.closest('[inert]')) return false;
	if (e.hasAttribute('tabindex')) return e.tabIndex >= 0;
	if (e.matches('a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls]')) return true;
	const scrolls = (scrollsSideways(e) && e.scrollWidth > e.clientWidth) || (['auto', 'scroll'].includes(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight);
	return scrolls && !e.matches('html, body') && !e.querySelector('a[href], button, input, select, textarea, summary, [tabindex]');
});

// Colours, through a canvas: it knows every way to write one.
const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
const known = new Map();
const colour = (text) => {
	if (!known.has(text)) {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = text;
		canvas.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
		known.set(text, [r, g, b, a / 255]);
	}
	return known.get(text);
};
const over = ([r, g, b, a], below) => [r, g, b].map((c, i) => c * a + below[i] * (1 - a)).concat(1);
const isClear = (text) => colour(text)[3] === 0;

// groundOf is the colour behind what an element holds.
const groundOf = (element) => {
	const layers = [];
	for (const e of ancestors(element)) {
		const layer = colour(getComputedStyle(e).backgroundColor);
		if (layer[3] > 0) layers.push(layer);
		if (layer[3] === 1) break;
	}
	return layers.reduceRight((below, layer) => over(layer, below), colour('Canvas'));
};

const luminance = (c) => {
	const [r, g, b] = c.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
	const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
};
const inkOf = (element) => {
	const [r, g, b, a] = colour(getComputedStyle(element).color);
	let alpha = a;
	for (const e of ancestors(element)) alpha *= Number(getComputedStyle(e).opacity);
	return over([r, g, b, alpha], groundOf(element));
};

// hasBorder tells whether an element has a border, or an outline, that can be told from what it stands on.
const hasBorder = (element) => {
	const style = getComputedStyle(element);
	const ground = groundOf(element.parentElement ?? element);
	return ['top', 'right', 'bottom', 'left', ''].some((side) => {
		const name = side ? `border-${side}` : 'outline';
		return !['none', 'hidden'].includes(style.getPropertyValue(`${name}-style`)) && parseFloat(style.getPropertyValue(`${name}-width`)) >= 1 &&
			contrast(over(colour(style.getPropertyValue(`${name}-color`)), ground), ground) >= 3;
	});
};
const standsOut = (element) => contrast(groundOf(element), groundOf(element.parentElement)) >= 1.04 && !isClear(getComputedStyle(element).backgroundColor);
