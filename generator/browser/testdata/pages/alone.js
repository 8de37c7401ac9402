// Headings, terms and captions with nothing of what they are of on their sheet. Columns as wide as the paper break a page
// where paper does, and tell where each thing has come to stand.
() => {
	const found = new Set();
	const main = document.querySelector('main');
	const width = main.clientWidth, gap = 40;
	const heights = new Map([...main.querySelectorAll('figure')].map((figure) => [figure, figure.offsetHeight]));
	main.style.cssText = `columns: ${width}px auto; column-gap: ${gap}px; column-fill: auto; width: ${width}px; padding: 0; overflow: visible`;
	const sheetOf = (box) => Math.floor((box.left - main.getBoundingClientRect().left + gap / 2) / (width + gap));
	const seen = texts(main);
	for (let height = 300; height < 900; height += 12) {
		main.style.height = `${height}px`;
		for (const title of main.querySelectorAll('h1, h2, h3, h4, dt, .contact-name, .ways-label, .notice .aside')) {
			if (!isSeen(title)) continue;
			const own = boxesOf(title).at(-1);
			const next = seen.find((node) => title.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING && !title.contains(node));
			const after = next && boxesOf(next)[0];
			if (own && after && sheetOf(own) !== sheetOf(after)) found.add(`${nameOf(title)} stands alone`);
		}
		for (const [figure, tall] of heights) {
			if (tall > height) continue;
			const sheets = new Set([...figure.querySelectorAll('img, figcaption')].flatMap((e) => boxesOf(e).concat(e.getBoundingClientRect())).filter((b) => b.height).map(sheetOf));
			if (sheets.size > 1) found.add(`${nameOf(figure)} is torn apart`);
		}
	}
	return [...found].sort();
}
