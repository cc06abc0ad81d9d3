import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HubGone, HubRefusal } from '../../src/hub/errors';
import { decode } from '../../src/hub/frames';
import { connectHub } from '../../src/hub/hub';
import { FakeSocket } from '../support/socket';

let socket: FakeSocket;
let life: AbortController;
const event = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  socket = new FakeSocket();
  life = new AbortController();
  event.mockReset();
});
afterEach(() => vi.useRealTimers());

const connect = () => connectHub({ open: () => socket.asSocket(), event, now: () => Date.now() }, life.signal);
const connected = async () => {
  const hub = connect();
  socket.accept();
  return hub;
};
const lastFrame = () => decode(socket.sent.at(-1) ?? '')[0];

test('it is ready after the handshake, not before', async () => {
  const ready = vi.fn();
  const hub = connect().then(ready);
  socket.dispatchEvent(new Event('open'));
  await Promise.resolve();
  expect(ready).not.toHaveBeenCalled();
  socket.says('{}\u001e{"type":6}\u001e');
  await hub;
  expect(ready).toHaveBeenCalled();
});

test('a refused handshake is no connection', async () => {
  const hub = connect();
  socket.says('{"error":"The protocol \'json\' is not supported."}\u001e');
  await expect(hub).rejects.toThrow('not supported');
  expect(socket.isClosed).toBe(true);
});

test('calls get their own answers, in whatever order', async () => {
  const hub = await connected();
  const first = hub.invoke('message:read', { conversationId: 'c', lastSeq: 1 });
  const second = hub.invoke('message:send', { conversationId: 'c', clientMessageId: 'm', body: 'hi' });
  expect(lastFrame()).toMatchObject({ type: 1, target: 'message:send', invocationId: '2', arguments: [{ body: 'hi' }] });
  socket.says('{"type":3,"invocationId":"2","result":{"id":"x","seq":7,"createdAt":"z"}}\u001e{"type":3,"invocationId":"1"}\u001e');
  await expect(second).resolves.toMatchObject({ seq: 7 });
  await expect(first).resolves.toBeUndefined();
});

test('a refusal carries the code', async () => {
  const hub = await connected();
  const call = hub.invoke('typing', { conversationId: 'c', isTyping: true });
  socket.says('{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking \'typing\' on the server. HubException: conversation.not-found"}\u001e');
  await expect(call).rejects.toEqual(new HubRefusal('conversation.not-found'));
});

test('a refusal carries the time to wait', async () => {
  const hub = await connected();
  const call = hub.invoke('message:send', { conversationId: 'c', clientMessageId: 'm', body: 'hi' });
  socket.says('{"type":3,"invocationId":"1","error":"An unexpected error occurred invoking \'message:send\' on the server. HubException: request.too-many;retryAfter=3"}\u001e');
  await expect(call).rejects.toMatchObject({ code: 'request.too-many', retryAfter: 3 });
});

test('calls in flight end with the connection', async () => {
  const hub = await connected();
  const call = hub.invoke('typing', { conversationId: 'c', isTyping: true });
  socket.close();
  await expect(call).rejects.toBeInstanceOf(HubGone);
  await expect(hub.ended).resolves.toMatchObject({ mayReturn: true });
  await expect(hub.invoke('typing', { conversationId: 'c', isTyping: true })).rejects.toBeInstanceOf(HubGone);
});

test('a call without an answer ends by itself', async () => {
  const hub = await connected();
  const call = expect(hub.invoke('typing', { conversationId: 'c', isTyping: true })).rejects.toBeInstanceOf(HubGone);
  await vi.advanceTimersByTimeAsync(10_000);
  await call;
});

test('events are handed on with their argument', async () => {
  await connected();
  socket.says('{"type":1,"target":"typing","arguments":[{"isTyping":true}]}\u001e');
  expect(event).toHaveBeenCalledWith('typing', { isTyping: true });
});

test('the server may ask not to come back', async () => {
  const hub = await connected();
  socket.says('{"type":7,"error":"over","allowReconnect":false}\u001e');
  await expect(hub.ended).resolves.toEqual({ mayReturn: false, error: 'over' });
});

test('it pings each 15 s, and gives a silent server up after 30', async () => {
  const hub = await connected();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(lastFrame()).toEqual({ type: 6 });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(socket.isClosed).toBe(true);
  await expect(hub.ended).resolves.toMatchObject({ mayReturn: true });
});

test('a frame from the server is a moment to ping, for hidden tabs have slow timers', async () => {
  await connected();
  vi.setSystemTime(Date.now() + 16_000);
  socket.says('{"type":6}\u001e');
  expect(lastFrame()).toEqual({ type: 6 });
});

test('what is not understood ends the connection', async () => {
  const hub = await connected();
  socket.says('<html>');
  await expect(hub.ended).resolves.toMatchObject({ error: expect.stringContaining('Not understood') });
});

test('everything ends with the signal', async () => {
  const hub = await connected();
  life.abort();
  await hub.ended;
  expect(socket.isClosed).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
