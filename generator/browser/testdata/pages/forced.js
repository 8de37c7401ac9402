// In the user's own colours, what was told apart by a ground has a border, and all text can be read.
() => {
	const found = [];
	if (!matchMedia('(forced-colors: active)').matches) found.push('the colours are not forced');
	for (const e of document.querySelectorAll('[data-drawn]')) if (!hasBorder(e)) found.push(`${nameOf(e)} has no border`);
	for (const node of texts()) {
		const ratio = contrast(inkOf(node.parentElement), groundOf(node.parentElement));
		if (ratio < 4.5) found.push(`${nameOf(node.parentElement)} has ${ratio.toFixed(2)}:1`);
	}
	return found;
}
