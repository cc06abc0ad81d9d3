import { afterEach, beforeEach, expect, type Mock, test, vi } from 'vitest';
import { createLink } from '../../src/connection/link';
import type { Hub, HubEnd } from '../../src/hub/hub';
import { deferred } from '../support/settle';

interface FakeHub extends Hub { end(end: HubEnd): void; readonly close: Mock<() => void> }

function fakeHub(): FakeHub {
  const ended = deferred<HubEnd>();
  return { invoke: vi.fn(), check: vi.fn(), close: vi.fn(() => ended.resolve({ mayReturn: true })), ended: ended.promise, end: ended.resolve };
}

let life: AbortController;
const changed = vi.fn();
const connect = vi.fn<() => Promise<Hub>>();
const start = () => createLink({ connect, backoff: (attempt) => attempt * 1000, changed }, life.signal);

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  changed.mockReset();
  connect.mockReset();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('it connects again, later each time', async () => {
  connect.mockRejectedValue(new Error('down'));
  const link = start();
  await vi.advanceTimersByTimeAsync(0);
  expect(connect).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(connect).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1999);
  expect(connect).toHaveBeenCalledTimes(2);
  connect.mockResolvedValue(fakeHub());
  await vi.advanceTimersByTimeAsync(1);
  expect(link.hub).toBeDefined();
  expect(changed).toHaveBeenLastCalledWith(true);
});

test('a lost connection is told and replaced', async () => {
  const [first, second] = [fakeHub(), fakeHub()];
  connect.mockResolvedValueOnce(first).mockResolvedValueOnce(second);
  const link = start();
  await vi.advanceTimersByTimeAsync(0);
  first.end({ mayReturn: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(changed.mock.calls.slice(0, 2)).toEqual([[true], [false]]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(link.hub).toBe(second);
});

test('waking cuts the wait short', async () => {
  connect.mockRejectedValueOnce(new Error('down')).mockResolvedValueOnce(fakeHub());
  const link = start();
  await vi.advanceTimersByTimeAsync(0);
  link.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(link.hub).toBeDefined();
});

test('a draining server is left only when the next one answers', async () => {
  const [first, second] = [fakeHub(), fakeHub()];
  const answer = deferred<Hub>();
  connect.mockResolvedValueOnce(first).mockReturnValueOnce(answer.promise);
  const link = start();
  await vi.advanceTimersByTimeAsync(0);
  link.move();
  await vi.advanceTimersByTimeAsync(1000);
  expect(link.hub).toBe(first);
  expect(first.close).not.toHaveBeenCalled();
  answer.resolve(second);
  await vi.advanceTimersByTimeAsync(0);
  expect(link.hub).toBe(second);
  expect(first.close).toHaveBeenCalled();
  expect(changed).toHaveBeenCalledTimes(1);
});

test('who was asked not to return comes back late', async () => {
  const first = fakeHub();
  connect.mockResolvedValue(first);
  start();
  await vi.advanceTimersByTimeAsync(0);
  first.end({ mayReturn: false });
  await vi.advanceTimersByTimeAsync(5999);
  expect(connect).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(connect).toHaveBeenCalledTimes(2);
});
