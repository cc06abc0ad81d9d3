import { readFileSync } from 'node:fs';

const folder = new URL('../../src/', import.meta.url);
export const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/** The tokens of one theme; `dark` on top of `light`, as browsers lay them. */
export function tokens(theme: 'light' | 'dark'): Record<string, string> {
  const css = read('styles/tokens.css');
  const block = (start: string) => css.slice(css.indexOf(start)).match(/\{([^{}]*)\}/)?.[1] ?? '';
  const parse = (text: string) => Object.fromEntries([...text.matchAll(/(--sa-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
  return { ...parse(block(':root,')), ...(theme === 'dark' ? parse(block(':root[data-theme="dark"]')) : {}) };
}

/** The dark tokens chosen by the system rather than by the page. */
export function systemDark(): Record<string, string> {
  const text = read('styles/tokens.css').match(/prefers-color-scheme: dark\) \{([\s\S]*?)\n\}/)?.[1] ?? '';
  return Object.fromEntries([...text.matchAll(/(--sa-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two `#rrggbb` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
