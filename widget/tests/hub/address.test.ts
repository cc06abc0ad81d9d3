import { expect, test } from 'vitest';
import { hubAddress } from '../../src/hub/address';

test('the hub lies below Realtime’s address, by socket', () => {
  expect(hubAddress('https://live.example', 'a.b')).toBe('wss://live.example/hubs/live?access_token=a.b');
  expect(hubAddress('http://127.0.0.1:5090/', 't&t')).toBe('ws://127.0.0.1:5090/hubs/live?access_token=t%26t');
  expect(hubAddress('https://example.com/chat', 't')).toBe('wss://example.com/chat/hubs/live?access_token=t');
});
