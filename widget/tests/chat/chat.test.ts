import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChat } from '../../src/chat/chat';
import type { BubbleRow } from '../../src/messages/rows';
import { decode, encode } from '../../src/hub/frames';
import { conversation, message } from '../support/messages';
import { createServer } from '../support/server';

let life: AbortController;
let server: ReturnType<typeof createServer>;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  server = createServer();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function visit(signal = life.signal) {
  const chat = createChat({
    world: server.world(server.storage), channelKey: `test-${Math.random()}`, isWatched: () => true, changed: () => undefined, arrived: () => undefined,
  }, signal);
  const bubbles = () => chat.rows().filter((row): row is BubbleRow => row.kind === 'bubble').map(({ body, state }) => (state ? `${body} (${state})` : body));
  return { chat, bubbles };
}
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const stored = () => server.talk.messages.map(({ body }) => body);

test('the first word makes the conversation, and is sent over the hub', async () => {
  const { chat, bubbles } = visit();
  await pass();
  expect([chat.isNew, chat.availability, server.sockets.size]).toEqual([true, 'available', 1]);
  chat.send('hello');
  expect(bubbles()).toEqual(['hello (sending)']);
  await pass();
  expect(bubbles()).toEqual(['hello (sent)']);
  expect(server.requests.filter((each) => each.endsWith('/conversations'))).toHaveLength(1);
  expect(server.requests.filter((each) => each.endsWith('/messages'))).toHaveLength(0);
});

test('a file makes the conversation, which is new until the first word, and goes with it', async () => {
  const { chat } = visit();
  await pass();
  const file = await chat.files.upload(new File(['x'], 'a.txt'), () => undefined, life.signal);
  await pass();
  expect([chat.isNew, server.requests.filter((each) => each.endsWith('/conversations')).length]).toEqual([true, 1]);
  chat.send('', [file]);
  await pass();
  const [row] = chat.rows().filter((each): each is BubbleRow => each.kind === 'bubble');
  expect([row?.body, row?.state, row?.attachments, chat.isNew]).toEqual(['', 'sent', [file], false]);
  expect(server.talk.messages[0]).toMatchObject({ attachmentIds: [file.id] });
});

test('without the hub words go by REST, and answers are fetched', async () => {
  server.isHubUp = false;
  const { chat, bubbles } = visit();
  await pass();
  chat.send('hello');
  await pass(2000);
  expect(chat.health).toBe('slow');
  expect(bubbles()).toEqual(['hello (sent)']);
  server.store({ clientMessageId: 'o1', body: 'yes?' }, { senderType: 'operator' });
  await pass(4000);
  expect(bubbles()).toEqual(['hello (seen)', 'yes?']);
});

test('where WebSockets do not pass, answers come by the event stream until the hub is back', async () => {
  server.isHubUp = false;
  server.isStreamUp = true;
  const { chat, bubbles } = visit();
  await pass();
  chat.send('hello');
  await vi.dynamicImportSettled();
  await pass(5000);
  expect(chat.health).toBe('live');
  const asked = server.requests.length;
  server.store({ clientMessageId: 'o1', body: 'yes?' }, { senderType: 'operator' });
  await pass(100);
  expect(bubbles()).toEqual(['hello (seen)', 'yes?']);
  expect(server.requests.slice(asked)).toHaveLength(2);

  server.isHubUp = true;
  await pass(40_000);
  expect([...server.streams].map((stream) => stream.isClosed)).toEqual([true]);
  expect([server.sockets.size, chat.health]).toEqual([1, 'live']);
});

test('what was written while nothing could be reached is stored once, in order, after a reload', async () => {
  const first = visit();
  await pass();
  first.chat.send('one');
  await pass();
  server.isHubUp = server.isRestUp = false;
  server.dropSockets();
  first.chat.send('two');
  first.chat.send('three');
  await pass(10_000);
  expect(first.chat.health).toBe('offline');
  expect(first.bubbles()).toEqual(['one (sent)', 'two (failed)', 'three (failed)']);
  life.abort();

  life = new AbortController();
  const second = visit();
  await pass(1000);
  expect(second.bubbles()).toEqual(['two (sending)', 'three (sending)']);
  server.isHubUp = server.isRestUp = true;
  await pass(60_000);
  expect(second.bubbles()).toEqual(['one (sent)', 'two (sent)', 'three (sent)']);
  expect(stored()).toEqual(['one', 'two', 'three']);
  expect(Object.keys(server.storage).filter((key) => key.includes('outbox'))).toEqual([]);
});

test('an answer that was lost on the way does not store a message twice', async () => {
  const { chat, bubbles } = visit();
  await pass();
  chat.send('hello');
  await pass();
  const store = server.store.bind(server);
  server.store = (sent, more) => {
    const kept = store(sent, more);
    server.dropSockets();
    return kept;
  };
  chat.send('lost answer');
  await pass(5000);
  expect(stored()).toEqual(['hello', 'lost answer']);
  expect(bubbles()).toEqual(['hello (sent)', 'lost answer (sent)']);
});

test('what was missed while away is there after the return', async () => {
  const { chat, bubbles } = visit();
  await pass();
  chat.send('hello');
  await pass();
  server.isHubUp = false;
  server.dropSockets();
  for (let index = 1; index <= 120; index++) server.store({ clientMessageId: `o${index}`, body: `answer ${index}` }, { senderType: 'operator' });
  server.isHubUp = true;
  await pass(5000);
  expect(bubbles()).toHaveLength(121);
  expect(chat.health).toBe('live');
});

