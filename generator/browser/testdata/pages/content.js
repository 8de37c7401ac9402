// What main says and where its links lead, but for buttons and other controls that do nothing without a script, and for
// what says that none runs.
() => {
	const main = document.querySelector('main');
	const excepted = [...main.querySelectorAll('button, [data-script-missing], [data-needs-script]')];
	const hidden = excepted.map((e) => e.hidden);
	for (const e of excepted) e.hidden = true;
	const result = { text: main.innerText.replace(/\s+/g, ' ').trim(), links: [...main.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')) };
	excepted.forEach((e, i) => { e.hidden = hidden[i]; });
	return result;
}
