// Runs the worker as a browser does: node node.mjs WORKER RUNTIME PROGRAM INDEX REQUESTS. Of each request, a line of JSON,
// it writes on a line the page alone, how long it took, how much of the processor's time, and the whole answer.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import vm from 'node:vm';

const [worker, runtime, program, index, requests] = process.argv.slice(2);
const answers = new Map();
const self = {
  fetch: async (url) => new Response(readFileSync(url)),
  postMessage: ({ id, ...rest }) => answers.get(id)(rest),
  importScripts: (file) => vm.runInThisContext(readFileSync(file, 'utf8')),
};
globalThis.self = globalThis;
Object.assign(globalThis, self);
vm.runInThisContext(readFileSync(worker, 'utf8'));

const ask = (id, message) => new Promise((resolve) => {
  answers.set(id, resolve);
  globalThis.onmessage({ data: { id, ...message } });
});

const opened = performance.now();
const { failure } = await ask(0, { open: { program, runtime, index } });
if (failure) {
  console.error(failure);
  process.exit(1);
}
console.error(`open ${Math.round(performance.now() - opened)} ms`);
let id = 0;
for await (const line of createInterface({ input: (await import('node:fs')).createReadStream(requests) })) {
  const began = performance.now(), used = process.cpuUsage();
  const request = JSON.parse(line);
  const { answer: page } = await ask(++id, { page: request });
  const took = performance.now() - began, cpu = process.cpuUsage(used).user / 1000;
  const { answer, failure } = await ask(++id, { look: request });
  console.log(JSON.stringify({ page: page?.HTML, answer, failure, took, cpu, all: performance.now() - began }));
}
process.exit(0);
