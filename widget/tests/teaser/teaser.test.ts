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
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const teaser = createTeaser({ root, wording, open }, life.signal);
  document.body.replaceChildren(teaser.element);
  return teaser;
}

/** It is drawn when its stylesheet is there. */
const drawn = (teaser: ReturnType<typeof start>) => vi.waitFor(() => expect(teaser.element.hidden).toBe(false));

test('it says who wrote and what, and opens the chat', async () => {
  const teaser = start();
  expect(teaser.element.hidden).toBe(true);
  teaser.show(message(1, { senderName: 'Anna', body: 'Yes,\n we <b>do</b>.' }));
  await drawn(teaser);
  const words = teaser.element.querySelector<HTMLButtonElement>('.words')!;
  expect(words.querySelector('b')!.textContent).toBe('Anna');
  expect(words.querySelector('.said')!.textContent).toBe('Yes, we <b>do</b>.');
  expect(words.querySelector('.avatar')!.textContent).toBe('A');
  words.click();
  expect(open).toHaveBeenCalledTimes(1);
});

test('it can be dismissed, and comes back with the next message', async () => {
  const teaser = start();
  teaser.show(message(1, { senderName: 'Anna' }));
  await drawn(teaser);
  const dismiss = teaser.element.querySelector<HTMLButtonElement>('.plain')!;
  expect(dismiss.getAttribute('aria-label')).toBe('Dismiss the message from Anna');
  dismiss.click();
  expect([teaser.element.hidden, teaser.element.childElementCount, open.mock.calls.length]).toEqual([true, 0, 0]);
  teaser.show(message(2));
  await drawn(teaser);
});

test('one that was read before it could be drawn is not drawn', async () => {
  const teaser = start();
  teaser.show(message(1));
  teaser.hide();
  teaser.show(message(2, { senderName: 'Boris' }));
  await drawn(teaser);
  expect(teaser.element.querySelector('b')!.textContent).toBe('Boris');
});

test('a long message is cut between characters, a file is named', () => {
  const long = firstWords({ body: '🙂'.repeat(300), attachments: [] });
  expect([...long]).toHaveLength(161);
  expect(long.endsWith('🙂…')).toBe(true);
  expect(firstWords({ body: '', attachments: [{ id: '1', name: 'plan.pdf', contentType: 'application/pdf', size: 1 }] })).toBe('plan.pdf');
});
