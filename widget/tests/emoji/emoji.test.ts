// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEmoji } from '../../src/emoji/emoji';
import { all, find, nameOf } from '../../src/emoji/search';
import { panel as texts } from '../../src/texts/languages/en';

let life: AbortController;
const insert = vi.fn();
const focus = vi.fn();
beforeEach(() => {
  life = new AbortController();
  insert.mockReset();
  focus.mockReset();
});
afterEach(() => life.abort());

test('each is there once, with words in both languages', () => {
  expect(new Set(all.map(({ character }) => character)).size).toBe(all.length);
  for (const { character, english, russian } of all) {
    expect(character).toMatch(/\p{Extended_Pictographic}|\p{Emoji_Presentation}/u);
    expect(english.every((word) => /^[a-z]+$/.test(word)), character).toBe(true);
    expect(russian.every((word) => /^[а-яё]+$/.test(word)), character).toBe(true);
  }
});

test.each([['thumb', '👍'], ['THUMBS up', '👍'], ['палец вверх', '👍'], ['слезы', '😂'], ['достав', '🚚'], ['❤️', '❤️']])('“%s” finds %s', (asked, found) => {
  expect(find(asked).map(({ character }) => character)).toContain(found);
});

test('nothing is found by what nothing is called', () => expect([find('xyzzy').length, find(' ').length]).toEqual([0, all.length]));

test('a name is said in the visitor’s language, or in English', () => {
  const [like] = find('лайк');
  expect([nameOf(like!, 'ru'), nameOf(like!, 'de')]).toEqual(['да хорошо лайк палец вверх', 'thumbs up yes good like ok']);
});

async function start() {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const root = host.attachShadow({ mode: 'open' });
  root.append(createEmoji({ texts, language: 'en', insert, focus }, life.signal));
  const button = root.querySelector<HTMLButtonElement>('.plain')!;
  button.click();
  await vi.waitFor(() => expect(root.querySelector('.picker')).not.toBeNull());
  const picker = root.querySelector<HTMLElement>('.picker')!;
  const search = picker.querySelector('input')!;
  const press = (key: string) => root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  const ask = (text: string) => {
    search.value = text;
    search.dispatchEvent(new Event('input'));
  };
  return { root, button, picker, search, press, ask, shown: () => [...picker.querySelectorAll('button')].map((each) => each.textContent) };
}

test('it is searched and picked by keyboard alone', async () => {
  const { root, search, press, ask, shown, picker } = await start();
  expect(root.activeElement).toBe(search);
  ask('heart');
  expect(shown()).toContain('❤️');
  press('ArrowDown');
  press('ArrowRight');
  expect(root.activeElement!.textContent).toBe(shown()[1]);
  press('Home');
  press('ArrowUp');
  expect(root.activeElement).toBe(search);
  ask('rocket');
  press('Enter');
  expect(insert).toHaveBeenCalledExactlyOnceWith('🚀');
  expect([picker.hidden, focus.mock.calls.length]).toEqual([true, 1]);
});

test('Esc closes it and nothing else, and it says when nothing fits', async () => {
  const { picker, press, ask, button } = await start();
  const outside = vi.fn();
  document.body.addEventListener('keydown', outside, { once: true });
  ask('xyzzy');
  expect(picker.querySelector('p')!.textContent).toBe('Nothing found');
  press('Escape');
  expect([picker.hidden, outside.mock.calls.length, button.ariaExpanded]).toEqual([true, 0, 'false']);
});
