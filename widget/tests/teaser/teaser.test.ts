// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTeaser, firstWords } from '../../src/teaser/teaser';
import { panel as texts } from '../../src/texts/languages/en';
import { createWording } from '../../src/texts/wording';
import { message } from '../support/messages';

const open = vi.fn();
let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  open.mockReset();
});
afterEach(() => life.abort());

function start() {
  const wording = createWording(texts, { language: 'en', locale: 'en' }, () => 0);
  const teaser = createTeaser({ wording, open }, life.signal);
  document.body.replaceChildren(teaser.element);
  return teaser;
}

test('it says who wrote and what, and opens the chat', () => {
  const teaser = start();
  expect(teaser.element.hidden).toBe(true);
  teaser.show(message(1, { senderName: 'Anna', body: 'Yes,\n we <b>do</b>.' }));
  const words = teaser.element.querySelector<HTMLButtonElement>('.words')!;
  expect(words.querySelector('b')!.textContent).toBe('Anna');
  expect(words.querySelector('.said')!.textContent).toBe('Yes, we <b>do</b>.');
  expect(words.querySelector('.avatar')!.textContent).toBe('A');
  words.click();
  expect(open).toHaveBeenCalledTimes(1);
});

test('it can be dismissed, and comes back with the next message', () => {
  const teaser = start();
  teaser.show(message(1, { senderName: 'Anna' }));
  const dismiss = teaser.element.querySelector<HTMLButtonElement>('.plain')!;
  expect(dismiss.getAttribute('aria-label')).toBe('Dismiss the message from Anna');
  dismiss.click();
  expect([teaser.element.hidden, teaser.element.childElementCount, open.mock.calls.length]).toEqual([true, 0, 0]);
  teaser.show(message(2));
  expect(teaser.element.hidden).toBe(false);
});

test('a long message is cut between characters, a file is named', () => {
  const long = firstWords({ body: '🙂'.repeat(300), attachments: [] });
  expect([...long]).toHaveLength(161);
  expect(long.endsWith('🙂…')).toBe(true);
  expect(firstWords({ body: '', attachments: [{ id: '1', name: 'plan.pdf', contentType: 'application/pdf', size: 1 }] })).toBe('plan.pdf');
});
