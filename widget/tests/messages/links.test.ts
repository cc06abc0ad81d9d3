import { expect, test } from 'vitest';
import { findLinks } from '../../src/messages/links';

const links = (text: string) => findLinks(text).filter(({ href }) => href).map(({ href }) => href);

test('addresses become links, and the text stays as it was', () => {
  const text = 'See https://example.com/a?b=1#c, or www.example.org. (http://x.example/y_(z))!';
  expect(links(text)).toEqual(['https://example.com/a?b=1#c', 'https://www.example.org/', 'http://x.example/y_(z)']);
  expect(findLinks(text).map((piece) => piece.text).join('')).toBe(text);
});

test.each([
  'javascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'file:///etc/passwd', 'ftp://example.com/x',
  'https://bank.example@evil.example/', 'https://user:secret@example.com', 'http://localhost', 'https://', 'xhttps://a.b',
  '//example.com', 'mailto:a@example.com',
])('%s is no link', (text) => {
  expect(links(text)).toEqual([]);
  expect(findLinks(text).map((piece) => piece.text).join('')).toBe(text);
});

test('markup in an address stays outside of it', () => {
  expect(links('https://example.com/"><img src=x onerror=alert(1)>')).toEqual(['https://example.com/']);
  expect(links('<a href="https://example.com/x">')).toEqual(['https://example.com/x']);
});

test('Russian text around and inside', () => {
  expect(links('Цены: «https://пример.рф/цены».')).toEqual(['https://xn--e1afmkfd.xn--p1ai/%D1%86%D0%B5%D0%BD%D1%8B']);
});

test('plain text is one piece, and long text takes no time', () => {
  expect(findLinks('hello')).toEqual([{ text: 'hello' }]);
  expect(findLinks('')).toEqual([]);
  const long = `https://example.com/${')'.repeat(8000)}`;
  expect(findLinks(long).map((piece) => piece.text).join('')).toBe(long);
});
