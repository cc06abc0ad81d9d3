// What a page pays for the tag: the demo shop's page, built, with and without it, in turns, in Chromium on a slowed processor.
//   node bench/widget.mjs [ROUNDS]
// Needs widget/dist (npm run build). Nothing else runs: until the chat is opened the tag asks for one file.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { availableParallelism, homedir, loadavg } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const rounds = Number(process.argv[2] ?? 9);
/** A phone of the middle of the market against a desktop processor. */
const slowdown = 4;
/** Where the built page believes Api to be; the tag is written anew when it is served. */
const elsewhere = 'http://api.invalid';
const pageFolder = resolve(root, 'artifacts/bench/page');
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Serves the page at `/with` and `/without`, its files, and the widget as Api does: compressed, to be kept. */
function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const isPage = path === '/with' || path === '/without';
    const file = isPage ? resolve(pageFolder, 'index.html') : resolve(path.startsWith('/widget/') ? resolve(root, 'widget/dist') : pageFolder, `.${path.replace(/^\/widget/, '')}`);
    if (!existsSync(file)) return response.writeHead(404).end();
    const own = readFileSync(file);
    const tag = path === '/with' ? '<script async src="/widget/siteaccess.js" data-channel="demo"></script>' : '';
    const body = isPage ? own.toString().replace(/<script async[^>]*siteaccess\.js[^>]*><\/script>/, tag) : own;
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Encoding': 'gzip' }).end(gzipSync(body, { level: 6 }));
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

/** The Playwright that the browser tests use brings its JavaScript along. */
function playwright() {
  const folder = resolve(homedir(), '.nuget/packages/microsoft.playwright');
  const version = readdirSync(folder).sort().at(-1);
  return createRequire(import.meta.url)(resolve(folder, version, '.playwright/package'));
}

/** Runs in the page, before anything else of it. */
function observe() {
  window.seen = { blocked: 0, longTasks: 0, shift: 0, largest: 0 };
  const each = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each('longtask', ({ duration }) => {
    window.seen.longTasks++;
    window.seen.blocked += duration - 50;
  });
  each('layout-shift', ({ value }) => void (window.seen.shift += value));
  each('largest-contentful-paint', ({ startTime }) => void (window.seen.largest = startTime));
}

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  wire.on('Network.requestWillBeSent', () => requests++);
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  await wire.send('Network.enable');
  await wire.send('Performance.enable');
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(observe);
  await page.goto(address, { waitUntil: 'networkidle' });
  if (address.endsWith('/with')) await page.locator('siteaccess-chat .launcher').waitFor();
  const seen = await page.evaluate(() => window.seen);
  const { metrics } = await wire.send('Performance.getMetrics');
  const spent = Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  await context.close();
  return {
    'bytes on the wire': bytes, requests, 'script, ms': spent.ScriptDuration, 'main thread, ms': spent.TaskDuration,
    'long tasks': seen.longTasks, 'blocked, ms': seen.blocked, 'layout shift': seen.shift, 'largest paint, ms': seen.largest,
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 3 : 1));
const spread = (values) => `${number(median(values))} (${number(Math.min(...values))}–${number(Math.max(...values))})`;

execFileSync('npx', ['vite', 'build', '--outDir', pageFolder, '--emptyOutDir', '--logLevel', 'error'], {
  cwd: resolve(root, 'widget'), env: { ...process.env, VITE_API_URL: elsewhere, VITE_CHANNEL_KEY: 'demo' }, stdio: ['ignore', 'ignore', 'inherit'],
});
const server = await serve();
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await playwright().chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const runs = { without: [], with: [] };
try {
  // The first of each warms the browser up, and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const kind of Object.keys(runs)) {
      const seen = await visit(browser, `http://127.0.0.1:${server.address().port}/${kind}`);
      if (round > 0) runs[kind].push(seen);
    }
  }
} finally {
  await browser.close();
  server.close();
}

console.log(`# widget\n\n${new Date().toISOString().slice(0, 10)}, the demo page at 390 pixels with and without the tag, processor slowed ${slowdown} times, ${availableParallelism()} cores shared by everything, load average at the end ${loadavg()[1].toFixed(1)}, rounds: ${rounds}. Median (lowest–highest).\n`);
console.log('| | without | with | with : without |\n|---|---:|---:|---:|');
for (const name of Object.keys(runs.with[0])) {
  const [without, present] = [runs.without, runs.with].map((list) => list.map((run) => run[name]));
  const ratio = median(without) === 0 ? (median(present) === 0 ? '1.00' : `+${number(median(present))}`) : (median(present) / median(without)).toFixed(2);
  console.log(`| ${name} | ${spread(without)} | ${spread(present)} | ${ratio} |`);
}
