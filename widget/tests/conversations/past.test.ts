// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chat } from '../../src/chat/chat';
import type { ConversationPage, ConversationRow } from '../../src/contracts';
import { createPast } from '../../src/conversations/past';
import { panel as texts } from '../../src/texts/languages/en';
import { createWording } from '../../src/texts/wording';
import { settle } from '../support/settle';

const now = new Date(2026, 10, 20, 12).getTime();
const row = (id: string, more: Partial<ConversationRow> = {}): ConversationRow => ({
  conversation: { id, status: 'open', lastSeq: 3, unreadCount: 0, operatorReadSeq: 3 },
  createdAt: new Date(now).toISOString(), lastActivityAt: new Date(now).toISOString(), preview: `words of ${id}`, ...more,
});
const past = vi.fn<(cursor?: string) => Promise<ConversationPage>>();
const chat = { past, enter: vi.fn(), begin: vi.fn(), isNewsIn: (id: string) => id === 'c9', channel: { name: 'Shop' } };
const done = vi.fn();
let life: AbortController;

beforeEach(() => {
  life = new AbortController();
  for (const spy of [past, chat.enter, chat.begin, done]) spy.mockReset();
});
afterEach(() => life.abort());

async function start() {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  const wording = createWording(texts, { language: 'en', locale: 'en-GB' }, () => now);
  const it = createPast({ chat: () => chat as unknown as Chat, wording, done, root }, life.signal);
  document.body.replaceChildren(it.element);
  it.open();
  await settle();
  return {
    it,
    talks: () => [...it.element.querySelectorAll<HTMLButtonElement>('.talk')],
    state: () => it.element.querySelector('p')!.textContent,
    more: it.element.querySelector<HTMLButtonElement>('.quiet')!,
  };
}

test('it lists page by page who answered, when and what', async () => {
  past.mockResolvedValueOnce({ items: [row('c3', { operatorName: 'Anna' })], nextCursor: 'next' });
  const { talks, more, state } = await start();
  expect(talks().map((each) => [each.querySelector('b')!.textContent, each.querySelector('time')!.textContent, each.querySelector('.said')!.textContent]))
    .toEqual([['Anna', 'Today, 12:00', 'words of c3']]);
  past.mockResolvedValueOnce({ items: [row('c2', { conversation: { ...row('c2').conversation, status: 'resolved' } })] });
  more.click();
  await settle();
  expect(past.mock.calls).toEqual([[undefined], ['next']]);
  expect([talks().length, talks()[1]!.querySelector('b')!.textContent, talks()[1]!.querySelector('.closed')!.textContent]).toEqual([2, 'Shop', 'Closed']);
  expect([more.hidden, state()]).toEqual([true, '']);
});

test('what is new is marked, and choosing goes there', async () => {
  past.mockResolvedValue({ items: [row('c9'), row('c8')] });
  const { it, talks } = await start();
  expect(talks().map((each) => each.classList.contains('news'))).toEqual([true, false]);
  talks()[1]!.click();
  expect(chat.enter).toHaveBeenCalledExactlyOnceWith(row('c8').conversation);
  expect([it.isOpen, done.mock.calls.length]).toEqual([false, 1]);
});

test('a list that did not load can be asked for again', async () => {
  past.mockRejectedValueOnce(new TypeError('offline'));
  const { state, more, talks } = await start();
  expect([state(), more.textContent, more.hidden]).toEqual(['The list did not load.', 'Retry', false]);
  past.mockResolvedValueOnce({ items: [] });
  more.click();
  await settle();
  expect([state(), talks().length]).toEqual(['There are no conversations yet.', 0]);
});

test('Esc goes back to the conversation and leaves the chat open', async () => {
  past.mockResolvedValue({ items: [] });
  const { it } = await start();
  const outside = vi.fn();
  document.body.addEventListener('keydown', outside, { once: true });
  it.element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect([it.isOpen, outside.mock.calls.length]).toEqual([false, 0]);
});
