// What main says and where its links lead, but for buttons and for what says that no script runs.
() => {
	const main = document.querySelector('main');
	const excepted = [...main.querySelectorAll('button, [data-script-missing]')];
	for (const e of excepted) e.hidden = true;
	const result = { text: main.innerText.replace(/\s+/g, ' ').trim(), links: [...main.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')) };
	for (const e of excepted) e.hidden = false;
	return result;
}
