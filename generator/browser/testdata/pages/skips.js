// Whether what has the focus is a link that leads to the content, and can be seen.
() => {
	const link = document.activeElement;
	const target = link.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
	const box = link.getBoundingClientRect();
	return !!target?.closest('main') && link === window.focusOrder[0] && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.width > 10;
}
