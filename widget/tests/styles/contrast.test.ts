import { expect, test } from 'vitest';
import { inkOn } from '../../src/loader/host';
import { contrast, read, systemDark, tokens } from './colours';

/** Every pair of text and ground that the stylesheets put together. */
const text = [
  ['ink', 'surface'], ['ink', 'canvas'], ['ink', 'raised'], ['ink', 'accent-soft'], ['ink', 'danger-soft'], ['ink', 'note'],
  ['muted', 'surface'], ['muted', 'canvas'], ['muted', 'raised'],
  ['on-accent', 'accent'], ['accent-ink', 'accent-soft'], ['accent-ink', 'surface'], ['accent-ink', 'canvas'],
  ['attention', 'attention-soft'], ['attention', 'surface'], ['danger', 'canvas'], ['danger', 'surface'], ['on-danger', 'danger'],
] as const;
/** Outlines, borders of fields and dots that carry a meaning. */
const shapes = [
  ['edge', 'surface'], ['accent-ink', 'surface'], ['accent-ink', 'canvas'], ['available', 'surface'], ['attention', 'surface'],
  ['muted', 'surface'], ['accent', 'surface'],
] as const;

for (const theme of ['light', 'dark'] as const) {
  const colours = tokens(theme);
  const ratio = ([one, other]: readonly [string, string]) => contrast(colours[`--sa-${one}`]!, colours[`--sa-${other}`]!);

  test.each(text)(`${theme}: %s on %s can be read`, (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));
  test.each(shapes)(`${theme}: %s on %s can be seen`, (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
}

test('dark by the page and dark by the system are one theme', () => {
  const dark = tokens('dark');
  for (const [name, value] of Object.entries(systemDark())) expect(dark[name], name).toBe(value);
});

const sheets = [
  'styles/panel.css', 'styles/messages.css', 'styles/composer.css', 'styles/attachments.css', 'styles/teaser.css', 'styles/past.css', 'styles/emoji.css',
  'styles/menu.css', 'styles/changes.css', 'loader/launcher.css',
];

test.each(sheets)('%s takes every colour from a token that is checked here', (file) => {
  const css = read(file);
  expect(css).not.toMatch(/#[\da-f]{3,8}\b|rgb\(|hsl\(/i);
  const known = new Set([...text, ...shapes].map(([one]) => one as string));
  for (const [, name] of css.matchAll(/(?<![\w-])color:\s*var\(--sa-([\w-]+)\)/g)) expect(known, `${file}: ${name}`).toContain(name);
  for (const [, value] of css.matchAll(/(?<![\w-])color:\s*([^;]+);/g)) expect(value).toMatch(/^(var\(--sa-|inherit$)/);
});

test('a channel’s own colour gets the ink that can be read on it', () => {
  for (let colour = 0; colour < 0x1000000; colour += 0x10f0f) {
    const hex = `#${colour.toString(16).padStart(6, '0')}`;
    const ink = inkOn(hex) === '#000' ? '#000000' : '#ffffff';
    expect(contrast(hex, ink), hex).toBeGreaterThanOrEqual(4.5);
  }
});
