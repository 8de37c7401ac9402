// Turns entries, as the editor in the browser holds them, into requests: node entries.mjs ENTRY-MODULE < lines of
// {entry, languages}. Front matter is written as JSON, which YAML has as a part of it.
import { createInterface } from 'node:readline';

const { filesOf, requestOf, placeOf, holdsBack, inFormWords, labelsOf } = await import(process.argv[2]);

const textOf = ({ body = '', ...matter }) =>
  `---\n${Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n\n${body}\n`;

const fields = [{ name: 'date', label: 'Publiceras' }, { name: 'images', label: 'Bilder', fields: [{ name: 'credit', label: 'Fotograf' }, { name: 'date', label: 'Tagen' }] }];
const labels = { press: labelsOf(fields), meetings: { date: 'Offentligt från' } };
const said = [
  '"date" saknas, skriv `date: …`', 'skriv `credit: Namn Efternamn`', 'skriv `date: 2026-03-27` i content/meetings/a.md', 'menade du `Alingsås`, "date x", `unknown: [id]`?',
].map((text) => inFormWords(text, labels, 'press'));

for await (const line of createInterface({ input: process.stdin })) {
  const { entry, languages } = JSON.parse(line);
  const { name, files } = filesOf(entry, languages, textOf);
  const place = placeOf(files.find((file) => file.name === name), { Line: 2 });
  const error = { Severity: 'error' };
  const held = [holdsBack({ IsDraft: false, Found: [error] }).length, holdsBack({ IsDraft: true, Found: [error] }).length, holdsBack({ IsDraft: false }).length];
  console.log(JSON.stringify({ request: requestOf({ name, files }, 'en', new Date('2026-06-15T12:00:00Z')), place, held, said }));
}
