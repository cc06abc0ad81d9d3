import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStream } from '../../src/connection/stream';
import { wait } from '../../src/time/wait';
import { FakeEvents } from '../support/events';

let life: AbortController;
const [event, heard, changed, changedThere] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
const address = vi.fn<() => Promise<string | undefined>>();
const opened: FakeEvents[] = [];
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  opened.length = 0;
  for (const mock of [event, heard, changed, changedThere]) mock.mockReset();
  address.mockReset().mockResolvedValue('http://live/channel/sse');
  const openEvents = (url: string) => {
    opened.push(new FakeEvents(url));
    return opened.at(-1)!.asEvents();
  };
  createStream({ address, openEvents, event, heard, changedThere, wait: (attempt, signal) => wait(1000 * attempt, signal), changed }, life.signal);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('messages and changes are told in the hub\'s words', async () => {
  await pass();
  opened[0]!.open();
  opened[0]!.says({ type: 'chat.message', session_id: 'c1', data: { id: 'm', seq: 7 } });
  opened[0]!.says({ type: 'chat.session.status', session_id: 'c1', data: { status: 'resolved', last_seq: 7 } });
  opened[0]!.says({ type: 'chat.message.updated', session_id: 'c1', data: { id: 'm', seq: 3 } });
  opened[0]!.says({ type: 'ping' });
  expect(changed.mock.calls).toEqual([[true]]);
  expect(heard.mock.calls).toEqual([[7]]);
  expect(changedThere).toHaveBeenCalledTimes(1);
  expect(event.mock.calls).toEqual([['conversation:updated', { id: 'c1', status: 'resolved', lastSeq: 7 }]]);
});

test('a stream that breaks is opened again with a new address, later each time it does not open', async () => {
  await pass();
  opened[0]!.open();
  address.mockResolvedValue('http://live/channel/sse?again');
  opened[0]!.breaks();
  await pass();
  expect(changed.mock.calls).toEqual([[true], [false]]);
  expect(opened.map(({ url }) => url)).toEqual(['http://live/channel/sse', 'http://live/channel/sse?again']);
  opened[1]!.breaks();
  await pass(999);
  expect(opened).toHaveLength(2);
  await pass(1);
  expect(opened).toHaveLength(3);
});

test('a stream that falls silent is given up', async () => {
  await pass();
  opened[0]!.open();
  await pass(70_000);
  opened[0]!.says({ type: 'ping' });
  await pass(70_000);
  expect(opened[0]!.isClosed).toBe(false);
  await pass(5_000);
  await pass(1);
  expect([opened[0]!.isClosed, opened.length]).toEqual([true, 2]);
});

test('without a conversation there is nothing to listen to yet', async () => {
  life.abort();
  life = new AbortController();
  address.mockResolvedValueOnce(undefined);
  createStream({ address, openEvents: vi.fn(), event, heard, changedThere, wait: (_, signal) => wait(1000, signal), changed }, life.signal);
  await pass();
  expect(changed).not.toHaveBeenCalled();
});

test('it ends with the chat', async () => {
  await pass();
  opened[0]!.open();
  life.abort();
  expect(opened[0]!.isClosed).toBe(true);
  await pass(60_000);
  expect(opened).toHaveLength(1);
});
