import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chooseSpeech, languages } from '../../src/texts/language';
import { count, fill, type Language, type Plural } from '../../src/texts/texts';
import { createWording } from '../../src/texts/wording';

const folder = new URL('../../src/texts/languages/', import.meta.url);
const files = readdirSync(folder).map((file) => file.replace('.ts', ''));
const all = Object.fromEntries(await Promise.all(files.map(async (name) => (
  [name, await import(`../../src/texts/languages/${name}.ts`) as Language] as const)))) as Record<string, Language>;
const english = all['en']!;

type Text = string | Plural;
const entries = (language: Language) => Object.entries({ ...language.launcher, ...language.panel }) as [string, Text][];
const forms = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

test('every file is a language and every language has its file', () => {
  expect(files.sort()).toEqual([...languages].sort());
});

test.each(files)('%s says all that English says, with the same places', (name) => {
  const texts = new Map(entries(all[name]!));
  expect([...texts.keys()].sort()).toEqual(entries(english).map(([key]) => key).sort());
  for (const [key, text] of entries(english)) {
    const theirs = texts.get(key)!;
    expect(typeof theirs, key).toBe(typeof text);
    for (const form of forms(theirs)) expect(places(form), `${name}.${key}`).toBe(places(forms(text)[0]!));
  }
});

test.each(files)('%s has every plural form that the language knows', (name) => {
  const categories = new Intl.PluralRules(name).resolvedOptions().pluralCategories.slice().sort();
  for (const [key, text] of entries(all[name]!)) {
    if (typeof text !== 'string') expect(Object.keys(text).sort(), key).toEqual(categories);
  }
});

test.each(files)('%s is short, polite and finished', (name) => {
  for (const [key, text] of entries(all[name]!)) {
    for (const form of forms(text)) expect(form, key).toMatch(/^(?!.*!)(?!\s)[^\s].{0,90}[^\s]$/u);
  }
});

test('Russian counts as Russians do', () => {
  const { unread } = all['ru']!.panel;
  expect([1, 2, 5, 11, 21, 22, 1000].map((number) => count(unread, number, 'ru'))).toEqual([
    '1 непрочитанное сообщение', '2 непрочитанных сообщения', '5 непрочитанных сообщений', '11 непрочитанных сообщений',
    '21 непрочитанное сообщение', '22 непрочитанных сообщения', '1\u00a0000 непрочитанных сообщений',
  ]);
});

test('Arabic counts as Arabs do', () => {
  const { news } = all['ar']!.panel;
  const forms = [0, 1, 2, 3, 11, 100].map((number) => Object.entries(news).find(([, form]) => count(news, number, 'ar-u-nu-latn') === fill(form, { count: number }))?.[0]);
  expect(forms).toEqual(['zero', 'one', 'two', 'few', 'many', 'many']);
});

test('what is filled in is text, whatever it contains', () => {
  expect(fill('{name} is writing', { name: '$& {name}' })).toBe('$& {name} is writing');
  expect(fill('{other}', { name: 'x' })).toBe('{other}');
});

test('the first wish that we speak is granted', () => {
  expect(chooseSpeech([undefined, '', 'pl-PL', 'ru-RU', 'en'])).toEqual({ language: 'ru', locale: 'ru-RU' });
  expect(chooseSpeech(['EN_gb'])).toEqual({ language: 'en', locale: 'EN-gb' });
  expect(chooseSpeech(['pl'])).toEqual({ language: 'en', locale: 'en' });
});

test('times are written as where the visitor lives', () => {
  const time = (locale: string, browser: string[]) => (
    createWording(english.panel, { language: 'en', locale }, () => 0, browser).time(new Date(2026, 10, 20, 16, 5).toISOString()));
  expect(time('en', ['de-DE', 'en-GB'])).toBe('16:05');
  expect(time('en', []).replace(/\s/, ' ')).toBe('4:05 PM');
  expect(time('en-US', ['en-GB']).replace(/\s/, ' ')).toBe('4:05 PM');
});

test('days have names while they are near, in a page’s locale or ours', () => {
  const now = new Date(2026, 10, 20, 9, 30).getTime();
  const days = (locale: string) => {
    const wording = createWording(all['ru']!.panel, { language: 'ru', locale }, () => now);
    return [new Date(2026, 10, 20), new Date(2026, 10, 19, 23), new Date(2026, 9, 1), new Date(2025, 0, 5)]
      .map((date) => wording.day(date.toISOString()));
  };
  expect(days('ru-RU')).toEqual(['Сегодня', 'Вчера', '1 октября', '5 января 2025 г.']);
  expect(days('ru-')).toEqual(days('ru'));
});

test('sizes are said as people say them', () => {
  const say = (locale: string) => createWording(english.panel, { language: locale.startsWith('ru') ? 'ru' : 'en', locale }, () => 0).size;
  expect([900, 482_113, 1_258_291].map(say('en-GB'))).toEqual(['900 byte', '471 kB', '1.2 MB']);
  expect([900, 482_113, 1_258_291].map(say('ru-RU')).map((text) => text.replace(/\s/g, ' '))).toEqual(['900 Б', '471 кБ', '1,2 МБ']);
});
