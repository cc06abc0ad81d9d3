import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReading } from '../../src/messages/reading';
import { createDelivered, createReceipts } from '../../src/messages/receipts';
import { message } from '../support/messages';
import { settle } from '../support/settle';

let isWatched = false;
const read = vi.fn<(seq: number) => Promise<void>>();
const start = () => createReading({ isWatched: () => isWatched, read, changed: () => undefined });

beforeEach(() => {
  isWatched = false;
  read.mockReset().mockResolvedValue(undefined);
});
afterEach(() => vi.useRealTimers());

test('what operators write counts until it is looked at', () => {
  const reading = start();
  reading.begin(10, 2);
  reading.arrived([message(11), message(12, { senderType: 'visitor' }), message(13)]);
  expect(reading.unread).toBe(4);
  isWatched = true;
  reading.look();
  expect(reading.unread).toBe(0);
  expect(read).toHaveBeenCalledExactlyOnceWith(13);
});

test('nothing new is nothing to tell', () => {
  isWatched = true;
  const reading = start();
  reading.begin(10, 0);
  reading.arrived([message(11, { senderType: 'visitor' })]);
  expect(read).not.toHaveBeenCalled();
});

test('who is looking reads at once', () => {
  isWatched = true;
  const reading = start();
  reading.begin(0, 0);
  reading.arrived([message(1)]);
  expect([reading.unread, read.mock.calls]).toEqual([0, [[1]]]);
});

test('another tab that read counts here too', () => {
  const reading = start();
  reading.begin(10, 3);
  reading.arrived([message(11), message(12)]);
  reading.readElsewhere(11);
  expect(reading.unread).toBe(1);
});

test('a position that could not be told is told at the next look', async () => {
  isWatched = true;
  read.mockRejectedValueOnce(new TypeError('down'));
  const reading = start();
  reading.begin(5, 1);
  await settle();
  reading.look();
  expect(read.mock.calls).toEqual([[5], [5]]);
});

test('an answer proves that what stood before it was seen', () => {
  const receipts = createReceipts();
  receipts.noteAnswers([message(4), message(5, { senderType: 'visitor' })]);
  expect(receipts.seenSeq).toBe(4);
  receipts.seen(3);
  expect(receipts.seenSeq).toBe(4);
});

test('what is delivered together is told once', async () => {
  vi.useFakeTimers();
  const tell = vi.fn();
  const delivered = createDelivered(tell, new AbortController().signal);
  delivered(1);
  delivered(2);
  delivered(3);
  await vi.advanceTimersByTimeAsync(200);
  delivered(3);
  await vi.advanceTimersByTimeAsync(200);
  expect(tell.mock.calls).toEqual([[3]]);
});
