// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSound } from '../../src/sound/sound';
import { memoryStore } from '../support/store';

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** As much of WebAudio as the tone is made of. */
function fakeContext() {
  const node = () => ({
    frequency: { value: 0 }, gain: { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() },
    connect: (to: unknown) => to, start: vi.fn(), stop: vi.fn(),
  });
  const tones: ReturnType<typeof node>[] = [];
  const makeTone = () => tones[tones.push(node()) - 1]!;
  const context = {
    state: 'running', currentTime: 0, destination: {}, resume: () => Promise.resolve(), close: vi.fn(() => Promise.resolve()), createOscillator: makeTone, createGain: node,
  };
  return { tones, context };
}

function start(store = memoryStore()) {
  const { tones, context } = fakeContext();
  const ports = {
    store, claim: vi.fn(() => Promise.resolve(true)), isUnread: vi.fn(() => true), createContext: vi.fn(() => context as unknown as AudioContext),
  };
  const sound = createSound(ports, life.signal);
  const ring = async () => {
    const before = tones.length;
    sound.ring();
    await vi.advanceTimersByTimeAsync(1000);
    return tones.length > before;
  };
  return { ...ports, sound, ring, context, gesture: () => window.dispatchEvent(new Event('pointerdown')) };
}

test('it is silent, and makes nothing, before the visitor does something', async () => {
  const it = start();
  expect(await it.ring()).toBe(false);
  expect(it.createContext).not.toHaveBeenCalled();
  it.gesture();
  it.gesture();
  expect(it.createContext).toHaveBeenCalledTimes(1);
  expect(await it.ring()).toBe(true);
});

test('a message that another tab shows does not ring, and one tab rings for all', async () => {
  const it = start();
  it.gesture();
  it.isUnread.mockReturnValue(false);
  expect(await it.ring()).toBe(false);
  it.isUnread.mockReturnValue(true);
  it.claim.mockResolvedValue(false);
  expect(await it.ring()).toBe(false);
});

test('muted is muted on every page, until it is switched on again', async () => {
  const it = start();
  it.sound.mute(true);
  it.gesture();
  expect([it.sound.isMuted, await it.ring(), it.createContext.mock.calls.length]).toEqual([true, false, 0]);
  const next = start(it.store);
  next.gesture();
  expect(await next.ring()).toBe(false);
  next.sound.mute(false);
  expect(await next.ring()).toBe(true);
});

test('several messages at once ring once, and the page takes its sound along', async () => {
  const it = start();
  it.gesture();
  it.sound.ring();
  it.sound.ring();
  await vi.advanceTimersByTimeAsync(1000);
  expect(it.claim).toHaveBeenCalledTimes(1);
  life.abort();
  expect(it.context.close).toHaveBeenCalledTimes(1);
});
