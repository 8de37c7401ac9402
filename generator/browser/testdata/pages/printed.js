// What stands on paper: the text, and what style sheets add to it.
() => {
	const added = [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility()).flatMap((e) => ['::before', '::after'].map((p) => getComputedStyle(e, p).content)).filter((c) => c !== 'none' && c !== 'normal');
	const seen = [...document.querySelectorAll('nav, a[href="#main"], button')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().height > 0).map(nameOf);
	return { text: document.body.innerText + ' ' + added.join(' '), seen };
}
