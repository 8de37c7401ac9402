// Remembers what the Tab key must reach, and names it.
() => {
	window.focusOrder = focusables();
	return window.focusOrder.map(nameOf);
}
