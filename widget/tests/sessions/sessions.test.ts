import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../src/contracts';
import { createRequest } from '../../src/rest/request';
import { Refused } from '../../src/rest/refused';
import { createSessions } from '../../src/sessions/sessions';
import { memoryStore } from '../support/store';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hour = 3_600_000;
let count = 0;
const session = (life = 24 * hour): Session => ({
  visitorId: 'v1', visitorKey: 'key-1', token: `token-${++count}`, expiresAt: new Date(Date.now() + life).toISOString(), epoch: 'e1',
  realtimeUrl: 'http://live', channel: { id: 'ch', name: 'Demo', status: 'available', features: { attachments: false, audioCalls: false, videoCalls: false } },
});

function start() {
  count = 0;
  const open = vi.fn(() => Promise.resolve(session()));
  const store = memoryStore();
  const sessions = createSessions({ open, visit: () => ({ channelKey: 'demo' }), opened: () => undefined, refused: () => undefined, store, now: () => Date.now() });
  return { open, sessions, store };
}

test('one session serves all who ask at once', async () => {
  const { open, sessions } = start();
  expect(await Promise.all([sessions.token(), sessions.token()])).toEqual(['token-1', 'token-1']);
  expect(open).toHaveBeenCalledTimes(1);
});

test('the visitor’s key is kept and given back', async () => {
  const { open, sessions, store } = start();
  await sessions.get();
  expect(store.get('visitor')).toBe('key-1');
  sessions.expired('token-1');
  await sessions.get();
  expect(open).toHaveBeenLastCalledWith({ channelKey: 'demo', visitorKey: 'key-1' });
});

test('it is renewed before it ends', async () => {
  const { open, sessions } = start();
  await sessions.get();
  vi.setSystemTime(Date.now() + 23 * hour);
  expect(await sessions.token()).toBe('token-1');
  vi.setSystemTime(Date.now() + 0.95 * hour);
  expect(await sessions.token()).toBe('token-2');
  expect(open).toHaveBeenCalledTimes(2);
});

test('while it cannot be renewed it serves to its end', async () => {
  const { open, sessions } = start();
  await sessions.get();
  open.mockRejectedValue(new TypeError('down'));
  vi.setSystemTime(Date.now() + 23.95 * hour);
  expect(await sessions.token()).toBe('token-1');
  vi.setSystemTime(Date.now() + hour);
  await expect(sessions.token()).rejects.toThrow('down');
});

test('a clock that is wrong does not ask for a session each time', async () => {
  const { open, sessions } = start();
  open.mockImplementation(() => Promise.resolve(session(-30 * hour)));
  await sessions.get();
  await sessions.get();
  expect(open).toHaveBeenCalledTimes(1);
});

test('"not on this page" is not asked again at once', async () => {
  const { open, sessions } = start();
  open.mockRejectedValue(new Refused(403, 'channel.origin-refused'));
  await expect(sessions.get()).rejects.toThrow('403');
  await expect(sessions.get()).rejects.toThrow('403');
  expect(open).toHaveBeenCalledTimes(1);
  expect(sessions.refusal).toBe('channel.origin-refused');
  open.mockImplementation(() => Promise.resolve(session()));
  vi.setSystemTime(Date.now() + 61_000);
  await sessions.get();
  expect(sessions.refusal).toBeUndefined();
});

test('a 401 is tried once more with a fresh token, and only once', async () => {
  const { sessions } = start();
  const fetch = vi.fn((_url: string, init: RequestInit) => Promise.resolve(
    (init.headers as Record<string, string>)['Authorization'] === 'Bearer token-2'
      ? Response.json({ ok: true }) : Response.json({ code: 'auth.required' }, { status: 401 })));
  const request = createRequest({ base: 'http://api', fetch }, new AbortController().signal);
  expect(await request('GET', '/x', undefined, sessions)).toEqual({ ok: true });
  expect(fetch).toHaveBeenCalledTimes(2);
  fetch.mockImplementation(() => Promise.resolve(Response.json({ code: 'auth.required' }, { status: 401 })));
  await expect(request('GET', '/x', undefined, sessions)).rejects.toThrow('401 auth.required');
  expect(fetch).toHaveBeenCalledTimes(4);
});
