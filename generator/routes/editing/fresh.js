// Pictures and files that were chosen in the form and are not saved yet. The form names them by an address in the
// browser; they get their names when the text is saved. Until then they have made-up ones, which no other file has.
const kinds = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp', 'image/svg+xml': 'svg', 'application/pdf': 'pdf' };

// A browser knows how large a picture is shown; of what it cannot show it knows nothing.
const sizeOf = async (url) => {
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return { width: 0, height: 0 };
  }
};

const headLength = 4096;

const read = async (url, number) => {
  const blob = await (await fetch(url)).blob();
  const head = new Uint8Array(await blob.slice(0, headLength).arrayBuffer());
  const size = kinds[blob.type]?.match(/pdf/) ? { width: 0, height: 0 } : await sizeOf(url);
  return { url, name: `osparad-${number}.${kinds[blob.type] ?? 'bin'}`, size: blob.size, head: btoa(String.fromCharCode(...head)), ...size };
};

const known = new Map(); // by address

// withFresh gives an entry with names in the place of addresses in the browser, and the files.
export const withFresh = async (entry) => {
  const text = JSON.stringify({ data: entry.data, i18n: entry.i18n });
  const urls = [...new Set(text.match(/blob:[^"\\)\s]+/g) ?? [])];
  for (const url of urls) {
    known.set(url, known.get(url) ?? (await read(url, known.size + 1)));
  }
  const fresh = urls.map((url) => known.get(url));
  const named = fresh.reduce((named, { url, name }) => named.replaceAll(url, name), text);
  return { entry: { ...entry, ...JSON.parse(named) }, fresh };
};
