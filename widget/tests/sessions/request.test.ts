import { afterEach, expect, test, vi } from 'vitest';
import { Refused } from '../../src/rest/refused';
import { createRequest } from '../../src/rest/request';

afterEach(() => void vi.useRealTimers());

const answering = (response: () => Response) => {
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(response()));
  return { fetch, request: createRequest({ base: 'http://api', fetch }, new AbortController().signal) };
};

test('JSON goes and JSON comes, without cookies', async () => {
  const { fetch, request } = answering(() => Response.json({ id: 1 }, { status: 201 }));
  expect(await request('POST', '/things', { a: 1 })).toEqual({ id: 1 });
  expect(fetch.mock.calls[0]).toMatchObject(['http://api/things', { method: 'POST', body: '{"a":1}', credentials: 'omit' }]);
});

test('nothing is an answer too', async () => {
  expect(await answering(() => new Response(null, { status: 204 })).request('POST', '/read', {})).toBeUndefined();
});

test('a problem carries its code and how long to wait', async () => {
  const { request } = answering(() => Response.json({ code: 'request.too-many', retryAfter: 12 }, { status: 429 }));
  await expect(request('GET', '/')).rejects.toMatchObject({ status: 429, code: 'request.too-many', retryAfter: 12, mayPass: true });
});

test('a proxy’s page is a problem as well', async () => {
  const { request } = answering(() => new Response('<html>Bad gateway', { status: 502, headers: { 'Retry-After': '3' } }));
  await expect(request('GET', '/')).rejects.toEqual(new Refused(502, 'http.502', 3));
});

test('who waits longer than 15 s waits for nothing', async () => {
  vi.useFakeTimers();
  const fetch = (_url: string, init: RequestInit) => new Promise<Response>((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
  const answer = expect(createRequest({ base: '', fetch }, new AbortController().signal)('GET', '/')).rejects.toThrow('Aborted');
  await vi.advanceTimersByTimeAsync(15_000);
  await answer;
});
