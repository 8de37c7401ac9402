// Headings, landmarks, and the language of each part.
() => {
	const found = [];
	const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')].filter((h) => h.checkVisibility());
	const level = (h) => Number(h.getAttribute('aria-level') ?? h.localName.slice(1));
	const first = headings.filter((h) => level(h) === 1);
	if (first.length !== 1) found.push(`there are ${first.length} headings of the first level`);
	headings.forEach((h, i) => {
		if (!textOf(h)) found.push(`${nameOf(h)} is empty`);
		if (level(h) > (i ? level(headings[i - 1]) : 0) + 1) found.push(`${nameOf(h)} skips a level`);
	});

	const inPage = (e) => !e.parentElement.closest('article, aside, main, nav, section');
	const landmarks = {
		main: [...document.querySelectorAll('main, [role=main]')],
		banner: [...document.querySelectorAll('header, [role=banner]')].filter(inPage),
		contentinfo: [...document.querySelectorAll('footer, [role=contentinfo]')].filter(inPage),
	};
	for (const [name, elements] of Object.entries(landmarks)) {
		if (elements.length !== 1) found.push(`there are ${elements.length} landmarks of the kind ${name}`);
	}
	const label = (e) => e.getAttribute('aria-label') ?? textOf(document.getElementById(e.getAttribute('aria-labelledby')) ?? document.createElement('p'));
	const names = [...document.querySelectorAll('nav, [role=navigation]')].map(label);
	names.forEach((name, i) => {
		if (!name) found.push('a navigation has no name');
		else if (names.indexOf(name) !== i) found.push(`two navigations are called "${name}"`);
	});
	for (const node of texts()) {
		const element = node.parentElement;
		if (!element.closest('main, header, footer, nav, aside, [role]') && !element.closest('a[href^="#"]')) found.push(`${nameOf(element)} stands outside of all landmarks`);
	}

	// A sentence tells its language by its small words.
	const small = {
		sv: new Set('och för med på av att är som till den det om från har inte kan vi'.split(' ')),
		en: new Set('and the for with of that is are from has not can we this will you'.split(' ')),
	};
	const languageOf = (e) => e.closest('[lang]')?.lang.slice(0, 2) ?? '';
	if (!document.documentElement.lang) found.push('the page tells no language');
	for (const node of texts()) {
		const declared = languageOf(node.parentElement);
		const words = new Set(node.data.toLowerCase().match(/\p{L}+/gu) ?? []);
		const count = (lang) => [...words].filter((word) => small[lang].has(word)).length;
		for (const [lang, other] of [['sv', 'en'], ['en', 'sv']]) {
			if (declared === other && count(lang) >= 2 && count(other) === 0) found.push(`"${node.data.trim().slice(0, 60)}" is in ${lang}, and its lang says ${declared}`);
		}
	}
	return found;
}
