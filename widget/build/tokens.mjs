import { readFileSync } from 'node:fs';

/** Leaves in the loader only those tokens that the launcher is drawn with; the panel brings them all. */
export function tokensOf(stylesheet) {
  const used = new Set(readFileSync(stylesheet, 'utf8').match(/--sa-[\w-]+/g));
  return {
    name: 'tokens-of-the-launcher',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/styles/tokens.css')) return null;
      return code
        // The loader says light or dark by itself.
        .replace(/@media \(prefers-color-scheme[^]*?\n}\n/, '')
        .replace(/:root[^,{]*,\s*/g, '')
        .replace(/^\s*(--sa-[\w-]+):[^;]*;\n/gm, (line, name) => (used.has(name) ? line : ''));
    },
  };
}
