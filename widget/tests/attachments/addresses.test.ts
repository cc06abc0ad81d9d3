import { expect, test, vi } from 'vitest';
import { createAddresses } from '../../src/attachments/addresses';

const start = (fail = false) => {
  let now = 0;
  const ask = vi.fn(async (ids: readonly string[]) => {
    await Promise.resolve();
    if (fail) throw new TypeError('no answer');
    return ids.filter((id) => id !== 'gone').map((id) => ({ id, url: `/files/${id}?${now}`, expiresAt: new Date(now + 300_000).toISOString() }));
  });
  return { ask, addresses: createAddresses({ ask, now: () => now }), pass: (ms: number) => (now += ms), mend: () => (fail = false) };
};

test('what is asked for together goes in one request, and only once', async () => {
  const { ask, addresses } = start();
  const found = await Promise.all(['a', 'b', 'a', 'gone'].map(addresses.get));
  expect(found.map((address) => address?.id)).toEqual(['a', 'b', 'a', undefined]);
  await addresses.get('a');
  expect(ask.mock.calls).toEqual([[['a', 'b', 'gone']]]);
});

test('an address that ends soon is not used', async () => {
  const { addresses, pass } = start();
  await addresses.get('a');
  pass(269_000);
  expect(addresses.known('a')).toBeDefined();
  pass(2_000);
  expect(addresses.known('a')).toBeUndefined();
  expect((await addresses.get('a'))?.url).toBe('/files/a?271000');
});

test('after a broken line the same is asked for again', async () => {
  const { addresses, mend } = start(true);
  await expect(addresses.get('a')).rejects.toThrow('no answer');
  mend();
  expect((await addresses.get('a'))?.id).toBe('a');
});
