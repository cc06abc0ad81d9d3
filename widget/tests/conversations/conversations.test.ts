import { expect, test, vi } from 'vitest';
import type { Conversation } from '../../src/contracts';
import { createConversations } from '../../src/conversations/conversations';
import { memoryStore } from '../support/store';

const state = (id: string, more: Partial<Conversation> = {}): Conversation => ({ id, status: 'open', lastSeq: 0, unreadCount: 0, operatorReadSeq: 0, ...more });

function start() {
  const store = memoryStore();
  const ports = { create: vi.fn(() => Promise.resolve(state('made'))), entered: vi.fn(), left: vi.fn(), store };
  return { ...ports, conversations: createConversations(ports) };
}

test('it is made by the first message, once', async () => {
  const it = start();
  expect(await Promise.all([it.conversations.ensure(), it.conversations.ensure()])).toEqual(['made', 'made']);
  expect(it.create).toHaveBeenCalledTimes(1);
  expect(it.entered).toHaveBeenCalledTimes(1);
  expect(it.store.get('conversation')).toBe('made');
});

test('one that another tab began is taken, not made again', async () => {
  const it = start();
  const making = it.conversations.ensure();
  it.conversations.adopt(state('theirs'));
  expect(await making).toBe('theirs');
  expect(it.conversations.id).toBe('theirs');
});

test('only a conversation that is not over wakes the next page', () => {
  const it = start();
  it.conversations.adopt(state('c1'));
  it.conversations.moved('resolved');
  expect(it.store.get('conversation')).toBeNull();
  it.conversations.moved('open');
  expect(it.store.get('conversation')).toBe('c1');
});

test('a failed beginning is tried again', async () => {
  const it = start();
  it.create.mockRejectedValueOnce(new TypeError('down'));
  await expect(it.conversations.ensure()).rejects.toThrow('down');
  expect(await it.conversations.ensure()).toBe('made');
});

test('what the server forgot is forgotten', () => {
  const it = start();
  it.conversations.adopt(state('c1'));
  it.conversations.forget();
  it.conversations.forget();
  expect(it.left).toHaveBeenCalledTimes(1);
  expect(it.store.get('conversation')).toBeNull();
});

test('where the visitor went themself they stay, and another conversation is made by their words alone', async () => {
  const it = start();
  it.conversations.adopt(state('c2'));
  it.conversations.enter(state('c1', { status: 'resolved' }));
  expect([it.conversations.id, it.conversations.status, it.conversations.isChosen]).toEqual(['c1', 'resolved', true]);
  // The one that is not over still wakes the next page.
  expect(it.store.get('conversation')).toBe('c2');
  it.conversations.begin();
  expect([it.conversations.id, it.conversations.isChosen, it.create.mock.calls.length]).toEqual([undefined, true, 0]);
  expect(await it.conversations.ensure()).toBe('made');
  expect([it.conversations.isChosen, it.store.get('conversation')]).toEqual([false, 'made']);
});

test('one that is gone is left only by who is in it', () => {
  const it = start();
  it.conversations.adopt(state('c2'));
  it.conversations.gone('c1');
  expect([it.conversations.isGone('c1'), it.conversations.id]).toEqual([true, 'c2']);
  it.conversations.gone('c2');
  expect(it.conversations.id).toBeUndefined();
});
