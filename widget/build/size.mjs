/** Prints what a page pays for the chat, and fails when it is more than agreed (gzip, bytes). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = resolve(dirname(fileURLToPath(import.meta.url)), '../dist');
const gates = { loader: 3 * 1024, firstOpen: 30 * 1024 };

const size = (file) => gzipSync(readFileSync(resolve(dist, file)), { level: 6 }).length;
const chunks = readdirSync(resolve(dist, 'chunks')).map((name) => ({ name, bytes: size(`chunks/${name}`) }));
const isLanguage = ({ name }) => /^[a-z]{2}-/.test(name);
// Fetched only where WebSockets do not pass, or when somebody asks for it; each has a gate of its own.
const later = { stream: 1024, picker: 6 * 1024, window: 3 * 1024, past: 3 * 1024, teaser: 1024 };
const isLater = ({ name }) => name.replace(/-[\w-]{8}\.js$/, '') in later;

const loader = size('siteaccess.js');
// One language is fetched at first open: the largest counts.
const language = Math.max(...chunks.filter(isLanguage).map(({ bytes }) => bytes));
const panel = chunks.filter((chunk) => !isLanguage(chunk) && !isLater(chunk)).reduce((sum, { bytes }) => sum + bytes, 0);
const firstOpen = loader + panel + language;

for (const { name, bytes } of chunks) console.log(`${String(bytes).padStart(7)}  chunks/${name}`);
console.log(`${String(loader).padStart(7)}  loader (at most ${gates.loader})`);
console.log(`${String(firstOpen).padStart(7)}  loader and first open (at most ${gates.firstOpen})`);

const isHeavy = ({ name, bytes }) => bytes > later[name.replace(/-[\w-]{8}\.js$/, '')];
if (loader > gates.loader || firstOpen > gates.firstOpen || chunks.some(isHeavy)) {
  console.error('Too heavy.');
  process.exit(1);
}
