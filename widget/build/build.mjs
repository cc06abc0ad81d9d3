/** Builds what Api serves under /widget/ and what npm users import. Order matters: the loader carries the chunks' names. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { tokensOf } from './tokens.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const languages = readdirSync(resolve(root, 'src/texts/languages')).map((file) => file.replace('.ts', ''));

const common = { root, configFile: false, logLevel: 'warn', publicDir: false };
const output = { outDir: resolve(root, 'dist'), emptyOutDir: false, target: 'es2022', cssTarget: ['chrome123', 'firefox121', 'safari17.5'], modulePreload: false, copyPublicDir: false };

const chunks = await build({
  ...common,
  base: './',
  build: {
    ...output,
    rolldownOptions: {
      input: {
        panel: resolve(root, 'src/panel/panel.ts'),
        window: resolve(root, 'src/popout/window.ts'),
        ...Object.fromEntries(languages.map((name) => [name, resolve(root, `src/texts/languages/${name}.ts`)])),
      },
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'chunks/[name]-[hash].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
const names = Object.fromEntries(chunks.output
  .filter((chunk) => chunk.type === 'chunk' && chunk.isEntry)
  .map((chunk) => [chunk.name, chunk.fileName]));

// The chat's own window is a page of Api: a script that hears from the page that opened it, nothing inline.
writeFileSync(resolve(root, 'dist/popout.html'), `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>SiteAccess</title>
<script type="module" src="${names.window}"></script>
`);
const { window: _, ...asked } = names;

await build({
  ...common,
  plugins: [tokensOf(resolve(root, 'src/loader/launcher.css'))],
  define: { CHUNKS: JSON.stringify(asked) },
  build: {
    ...output,
    rolldownOptions: {
      input: resolve(root, 'src/loader/index.ts'),
      output: { format: 'iife', entryFileNames: 'siteaccess.js' },
    },
  },
});

await build({
  ...common,
  build: {
    ...output,
    outDir: resolve(root, 'dist/npm'),
    lib: {
      entry: resolve(root, 'src/npm.ts'),
      name: 'SiteAccess',
      formats: ['es', 'umd'],
      fileName: (format) => (format === 'es' ? 'siteaccess.mjs' : 'siteaccess.umd.cjs'),
    },
  },
});

// The last build stays whole until this one is there; only then go the chunks that nobody names any more.
for (const file of readdirSync(resolve(root, 'dist/chunks'))) {
  if (!chunks.output.some(({ fileName }) => fileName === `chunks/${file}`)) rmSync(resolve(root, 'dist/chunks', file));
}

console.log(`Built ${readFileSync(resolve(root, 'dist/siteaccess.js')).length} bytes of loader, chunks ${Object.values(names).join(', ')}`);
