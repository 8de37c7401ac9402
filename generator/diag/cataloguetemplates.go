package diag

// templates is what is wrong beside the content: with words, templates, static files, and how the program is called.
var templates = map[Code]entry{
	MissingWord: {Error,
		text{"ordet \"{word}\" saknas", "the word \"{word}\" is missing"},
		text{"skriv `{word}: …` i {file}", "write `{word}: …` in {file}"}},
	WordNames: {Error,
		text{"ordet \"{word}\" har {names}, men {other} i ett annat språk", "the word \"{word}\" has {names}, but {other} in another language"},
		text{"använd samma namn inom klamrar i alla språk", "use the same names in braces in every language"}},
	BadTemplate: {Error,
		text{"mallen fungerar inte: {why}", "the template does not work: {why}"},
		text{"rätta mallen på den raden", "correct the template on that line"}},
	BadAsset: {Error,
		text{"filen går inte att tolka: {why}", "the file cannot be parsed: {why}"},
		text{"rätta felet i stilmallen eller skriptet", "correct the style sheet or the script"}},
	NoColour: {Warning,
		text{"färger saknas i stilmallen: {names}, så länkarnas bilder ritas i standardfärger", "the style sheet lacks colours: {names}, so the pictures of links are drawn in standard ones"},
		text{"skriv dem som `--accent: #…;` i dess `:root`", "write them as `--accent: #…;` in its `:root`"}},
	BadColour: {Warning,
		text{"färgen {name} kan inte läsas: \"{value}\", så länkarnas bilder ritas i en standardfärg", "the colour {name} cannot be read: \"{value}\", so the pictures of links are drawn in a standard colour"},
		text{"skriv den som #rrggbb, rgb(), hsl(), ett namn eller var() utan genomskinlighet", "write it as #rrggbb, rgb(), hsl(), a name or var() that is not transparent"}},
	NoEditor: {Error,
		text{"redigeringen i webbläsaren är påslagen, men dess program finns inte i {folder}", "editing in the browser is turned on, but its program is not in {folder}"},
		text{"kör `npm ci --prefix .admin --ignore-scripts`, eller ta bort `admin`", "run `npm ci --prefix .admin --ignore-scripts`, or remove `admin`"}},
	NoBaseURL: {Error,
		text{"webbplatsens adress saknas", "the site's address is missing"},
		text{"skriv `base_url: https://…` i content/site.yaml, eller använd --base-url", "write `base_url: https://…` in content/site.yaml, or use --base-url"}},
}
