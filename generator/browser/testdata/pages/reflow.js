// Nothing may need scrolling in two directions (WCAG 1.4.10), be cut off, or lie over something else.
() => {
	const found = [];
	const page = document.scrollingElement;
	const width = document.documentElement.clientWidth;
	if (page.scrollWidth > width) found.push(`the page is ${page.scrollWidth} px wide in a window of ${width} px`);
	const scrollers = [...document.querySelectorAll('body *')].filter(scrollsSideways);
	for (const e of document.querySelectorAll('body *')) {
		const box = e.getBoundingClientRect();
		if (!isSeen(e) || box.width === 0) continue;
		if ((box.right > width + 1 || box.left < -1) && !scrollers.some((s) => s !== e && s.contains(e))) {
			found.push(`${nameOf(e)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
		}
		const style = getComputedStyle(e);
		const cut = (axis) => ['hidden', 'clip'].includes(axis);
		const holdsText = textOf(e) !== '';
		if (holdsText && ((cut(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (cut(style.overflowY) && e.scrollHeight > e.clientHeight + 1))) {
			found.push(`${nameOf(e)} is cut off: ${e.scrollWidth}×${e.scrollHeight} px in ${e.clientWidth}×${e.clientHeight} px`);
		}
	}
	return found.concat(overlaps(), leaving());

	// overlaps finds lines of text that lie over those of another block.
	function overlaps() {
		const lines = texts().filter((node) => !scrollers.some((s) => s.contains(node))).flatMap((node) => {
			const block = blockOf(node);
			return boxesOf(node).map((box) => ({ node, block, box }));
		}).sort((a, b) => a.box.top - b.box.top);
		const found = [];
		const told = new Set();
		lines.forEach((a, i) => {
			for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j++) {
				const b = lines[j];
				if (a.block === b.block || told.has(a.block)) continue;
				const tall = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
				const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
				if (tall > 0.3 * Math.min(a.box.height, b.box.height) && wide > 2) {
					told.add(a.block);
					found.push(`"${a.node.data.trim().slice(0, 40)}" and "${b.node.data.trim().slice(0, 40)}" lie over each other`);
				}
			}
		});
		return found;
	}

	// leaving finds text that sticks out of a box that one can see.
	function leaving() {
		return texts().flatMap((node) => {
			const frame = [...ancestors(node.parentElement)].find((e) => (standsOut(e) || parseFloat(getComputedStyle(e).borderTopWidth) > 0 && hasBorder(e)) && getComputedStyle(e).display !== 'inline');
			if (!frame || scrollers.some((s) => s.contains(node) && frame.contains(s))) return [];
			const outer = frame.getBoundingClientRect();
			const out = boxesOf(node).some((box) => box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 0.3 * box.height || box.bottom > outer.bottom + 0.3 * box.height);
			return out ? [`"${node.data.trim().slice(0, 40)}" sticks out of ${nameOf(frame)}`] : [];
		});
	}
}