test('two tabs show one conversation', async () => {
  const [one, other] = [visit(), visit()];
  await pass();
  one.chat.send('from one');
  await pass();
  other.chat.send('from the other');
  await pass();
  expect(one.bubbles()).toEqual(['from one (sent)', 'from the other (sent)']);
  expect(other.bubbles()).toEqual(one.bubbles());
});

test('a restored system is shown as it is now', async () => {
  const { chat, bubbles } = visit();
  await pass();
  chat.send('before');
  await pass();
  chat.send('lost in the restore');
  await pass();
  server.talk.messages.pop();
  server.talk.epoch = 'e2';
  server.dropSockets();
  await pass(5000);
  expect(bubbles()).toEqual(['before (sent)']);
});

test.each([['auth.expired', 2], ['connection.too-slow', 1]])('told %s it comes back at once, and nothing is lost', async (code, sessions) => {
  const { chat, bubbles } = visit();
  await pass();
  chat.send('before');
  await pass();
  for (const socket of server.sockets) {
    socket.says(encode({ type: 1, target: 'connection:closing', arguments: [{ code }] }));
    socket.says(encode({ type: 7 }));
  }
  chat.send('meanwhile');
  await pass(1000);
  expect(server.sockets.size).toBe(1);
  expect(bubbles()).toEqual(['before (sent)', 'meanwhile (sent)']);
  expect(chat.health).toBe('live');
  expect(server.requests.filter((each) => each.endsWith('/sessions'))).toHaveLength(sessions);
});

test('it answers the server, which measures the line', async () => {
  visit();
  await pass();
  for (const socket of server.sockets) {
    socket.says(encode({ type: 1, target: 'ping', arguments: [{}] }));
    expect(socket.sent.flatMap(decode)).toContainEqual(expect.objectContaining({ target: 'pong', arguments: [{}] }));
  }
  expect(server.sockets.size).toBe(1);
});

test('nothing goes on after the end', async () => {
  visit();
  await pass();
  life.abort();
  await pass();
  expect(server.sockets.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('whom one talks with is who has the conversation, otherwise who spoke last', async () => {
  const { chat } = visit();
  await pass();
  chat.send('hello');
  await pass();
  expect(chat.operator).toBeUndefined();
  server.store({ clientMessageId: 'o1', body: 'yes?' }, { senderType: 'operator', senderName: 'Anna' });
  expect(chat.operator).toBe('Anna');
  const told = (assigneeName?: string) => [...server.sockets].forEach((socket) => socket.says(encode({
    type: 1, target: 'conversation:updated', arguments: [{ id: 'c1', status: 'open', lastSeq: 2, assigneeName }],
  })));
  told('Boris');
  expect(chat.operator).toBe('Boris');
  told();
  expect(chat.operator).toBe('Anna');
});

test('an earlier conversation is read, gone on with, and left for a new one', async () => {
  server.others.set('c0', conversation(3));
  server.exists = true;
  const { chat, bubbles } = visit();
  await pass();
  chat.send('here');
  await pass();
  const [row] = (await chat.past()).items;
  chat.enter(row!.conversation);
  await pass();
  expect([bubbles(), chat.isResolved, chat.isNew]).toEqual([['text 1', 'text 2', 'text 3'], true, false]);
  chat.send('again');
  expect(bubbles().at(-1)).toBe('again (sending)');
  await pass();
  expect(server.sentTo).toEqual(['c1', 'c0']);

  chat.begin();
  expect([bubbles(), chat.isNew]).toEqual([[], true]);
  chat.send('something else');
  await pass();
  expect(server.requests.filter((each) => each.startsWith('POST') && each.endsWith('/conversations'))).toHaveLength(1);
});

test('what was written offline goes to where it was written', async () => {
  server.others.set('c0', conversation(1));
  server.exists = true;
  const { chat } = visit();
  await pass();
  const [row] = (await chat.past()).items;
  server.isHubUp = server.isRestUp = false;
  server.dropSockets();
  chat.send('for c1');
  await pass();
  chat.enter(row!.conversation);
  server.isHubUp = server.isRestUp = true;
  await pass(60_000);
  const byRest = server.requests.flatMap((each) => /^POST .*conversations\/([^/]+)\/messages$/.exec(each)?.[1] ?? []);
  expect(new Set([...server.sentTo, ...byRest])).toEqual(new Set(['c1']));
});

test('news in another conversation is told while one looks, and brings it up while nobody does', async () => {
  server.exists = true;
  let isWatched = true;
  const chat = createChat({
    world: server.world(server.storage), channelKey: `test-${Math.random()}`, isWatched: () => isWatched, changed: () => undefined, arrived: () => undefined,
  }, life.signal);
  await pass();
  server.others.set('c7', conversation(1));
  const told = (seq: number) => [...server.sockets].forEach((socket) => socket.says(encode({
    type: 1, target: 'message:received', arguments: [message(seq, { conversationId: 'c7' })],
  })));
  told(1);
  expect([chat.newsElsewhere, chat.isNewsIn('c7'), chat.rows()]).toEqual([1, true, []]);
  isWatched = false;
  server.others.set('c7', conversation(2));
  told(2);
  await pass(100);
  expect([chat.newsElsewhere, chat.rows().filter((each) => each.kind === 'bubble').length]).toEqual([0, 2]);
});
