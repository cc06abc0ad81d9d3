import { expect, test } from 'vitest';
import { HubRefusal, refusalOf } from '../../src/hub/errors';
import { decode, encode, FrameType, handshake } from '../../src/hub/frames';

// Frames as an ASP.NET Core 10 hub sends them.
const recorded = {
  handshake: '{}\u001e',
  ping: '{"type":6}\u001e',
  event: '{"type":1,"target":"message:received","arguments":[{"seq":1,"body":"Привет \\u003Cb\\u003E"}]}\u001e',
  completion: '{"type":3,"invocationId":"1","result":{"id":"0199","seq":4,"createdAt":"2026-11-20T12:00:00Z"}}\u001e',
  empty: '{"type":3,"invocationId":"2","result":null}\u001e',
  refused: '{"type":3,"invocationId":"3","error":"An unexpected error occurred invoking \'message:send\' on the server. HubException: request.too-many"}\u001e',
  close: '{"type":7,"error":"Connection closed with an error.","allowReconnect":true}\u001e',
};

test('the handshake is the first frame', () => {
  expect(handshake).toBe('{"protocol":"json","version":1}\u001e');
});

test('recorded frames are understood', () => {
  expect(decode(recorded.handshake)).toEqual([{}]);
  expect(decode(recorded.ping)).toEqual([{ type: FrameType.ping }]);
  expect(decode(recorded.event)[0]?.arguments).toEqual([{ seq: 1, body: 'Привет <b>' }]);
  expect(decode(recorded.completion)[0]).toMatchObject({ type: FrameType.completion, invocationId: '1', result: { seq: 4 } });
  expect(decode(recorded.empty)[0]?.result).toBeNull();
  expect(decode(recorded.close)[0]).toMatchObject({ type: FrameType.close, allowReconnect: true });
});

test('several frames come in one message', () => {
  expect(decode(recorded.handshake + recorded.event + recorded.ping)).toHaveLength(3);
  expect(decode('')).toEqual([]);
});

test('half a frame is an error, not a message', () => {
  expect(() => decode('{"type":6}')).toThrow(SyntaxError);
  expect(() => decode('{"type":\u001e')).toThrow(SyntaxError);
});

test('what is encoded is decoded the same', () => {
  const frame = { type: 1, target: 'typing', arguments: [{ text: 'line\nline \u001f "quoted"' }] };
  expect(decode(encode(frame))).toEqual([frame]);
});

test('the code of a refusal is what follows the marker', () => {
  expect(refusalOf(decode(recorded.refused)[0]?.error ?? '')).toEqual(new HubRefusal('request.too-many'));
  expect(refusalOf('An unexpected error occurred invoking \'typing\' on the server.').code).toBe('hub.failed');
});
