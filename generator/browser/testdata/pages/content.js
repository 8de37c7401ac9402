// What main says and where its links lead, but for buttons.
() => {
	const main = document.querySelector('main');
	const buttons = [...main.querySelectorAll('button')];
	for (const b of buttons) b.hidden = true;
	const result = { text: main.innerText.replace(/\s+/g, ' ').trim(), links: [...main.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')) };
	for (const b of buttons) b.hidden = false;
	return result;
}
