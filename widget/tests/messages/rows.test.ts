import { expect, test } from 'vitest';
import type { Unsent } from '../../src/messages/unsent';
import { type BubbleRow, layOut } from '../../src/messages/rows';
import { message } from '../support/messages';

const at = (minute: number, second = 0) => new Date(2026, 10, 20, 12, minute, second).toISOString();
const bubbles = (rows: ReturnType<typeof layOut>) => rows.filter((row): row is BubbleRow => row.kind === 'bubble');
const shape = (rows: ReturnType<typeof layOut>) => bubbles(rows).map(({ isFirst, isLast }) => `${isFirst ? 'f' : '-'}${isLast ? 'l' : '-'}`);
const unsent = (more: Partial<Unsent> = {}): Unsent => ({ clientMessageId: 'u1', body: 'hi', createdAt: at(9), delivery: 'sending', ...more });

test('messages of one sender within three minutes stand together', () => {
  const rows = layOut([
    message(1, { createdAt: at(0) }), message(2, { createdAt: at(3) }), message(3, { createdAt: at(6, 1) }),
    message(4, { createdAt: at(7), senderType: 'visitor' }), message(5, { createdAt: at(7) }),
    message(6, { createdAt: at(7), senderId: 'o2', senderName: 'Boris' }),
  ], [], 0);
  expect(shape(rows)).toEqual(['f-', '-l', 'fl', 'fl', 'fl', 'fl']);
});

test('days are told apart', () => {
  const rows = layOut([message(1, { createdAt: new Date(2026, 10, 19, 23, 59).toISOString() }), message(2, { createdAt: at(0) })], [], 0);
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'bubble', 'day', 'bubble']);
  expect(shape(rows)).toEqual(['fl', 'fl']);
});

test('own messages are sent or seen, others have no state', () => {
  const own = (seq: number) => message(seq, { senderType: 'visitor' });
  expect(bubbles(layOut([own(1), own(2), message(3)], [], 1)).map(({ state }) => state)).toEqual(['seen', 'sent', undefined]);
});

test('unsent messages come last and join the own group', () => {
  const rows = layOut([message(1, { senderType: 'visitor', createdAt: at(9) })], [unsent()], 0);
  expect(shape(rows)).toEqual(['f-', '-l']);
  expect(bubbles(rows)[1]).toMatchObject({ state: 'sending', clientMessageId: 'u1' });
});

test('a message that is stored and still in the outbox is one bubble', () => {
  const rows = layOut([message(1, { senderType: 'visitor', clientMessageId: 'u1', body: 'hi' })], [unsent()], 0);
  expect(bubbles(rows)).toHaveLength(1);
});

test('a bubble keeps its key from writing to stored, so it does not flicker', () => {
  const [before] = bubbles(layOut([], [unsent()], 0));
  const [after] = bubbles(layOut([message(1, { senderType: 'visitor', clientMessageId: 'u1' })], [], 0));
  expect(after?.key).toBe(before?.key);
});

test('events are lines, and private notes never reach a visitor', () => {
  const rows = layOut([message(1, { senderType: 'system', kind: 'event', body: 'Anna joined' }), message(2, { kind: 'note' })], [], 0);
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'event']);
});
