// Marks what is told apart by its ground or border alone, before the user's colours replace them.
() => {
	const isDrawn = (e) => isSeen(e) && textOf(e) && (standsOut(e) || (parseFloat(getComputedStyle(e).borderTopWidth) > 0 && parseFloat(getComputedStyle(e).borderLeftWidth) > 0));
	const drawn = [...document.querySelectorAll('a[href], button, strong, em, b, mark, span')].filter((e) => isDrawn(e));
	for (const e of drawn) if (!e.parentElement.closest('[aria-hidden=true]')) e.dataset.drawn = '';
	return drawn.length;
}
