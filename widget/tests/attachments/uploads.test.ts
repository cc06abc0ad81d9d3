// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createUploads } from '../../src/attachments/uploads';
import type { Attachment } from '../../src/contracts';
import { Refused } from '../../src/rest/refused';
import { attachment } from '../support/messages';
import { settle } from '../support/settle';

interface Going { file: File; progress(part: number): void; resolve(made: Attachment): void; reject(error: Error): void; signal: AbortSignal }
let going: Going[];
const discard = vi.fn();
beforeEach(() => {
  going = [];
  discard.mockReset();
});

const file = (name: string, size = 10) => new File(['x'.repeat(size)], name);
function start(maxCount = 5) {
  const uploads = createUploads({
    files: {
      upload: (sent, progress, signal) => new Promise((resolve, reject) => going.push({ file: sent, progress, resolve, reject, signal })),
      discard,
    },
    limits: () => ({ maxBytes: 100, maxCount, types: [] }),
    changed: () => undefined,
  }, new AbortController().signal);
  const states = () => uploads.items.map(({ file: { name }, state, code }) => `${name} ${code ?? state}`);
  return { uploads, states };
}

test('files go up two at a time and are handed out once', async () => {
  const { uploads, states } = start();
  uploads.add([file('a'), file('b'), file('c')]);
  expect(going.map((each) => each.file.name)).toEqual(['a', 'b']);
  going[0]!.progress(0.5);
  expect(uploads.items[0]!.progress).toBe(0.5);
  going[0]!.resolve(attachment({ name: 'a', size: 10 }));
  await settle();
  expect(going.map((each) => each.file.name)).toEqual(['a', 'b', 'c']);
  expect(states()).toEqual(['a ready', 'b uploading', 'c uploading']);
  expect(uploads.take().map(({ id }) => id)).toEqual(['a-a']);
  expect(states()).toEqual(['b uploading', 'c uploading']);
  expect(discard).not.toHaveBeenCalled();
});

test('what the channel would refuse is said at once and not sent', () => {
  const { uploads, states } = start(2);
  uploads.add([file('large', 101), file('a'), file('b'), file('c')]);
  expect(states()).toEqual(['large attachment.too-large', 'a uploading', 'b uploading', 'c attachment.too-many']);
  expect(going).toHaveLength(2);
});

test('a broken line can be tried again, a refusal cannot', async () => {
  const { uploads, states } = start();
  uploads.add([file('a'), file('b')]);
  going[0]!.reject(new TypeError('no answer'));
  going[1]!.reject(new Refused(415, 'attachment.type-not-allowed'));
  await settle();
  expect(states()).toEqual(['a server.unavailable', 'b attachment.type-not-allowed']);
  expect(uploads.items.map(({ mayPass }) => mayPass)).toEqual([true, false]);
  uploads.retry(uploads.items[0]!.key);
  going[2]!.resolve(attachment({ name: 'a', size: 10 }));
  await settle();
  expect(states()).toEqual(['a ready', 'b attachment.type-not-allowed']);
  expect(uploads.take()).toHaveLength(1);
});

test('what is removed is given up, on the way and after it', async () => {
  const { uploads } = start();
  uploads.add([file('a'), file('b')]);
  going[1]!.resolve(attachment({ name: 'b', size: 10 }));
  await settle();
  for (const { key } of uploads.items) uploads.remove(key);
  expect(going[0]!.signal.aborted).toBe(true);
  going[0]!.resolve(attachment({ name: 'a', size: 10 })); // it had arrived all the same
  await settle();
  expect(uploads.items).toEqual([]);
  expect(discard.mock.calls).toEqual([['a-b'], ['a-a']]);
});
