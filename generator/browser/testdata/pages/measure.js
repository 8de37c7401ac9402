// How many characters the full lines of the longest paragraphs hold. Leads and quotes, which are set
// larger, are no body text.
() => {
	const size = parseFloat(getComputedStyle(document.body).fontSize);
	const paragraphs = [...document.querySelectorAll('main p')]
		.filter((p) => isSeen(p) && textOf(p).length > 200 && Math.abs(parseFloat(getComputedStyle(p).fontSize) - size) < 1)
		.sort((a, b) => textOf(b).length - textOf(a).length).slice(0, 3);
	return paragraphs.map((p) => {
		const lines = [];
		const range = document.createRange();
		for (const node of texts(p)) {
			for (let i = 0; i < node.length; i++) {
				range.setStart(node, i);
				range.setEnd(node, i + 1);
				const [box] = range.getClientRects();
				if (!box || box.width === 0) continue;
				const last = lines.at(-1);
				if (last && box.top < last.bottom - last.height / 2) last.count++;
				else lines.push({ bottom: box.bottom, height: box.height, count: 1 });
			}
		}
		const full = lines.slice(0, -1);
		return { text: textOf(p).slice(0, 40), lines: lines.length, characters: full.reduce((sum, line) => sum + line.count, 0) / Math.max(1, full.length) };
	});
}
