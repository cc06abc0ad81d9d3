import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attachment, SendMessage } from '../../src/contracts';
import { createOutbox } from '../../src/messages/outbox';
import { createShelf } from '../../src/messages/shelf';
import type { Unsent } from '../../src/messages/unsent';
import { Refused } from '../../src/rest/refused';
import { attachment } from '../support/messages';
import { createStorage, memoryStore } from '../support/store';

let life: AbortController;
let storage: Storage;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  storage = createStorage();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const words = (id: string): Unsent => ({ clientMessageId: id, body: `body ${id}`, createdAt: `2026-11-20T12:00:0${id.length}Z`, delivery: 'sending' });

function start() {
  const send = vi.fn<(message: SendMessage, conversationId?: string, attachments?: readonly Attachment[]) => Promise<void>>().mockResolvedValue(undefined);
  const shelf = createShelf(memoryStore(storage), () => undefined);
  const outbox = createOutbox({ ...shelf, send, changed: () => undefined, backoff: () => 1000 }, life.signal);
  const deliveries = () => outbox.items.map(({ clientMessageId, delivery }) => `${clientMessageId} ${delivery}`);
  return { outbox, send, deliveries, sent: () => send.mock.calls.map(([message]) => message.clientMessageId), kept: () => Object.keys(storage) };
}

test('what is written is kept until it is sent', async () => {
  const it = start();
  it.outbox.add(words('a'));
  expect(it.deliveries()).toEqual(['a sending']);
  expect(it.kept()).toEqual(['siteaccess:demo:outbox.a']);
  await vi.advanceTimersByTimeAsync(0);
  expect(it.deliveries()).toEqual([]);
  expect(it.kept()).toEqual([]);
});

test('messages go one by one, in the order they were written', async () => {
  const it = start();
  it.send.mockRejectedValueOnce(new TypeError('down'));
  it.outbox.add(words('a'));
  it.outbox.add(words('bb'));
  await vi.advanceTimersByTimeAsync(0);
  expect(it.sent()).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.sent()).toEqual(['a', 'a', 'bb']);
});

test('a repeated send carries the same id', async () => {
  const it = start();
  it.send.mockRejectedValue(new TypeError('no answer'));
  it.outbox.add(words('a'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(new Set(it.sent())).toEqual(new Set(['a']));
  expect(it.sent().length).toBeGreaterThan(3);
});

test('after three attempts it is shown as not sent, and goes on trying', async () => {
  const it = start();
  it.send.mockRejectedValue(new TypeError('down'));
  it.outbox.add(words('a'));
  it.outbox.add(words('bb'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.deliveries()).toEqual(['a sending', 'bb sending']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.deliveries()).toEqual(['a failed', 'bb failed']);
  it.send.mockResolvedValue(undefined);
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.deliveries()).toEqual([]);
});

test('Retry tries at once', async () => {
  const it = start();
  it.send.mockRejectedValue(new TypeError('down'));
  it.outbox.add(words('a'));
  await vi.advanceTimersByTimeAsync(2500);
  it.send.mockResolvedValue(undefined);
  it.outbox.retry('a');
  expect(it.deliveries()).toEqual(['a sending']);
  await vi.advanceTimersByTimeAsync(0);
  expect(it.deliveries()).toEqual([]);
});

test('a refused message stays with its reason and holds nobody up', async () => {
  const it = start();
  it.send.mockRejectedValueOnce(new Refused(400, 'message.invalid'));
  it.outbox.add(words('a'));
  it.outbox.add(words('bb'));
  await vi.advanceTimersByTimeAsync(0);
  expect(it.outbox.items).toMatchObject([{ clientMessageId: 'a', delivery: 'refused', code: 'message.invalid' }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(it.sent()).toEqual(['a', 'bb']);
});

test('too many requests: it waits as long as the server says', async () => {
  const it = start();
  it.send.mockRejectedValueOnce(new Refused(429, 'request.too-many', 7));
  it.outbox.add(words('a'));
  await vi.advanceTimersByTimeAsync(6999);
  expect(it.sent()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(it.sent()).toHaveLength(2);
});

test('after a reload the same message goes out with the same id', async () => {
  const before = start();
  before.send.mockReturnValue(new Promise(() => undefined));
  before.outbox.add(words('a'));
  before.outbox.add(words('bb'));
  const after = start();
  expect(after.deliveries()).toEqual(['a sending', 'bb sending']);
  after.outbox.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(after.sent()).toEqual(['a', 'bb']);
});

test('what is seen in the conversation is sent, whoever sent it', async () => {
  const it = start();
  it.send.mockRejectedValue(new TypeError('no answer'));
  it.outbox.add(words('a'));
  await vi.advanceTimersByTimeAsync(0);
  it.outbox.settle('a');
  expect([it.deliveries(), it.kept()]).toEqual([[], []]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(it.sent()).toHaveLength(1);
});

test('another tab shows it at once and sends it only if the first one is gone', async () => {
  const [one, other] = [start(), start()];
  one.send.mockReturnValue(new Promise(() => undefined));
  one.outbox.add(words('a'));
  other.outbox.reload();
  expect(other.deliveries()).toEqual(['a sending']);
  await vi.advanceTimersByTimeAsync(4000);
  expect(other.sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(other.sent()).toEqual(['a']);
});

test('what was damaged in storage is thrown away', () => {
  storage.setItem('siteaccess:demo:outbox.x', '{');
  expect(start().deliveries()).toEqual([]);
  expect(Object.keys(storage)).toEqual([]);
});

test('files go with their message, by id and as they are shown', async () => {
  const it = start();
  const file = attachment({ name: 'a.txt', size: 1 });
  it.outbox.add({ ...words('a'), body: '', attachmentIds: [file.id], attachments: [file] });
  it.outbox.add(words('bb'));
  await vi.advanceTimersByTimeAsync(0);
  expect(it.send.mock.calls).toEqual([
    [{ clientMessageId: 'a', body: '', attachmentIds: [file.id] }, undefined, [file]], [{ clientMessageId: 'bb', body: 'body bb' }, undefined, undefined],
  ]);
});
