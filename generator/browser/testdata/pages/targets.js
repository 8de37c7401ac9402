// What one taps is 24 by 24 px at least, but for a link within a sentence (WCAG 2.5.8).
() => {
	const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]')].filter(isSeen);
	const isInSentence = (target) => {
		if (getComputedStyle(target).display !== 'inline') return false;
		const block = blockOf(target);
		const others = [...block.querySelectorAll('a[href], button')].map(textOf).reduce((rest, text) => rest.replace(text, ''), textOf(block));
		return /\p{L}{2}/u.test(others);
	};
	return targets.flatMap((target) => {
		const box = target.getBoundingClientRect();
		if ((box.width >= 24 && box.height >= 24) || isInSentence(target)) return [];
		return [`${nameOf(target)} is ${box.width.toFixed(1)}×${box.height.toFixed(1)} px`];
	});
}
