import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHistory } from '../../src/messages/history';
import { createTimeline } from '../../src/messages/timeline';
import { conversation, message } from '../support/messages';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function start(server: ReturnType<typeof conversation>) {
  const timeline = createTimeline();
  const after = vi.fn((seq: number, _revision: number) => Promise.resolve(server.after(seq)));
  const before = vi.fn((seq: number) => Promise.resolve(server.before(seq)));
  const [restarted, changed] = [vi.fn(), vi.fn()];
  const shown: number[] = [];
  const history = createHistory({
    timeline, after, before, restarted, changed, shown: (messages) => shown.push(...messages.map(({ seq }) => seq)),
  }, life.signal);
  return { timeline, history, after, before, restarted, changed, shown };
}
const bodies = ({ timeline }: ReturnType<typeof start>) => timeline.items.map(({ seq }) => seq);

test('it begins with the last page and goes back on request', async () => {
  const it = start(conversation(120));
  await it.history.begin(120, 'e1');
  expect([it.timeline.first, it.timeline.last, it.history.hasOlder]).toEqual([71, 120, true]);
  await it.history.older();
  await it.history.older();
  expect([it.timeline.first, it.history.hasOlder]).toEqual([1, false]);
  await it.history.older();
  expect(it.before).toHaveBeenCalledTimes(3);
});

test('a new conversation asks for nothing', async () => {
  const it = start(conversation(0));
  await it.history.begin(0, 'e1');
  expect(it.before).not.toHaveBeenCalled();
});

test('messages out of order for less than 50 ms are no gap', async () => {
  const it = start(conversation(3));
  await it.history.begin(1, 'e1');
  it.history.take(message(3));
  await vi.advanceTimersByTimeAsync(49);
  it.history.take(message(2));
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.after).not.toHaveBeenCalled();
  expect(bodies(it)).toEqual([1, 2, 3]);
});

test('a gap is fetched after 50 ms, once', async () => {
  const it = start(conversation(4));
  await it.history.begin(1, 'e1');
  it.history.take(message(3));
  it.history.take(message(4));
  await vi.advanceTimersByTimeAsync(50);
  expect(it.after).toHaveBeenCalledTimes(1);
  expect(it.after).toHaveBeenCalledWith(1, 0);
  expect(bodies(it)).toEqual([1, 2, 3, 4]);
  expect(it.shown.filter((seq) => seq === 3)).toHaveLength(1);
});

test('an announced position that does not come is fetched', async () => {
  const it = start(conversation(5));
  await it.history.begin(3, 'e1');
  it.history.expect(5);
  await vi.advanceTimersByTimeAsync(50);
  expect(bodies(it)).toEqual([1, 2, 3, 4, 5]);
});

test('a long absence is caught up page by page', async () => {
  const it = start(conversation(180));
  await it.history.begin(0, 'e1');
  await it.history.catchUp();
  expect(it.after).toHaveBeenCalledTimes(4);
  expect(it.timeline.last).toBe(180);
});

test('a server that says more and gives nothing is not asked for ever', async () => {
  const it = start(conversation(2));
  await it.history.begin(2, 'e1');
  it.after.mockResolvedValue({ messages: [], lastSeq: 2, epoch: 'e1', hasMore: true, revision: 0 });
  await it.history.catchUp();
  expect(it.after).toHaveBeenCalledTimes(1);
});

test('another epoch means another history: all is loaded again', async () => {
  const server = conversation(4);
  const it = start(server);
  await it.history.begin(4, 'e1');
  server.epoch = 'e2';
  server.messages = [message(1), message(2, { id: 'other', body: 'after the restore' })];
  await it.history.catchUp();
  expect(it.restarted).toHaveBeenCalledTimes(1);
  expect(it.timeline.items.map(({ body }) => body)).toEqual(['text 1', 'after the restore']);
  expect(it.history.agrees('e2', 2)).toBe(true);
});

test('a server that is behind us was restored, whatever its epoch says', async () => {
  const server = conversation(4);
  const it = start(server);
  await it.history.begin(4, 'e1');
  server.messages = [message(1)];
  await it.history.catchUp();
  expect(bodies(it)).toEqual([1]);
  expect(it.history.agrees('e1', 0)).toBe(false);
});

test('a failed fetch is no end: the next one repairs it', async () => {
  const it = start(conversation(3));
  await it.history.begin(1, 'e1');
  it.after.mockRejectedValueOnce(new TypeError('down'));
  it.history.take(message(3));
  await vi.advanceTimersByTimeAsync(50);
  expect(bodies(it)).toEqual([1]);
  await it.history.catchUp();
  expect(bodies(it)).toEqual([1, 2, 3]);
});

test('positions that are not for visitors are passed over, wherever they lie', async () => {
  const server = conversation(130);
  server.messages = server.messages.filter(({ seq }) => seq % 3 === 0);
  const it = start(server);
  await it.history.begin(90, 'e1');
  await it.history.catchUp();
  await it.history.older();
  expect(bodies(it)).toEqual(server.messages.map(({ seq }) => seq));
  expect([it.timeline.first, it.timeline.last, it.timeline.hasGap]).toEqual([1, 129, false]);
  it.history.expect(129);
  await vi.advanceTimersByTimeAsync(1000);
  const asked = it.after.mock.calls.length;
  it.after.mockResolvedValue({ messages: [], lastSeq: 131, epoch: 'e1', hasMore: false, revision: 0 });
  it.history.expect(131);
  await vi.advanceTimersByTimeAsync(1000);
  expect([it.after.mock.calls.length, it.timeline.last]).toEqual([asked + 1, 131]);
});

test('what was changed during an absence is told by revision, and in what quotes it', async () => {
  const server = conversation(3);
  server.messages[2] = message(3, { replyTo: { seq: 1, senderType: 'operator', kind: 'text', body: 'text 1' } });
  const it = start(server);
  await it.history.begin(3, 'e1');
  it.after.mockResolvedValue({
    messages: [], lastSeq: 3, epoch: 'e1', hasMore: false, revision: 4, changed: [message(1, { body: '', deletedAt: message(1).createdAt })],
  });
  await it.history.catchUp();
  expect(it.changed).toHaveBeenCalledTimes(1);
  expect([it.timeline.items[0]?.body, it.timeline.items[2]?.replyTo?.isDeleted]).toEqual(['', true]);
  await it.history.catchUp();
  expect(it.after).toHaveBeenLastCalledWith(3, 4);
});
