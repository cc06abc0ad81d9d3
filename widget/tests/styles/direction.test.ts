import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read } from './colours';

const sheets = [...readdirSync(new URL('../../src/styles/', import.meta.url)).map((file) => `styles/${file}`), 'loader/launcher.css'];

test.each(sheets)('%s names no left and no right', (file) => {
  const css = read(file).replace(/data-side="left"|@media[^{]*/g, '');
  const names = [...css.matchAll(/([\w-]+):\s*([^;{}]+);/g)].filter(([, name, value]) => (
    /^(left|right|width|height|(min|max)-(width|height)|(margin|padding|border)-(left|right|top|bottom))$/.test(name!) || /^(left|right)$/.test(value!)));
  expect(names.map(([line]) => line)).toEqual([]);
});
