// Whether the focus is at the first thing of the content, or past it where it holds none.
() => {
	const first = window.focusOrder.find((e) => e.closest('main'));
	return first ? document.activeElement === first : true;
}
