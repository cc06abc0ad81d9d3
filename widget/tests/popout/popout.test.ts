// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPopout } from '../../src/popout/popout';
import type { HandOver } from '../../src/popout/words';

const api = 'https://chat.example';
const handOver: HandOver = { settings: { channel: 'demo', api }, speech: { language: 'en', locale: 'en' }, visitorKey: 'secret', isMuted: false, draft: 'half' };
let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function start() {
  const other = { closed: false, postMessage: vi.fn(), focus: vi.fn() };
  const ports = {
    api, name: 'siteaccess:demo:', handOver: (): HandOver | undefined => handOver, open: vi.fn(() => other as unknown as WindowProxy), changed: vi.fn(), returned: vi.fn(),
  };
  const popout = createPopout(ports, life.signal);
  const says = (word: object, origin = api, source: object = other) => (
    window.dispatchEvent(Object.assign(new Event('message'), { data: { siteaccess: 'window', ...word }, origin, source })));
  return { ...ports, popout, other, says };
}

test('the window is opened at Api and learns who the visitor is, there alone', () => {
  const it = start();
  it.popout.open();
  expect(it.open.mock.calls[0]).toEqual([`${api}/widget/popout.html`, 'siteaccess:demo:', expect.stringContaining('popup')]);
  it.says({ kind: 'ready' });
  expect(it.other.postMessage).toHaveBeenCalledExactlyOnceWith({ siteaccess: 'page', kind: 'visitor', handOver }, api);
  expect(it.popout.isOut).toBe(true);
});

test('nobody else learns it', () => {
  const it = start();
  const stranger = { postMessage: vi.fn() };
  it.says({ kind: 'ready' }, api, stranger);
  it.popout.open();
  it.says({ kind: 'ready' }, 'https://evil.example');
  it.says({ kind: 'ready' }, api, stranger);
  expect([it.other.postMessage.mock.calls, stranger.postMessage.mock.calls, it.popout.isOut]).toEqual([[], [], false]);
});

test('without a visitor there is nothing to open', () => {
  const it = start();
  createPopout({ ...it, handOver: () => undefined }, life.signal).open();
  expect(it.open).not.toHaveBeenCalled();
});

test('the next page finds the window by its word, shows it and calls it back', () => {
  const it = start();
  it.says({ kind: 'here' });
  expect(it.popout.isOut).toBe(true);
  it.popout.show();
  it.popout.back();
  expect(it.other.focus).toHaveBeenCalledTimes(1);
  expect(it.other.postMessage).toHaveBeenCalledExactlyOnceWith({ siteaccess: 'page', kind: 'back' }, api);
  it.says({ kind: 'bye', draft: 'three quarters' });
  expect([it.popout.isOut, it.returned.mock.calls]).toEqual([false, [['three quarters']]]);
});

test('a window that went without a word is noticed', () => {
  const it = start();
  it.says({ kind: 'here' });
  it.other.closed = true;
  vi.advanceTimersByTime(1000);
  expect(it.popout.isOut).toBe(false);
});
