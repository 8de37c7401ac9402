// Runs the generator beside the page, so that nobody who types waits for it. It is loaded once and kept by the browser
// under a name that holds its hash. Messages: {id, open: {program, runtime, index}}, {id, page: request} for the page
// alone and {id, look: request} for what is to be said of it too; each is answered with {id, answer} or {id, failure}.
const kept = 'dialog-program';

const isPacked = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

// Some hosts unpack a file on the way and some do not, so the bytes decide.
const unpack = async (bytes) =>
  isPacked(bytes)
    ? new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    : bytes;

const get = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`${url}: ${answer.status}`);
  }
  return answer;
};

// The program of another version is of no use any more. Without a cache it is loaded each time.
const load = async (url) => {
  if (!self.caches) {
    return new Uint8Array(await (await get(url)).arrayBuffer());
  }
  const cache = await caches.open(kept);
  let answer = await cache.match(url);
  if (!answer) {
    for (const request of await cache.keys()) {
      await cache.delete(request);
    }
    answer = await get(url);
    await cache.put(url, answer.clone());
  }
  return new Uint8Array(await answer.arrayBuffer());
};

const open = async ({ program, runtime, index }) => {
  importScripts(runtime);
  const go = new Go();
  const [bytes, text] = await Promise.all([load(program).then(unpack), get(index).then((answer) => answer.text())]);
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  await new Promise((resolve) => {
    self.dialogReady = resolve;
    go.run(instance);
  });
  const fault = self.dialogOpen(text);
  if (fault) {
    throw new Error(fault);
  }
};

const ask = (question, request) => {
  const answer = JSON.parse(question(JSON.stringify(request)));
  if (answer.Failure) {
    throw new Error(answer.Failure);
  }
  return answer;
};

const answerTo = (data) => {
  if (data.open) {
    return open(data.open);
  }
  return data.page ? ask(self.dialogPage, data.page) : ask(self.dialogLook, data.look);
};

self.onmessage = async ({ data }) => {
  try {
    const answer = await answerTo(data);
    self.postMessage({ id: data.id, answer });
  } catch (error) {
    self.postMessage({ id: data.id, failure: String(error?.message ?? error) });
  }
};
