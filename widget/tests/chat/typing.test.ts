import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncing } from '../../src/typing/announcing';
import { createHearing } from '../../src/typing/hearing';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('writing is said at the first key, again each 3 s, and when it stops', async () => {
  const tell = vi.fn();
  const announcing = createAnnouncing(tell, () => Date.now(), life.signal);
  announcing.wrote('h');
  announcing.wrote('he');
  expect(tell.mock.calls).toEqual([[true]]);
  await vi.advanceTimersByTimeAsync(3000);
  announcing.wrote('hel');
  expect(tell.mock.calls).toEqual([[true], [true]]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(tell.mock.calls).toEqual([[true], [true], [false]]);
  announcing.wrote('');
  expect(tell).toHaveBeenCalledTimes(3);
});

test('a writer who falls silent is forgotten after 6 s', async () => {
  const changed = vi.fn();
  const hearing = createHearing(changed, life.signal);
  const notice = { conversationId: 'c1', who: 'operator' as const, name: 'Anna', isTyping: true };
  hearing.heard({ ...notice, who: 'visitor' });
  expect(hearing.writer).toBeUndefined();
  hearing.heard(notice);
  await vi.advanceTimersByTimeAsync(5000);
  hearing.heard(notice);
  await vi.advanceTimersByTimeAsync(5000);
  expect(hearing.writer).toBe('Anna');
  await vi.advanceTimersByTimeAsync(1000);
  expect(hearing.writer).toBeUndefined();
  expect(changed).toHaveBeenCalledTimes(2);
});

test('where the channel shows drafts the latest words are told, each second', async () => {
  const tell = vi.fn();
  const announcing = createAnnouncing(tell, () => Date.now(), life.signal, () => true);
  announcing.wrote('h');
  announcing.wrote('he');
  announcing.wrote('hello');
  await vi.advanceTimersByTimeAsync(1000);
  expect(tell.mock.calls).toEqual([[true, 'h'], [true, 'hello']]);
  announcing.wrote('hello there');
  announcing.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(tell.mock.calls).toEqual([[true, 'h'], [true, 'hello'], [false]]);
});
