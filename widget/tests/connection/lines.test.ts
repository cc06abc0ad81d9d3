import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { either } from '../../src/connection/either';
import { createHealth } from '../../src/connection/health';
import { createPolling, pollInterval } from '../../src/connection/polling';
import { HubGone, HubRefusal } from '../../src/hub/errors';
import type { Hub } from '../../src/hub/hub';
import { Refused } from '../../src/rest/refused';
import { backoff } from '../../src/time/backoff';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('retries come later and later, never all at once', () => {
  expect(backoff(0, () => 0)).toBe(0);
  expect(backoff(0, () => 1)).toBe(1000);
  expect(backoff(1, () => 0)).toBe(500);
  expect(backoff(1, () => 1)).toBe(1000);
  expect(backoff(3, () => 1)).toBe(4000);
  expect(backoff(50, () => 1)).toBe(30_000);
});

test('REST steps in when the hub is away, silent or unwilling', async () => {
  const hub = {} as Hub;
  const rest = () => Promise.resolve('rest');
  expect(await either(undefined, () => Promise.resolve('hub'), rest)).toBe('rest');
  expect(await either(hub, () => Promise.resolve('hub'), rest)).toBe('hub');
  expect(await either(hub, () => Promise.reject(new HubGone()), rest)).toBe('rest');
  expect(await either(hub, () => Promise.reject(new HubRefusal('server.unavailable')), rest)).toBe('rest');
  await expect(either(hub, () => Promise.reject(new TypeError('ours')), rest)).rejects.toThrow('ours');
});

test('one that is asked to wait waits, and does not go round by REST', async () => {
  const rest = vi.fn(() => Promise.resolve('rest'));
  const asked = either({} as Hub, () => Promise.reject(new HubRefusal('request.too-many', 3)), rest);
  await expect(asked).rejects.toEqual(new Refused(429, 'request.too-many', 3));
  await expect(asked).rejects.toMatchObject({ retryAfter: 3, mayPass: true });
  expect(rest).not.toHaveBeenCalled();
});

test('a short break is not shown, a long one says what still works', async () => {
  const changed = vi.fn();
  const watch = createHealth(changed, life.signal);
  watch.live(false);
  await vi.advanceTimersByTimeAsync(1000);
  watch.live(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(changed).not.toHaveBeenCalled();
  watch.live(false);
  await vi.advanceTimersByTimeAsync(1500);
  expect(watch.health).toBe('slow');
  watch.reached(false);
  expect(watch.health).toBe('offline');
  watch.reached(true);
  expect(watch.health).toBe('slow');
  watch.live(true);
  expect(watch.health).toBe('live');
});

test('polling asks again and again, and less often when nobody answers', async () => {
  const poll = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const polling = createPolling({ poll, interval: (failures) => 1000 * (failures + 1) }, life.signal);
  polling.start();
  await vi.advanceTimersByTimeAsync(2000);
  expect(poll).toHaveBeenCalledTimes(3);
  poll.mockRejectedValue(new Error('down'));
  await vi.advanceTimersByTimeAsync(1000);
  await vi.advanceTimersByTimeAsync(1999);
  expect(poll).toHaveBeenCalledTimes(4);
  life.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(poll).toHaveBeenCalledTimes(4);
});

test('a hidden page polls patiently, a live line only now and then', () => {
  const middle = () => 0.5;
  expect(pollInterval({ failures: 0, isVisible: true, isLive: false }, middle)).toBe(3000);
  expect(pollInterval({ failures: 0, isVisible: false, isLive: false }, middle)).toBe(15_000);
  expect(pollInterval({ failures: 9, isVisible: true, isLive: false }, middle)).toBe(30_000);
  expect(pollInterval({ failures: 0, isVisible: true, isLive: true }, middle)).toBe(30_000);
  expect(pollInterval({ failures: 0, isVisible: false, isLive: true }, middle)).toBe(150_000);
});
