// How many characters the full lines of the longest paragraphs hold.
() => {
	const paragraphs = [...document.querySelectorAll('main p')].filter((p) => isSeen(p) && textOf(p).length > 200).sort((a, b) => textOf(b).length - textOf(a).length).slice(0, 3);
	return paragraphs.map((p) => {
		const tops = new Set();
		for (const node of texts(p)) for (const box of boxesOf(node)) tops.add(Math.round(box.bottom / 8));
		const lines = Math.max(1, tops.size);
		// The last line is not full: what stands on it is left out.
		const range = document.createRange();
		const nodes = texts(p);
		let last = 0;
		const bottom = Math.max(...nodes.flatMap((n) => boxesOf(n)).map((b) => b.bottom));
		for (const node of nodes) {
			for (let i = 0; i < node.length; i++) {
				range.setStart(node, i);
				range.setEnd(node, i + 1);
				const box = range.getBoundingClientRect();
				if (box.height > 0 && bottom - box.bottom < box.height / 2) last++;
			}
		}
		const all = textOf(p).length;
		return { text: textOf(p).slice(0, 40), lines, characters: lines > 1 ? (all - last) / (lines - 1) : all };
	});
}
