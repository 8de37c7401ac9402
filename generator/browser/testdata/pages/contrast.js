// Every text has 4.5:1, what is read in whole sentences has 7:1, and a control that is drawn has 3:1.
() => {
	const found = new Set();
	for (const node of texts()) {
		const element = node.parentElement;
		const ratio = contrast(inkOf(element), groundOf(element));
		const block = element.closest('p, li, dd, td, blockquote');
		const least = element.closest('main') && block && textOf(block).length >= 60 ? 7 : 4.5;
		if (ratio < least) found.add(`${nameOf(element)} has ${ratio.toFixed(2)}:1, less than ${least}:1`);
	}
	for (const control of document.querySelectorAll('button, input:not([type=hidden]), select, textarea, a[href]')) {
		if (!isSeen(control)) continue;
		const style = getComputedStyle(control);
		const isDrawn = standsOut(control) || parseFloat(style.borderTopWidth) > 0 || control.matches('input, select, textarea');
		const fill = contrast(groundOf(control), groundOf(control.parentElement));
		if (isDrawn && fill < 3 && !hasBorder(control)) found.add(`${nameOf(control)} has no border or ground of 3:1 (the ground has ${fill.toFixed(2)}:1)`);
	}
	return [...found];
}
