import { expect, test } from 'vitest';
import { createTimeline } from '../../src/messages/timeline';
import { message } from '../support/messages';

const seqs = (timeline: ReturnType<typeof createTimeline>) => timeline.items.map(({ seq }) => seq);

/** A small seeded generator, so that a failure can be repeated. */
function random(seed: number): () => number {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 2 ** 32;
    return seed / 2 ** 32;
  };
}

test('messages are shown in order and a gap holds back what follows', () => {
  const timeline = createTimeline();
  expect(timeline.accept([message(1), message(3)])).toHaveLength(1);
  expect(timeline.hasGap).toBe(true);
  expect(timeline.accept([message(2)]).map(({ seq }) => seq)).toEqual([2, 3]);
  expect(timeline.hasGap).toBe(false);
  expect(timeline.last).toBe(3);
});

test('history grows upwards from where it began', () => {
  const timeline = createTimeline();
  timeline.reset(100);
  timeline.accept([message(101)]);
  expect(timeline.accept([message(98), message(99), message(100)]).map(({ seq }) => seq)).toEqual([98, 99, 100]);
  expect(seqs(timeline)).toEqual([98, 99, 100, 101]);
  expect(timeline.first).toBe(98);
});

test('the same message twice is one message', () => {
  const timeline = createTimeline();
  timeline.accept([message(1), message(1)]);
  expect(timeline.accept([message(1)])).toEqual([]);
  expect(seqs(timeline)).toEqual([1]);
});

test('an earlier page that is not near waits and is no gap', () => {
  const timeline = createTimeline();
  timeline.reset(10);
  expect(timeline.accept([message(3)])).toEqual([]);
  expect(timeline.hasGap).toBe(false);
});

test('changed content takes the place of the old', () => {
  const timeline = createTimeline();
  timeline.accept([message(1), message(2)]);
  expect(timeline.update(message(2, { body: 'edited' }))).toBe(true);
  expect(timeline.items[1]?.body).toBe('edited');
  expect(timeline.update(message(9))).toBe(false);
});

test('any order, with repeats and in any portions, ends the same', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const next = random(seed);
    const timeline = createTimeline();
    const start = Math.floor(next() * 20);
    timeline.reset(start);
    const all = Array.from({ length: 40 }, (_, index) => message(index + 1));
    const deck = [...all, ...all.filter(() => next() < 0.3)].sort(() => next() - 0.5);
    const shown: number[] = [];
    while (deck.length) {
      shown.push(...timeline.accept(deck.splice(0, 1 + Math.floor(next() * 4))).map(({ seq }) => seq));
      const now = seqs(timeline);
      expect(now, `seed ${seed}`).toEqual(now.map((_, index) => timeline.first + index));
    }
    expect(seqs(timeline), `seed ${seed}`).toEqual(all.map(({ seq }) => seq));
    expect([...shown].sort((a, b) => a - b), `seed ${seed}`).toEqual(all.map(({ seq }) => seq));
  }
});
