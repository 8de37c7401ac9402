// Who asks for less motion gets none.
() => {
	const found = document.getAnimations().map((a) => `${nameOf(a.effect.target)} is animated`);
	for (const e of document.querySelectorAll('*')) {
		for (const pseudo of [null, '::before', '::after']) {
			const style = getComputedStyle(e, pseudo);
			if (style.scrollBehavior === 'smooth') found.push(`${nameOf(e)} scrolls smoothly`);
			if (style.transitionDuration.split(', ').some((d) => parseFloat(d) > 0.01)) found.push(`${nameOf(e)} has a transition`);
			if (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0.01) found.push(`${nameOf(e)} has an animation`);
		}
	}
	return found;
}
