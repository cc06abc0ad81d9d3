import type { Attachment, Message, SendMessage, Session } from '../../src/contracts';
import type { World } from '../../src/chat/world';
import { encode, decode } from '../../src/hub/frames';
import { createStore } from '../../src/storage/store';
import { FakeEvents } from './events';
import { attachment, conversation, message } from './messages';
import { FakeSocket } from './socket';
import { createStorage } from './store';

/** A small server in memory: REST and hub over one conversation, with switches to break it. */
export function createServer() {
  const talk = conversation(0);
  const sockets = new Set<FakeSocket>();
  const streams = new Set<FakeEvents>();
  const server = {
    talk, sockets, streams, isHubUp: true, isStreamUp: false, isRestUp: true, exists: false, requests: [] as string[], uploads: new Map<string, Attachment>(),
    /** Stores a message, once per client id, and tells every socket. */
    store(sent: SendMessage, more: Partial<Message> = {}): Message {
      const known = talk.messages.find((each) => each.clientMessageId === sent.clientMessageId);
      if (known) return known;
      const attachments = (sent.attachmentIds ?? []).flatMap((id) => server.uploads.get(id) ?? []);
      const stored = message(talk.messages.length + 1, { ...sent, attachments, senderType: 'visitor', ...more });
      talk.messages.push(stored);
      for (const socket of sockets) socket.says(encode({ type: 1, target: 'message:received', arguments: [stored] }));
      for (const stream of streams) stream.says({ type: 'chat.message', session_id: 'c1', data: { id: stored.id, seq: stored.seq } });
      return stored;
    },
    dropSockets() {
      for (const socket of [...sockets]) socket.close();
    },
    world(storage: Storage): World {
      return {
        api: '', store: createStore(() => storage, 'demo'), isVisible: () => true, now: () => Date.now(),
        visit: () => ({ channelKey: 'demo' }), fetch: (url, init) => answer(url, init), openSocket, openEvents,
        upload: (url, token, form) => answer(url, { method: 'POST', body: form, headers: { Authorization: token } }),
      };
    },
    storage: createStorage(),
  };

  async function answer(url: string, init: RequestInit): Promise<Response> {
    server.requests.push(`${init.method} ${url}`);
    await Promise.resolve();
    if (!server.isRestUp) throw new TypeError('Failed to fetch');
    const state = { id: 'c1', status: 'open' as const, lastSeq: talk.messages.length, unreadCount: 0, operatorReadSeq: 0 };
    if (url.endsWith('/sessions')) {
      const session: Session = {
        visitorId: 'v', visitorKey: 'key', token: 't', expiresAt: new Date(Date.now() + 3_600_000).toISOString(), epoch: talk.epoch,
        realtimeUrl: 'http://live', ...(server.exists ? { conversation: state } : {}),
        channel: {
          id: 'ch', name: 'Demo', status: 'available', features: { attachments: true, audioCalls: false, videoCalls: false },
          attachments: { maxBytes: 1000, maxCount: 2, types: ['image/png', 'text/plain'] },
        },
      };
      return Response.json(session);
    }
    if (url.endsWith('/conversations')) {
      server.exists = true;
      return Response.json(state, { status: 201 });
    }
    if (init.body instanceof FormData) {
      const made = attachment(init.body.get('file') as File);
      server.uploads.set(made.id, made);
      return Response.json(made, { status: 201 });
    }
    if (init.method === 'POST') return url.endsWith('/read') ? new Response(null, { status: 204 }) : Response.json(server.store(JSON.parse(String(init.body)) as SendMessage));
    if (url.endsWith('/channel-token')) return Response.json({ eventsUrl: 'http://live/channel/sse?session=c1' });
    const query = new URL(url, 'http://x').searchParams;
    return Response.json(query.has('after') ? talk.after(Number(query.get('after'))) : talk.before(Number(query.get('before'))));
  }

  function openSocket(): WebSocket {
    const socket = new FakeSocket();
    socket.addEventListener('close', () => sockets.delete(socket));
    queueMicrotask(() => {
      if (!server.isHubUp) return socket.close();
      sockets.add(socket);
      socket.accept();
    });
    const send = socket.send.bind(socket);
    socket.send = (text) => {
      send(text);
      for (const frame of decode(text)) if (frame.type === 1) queueMicrotask(() => respond(socket, frame));
    };
    return socket.asSocket();
  }

  function openEvents(url: string): EventSource {
    const stream = new FakeEvents(url);
    queueMicrotask(() => {
      if (!server.isStreamUp) return stream.breaks();
      streams.add(stream);
      stream.open();
    });
    return stream.asEvents();
  }

  function respond(socket: FakeSocket, frame: ReturnType<typeof decode>[number]): void {
    const argument = frame.arguments?.[0] as SendMessage & { afterSeq: number };
    const results: Record<string, () => unknown> = {
      'message:send': () => server.store({ clientMessageId: argument.clientMessageId, body: argument.body, ...(argument.attachmentIds ? { attachmentIds: argument.attachmentIds } : {}) }),
      'message:since': () => talk.after(argument.afterSeq),
    };
    socket.says(encode({ type: 3, invocationId: frame.invocationId, result: results[frame.target ?? '']?.() ?? null }));
  }

  return server;
}
