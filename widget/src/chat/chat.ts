import type { Availability, Channel, Message, Session } from '../contracts';
import type { Health } from '../connection/health';
import { mention } from '../connection/either';
import { newId } from '../identifiers';
import { layOut, type Row } from '../messages/rows';
import { keys } from '../storage/keys';
import { joinTabs, type TabNews } from '../tabs/tabs';
import { createAnnouncing } from '../typing/announcing';
import { createHearing } from '../typing/hearing';
import { createEvents } from './events';
import { createLines, type World } from './lines';
import { createTalk } from './talk';

export interface ChatPorts {
  readonly world: World;
  readonly channelKey: string;
  /** Whether the newest messages are before the visitor's eyes. */
  isWatched(): boolean;
  /** Something that is shown has changed. */
  changed(): void;
  arrived(messages: readonly Message[], isOlder: boolean): void;
}

/** A visitor's chat without its looks: what to show, and what can be done. */
export interface Chat {
  readonly channel: Channel | undefined;
  readonly availability: Availability | undefined;
  readonly health: Health;
  /** Why this page may not chat, as a code. */
  readonly refusal: string | undefined;
  readonly unread: number;
  readonly writer: string | undefined;
  readonly hasOlder: boolean;
  /** Whether the visitor has not said a word yet. */
  readonly isNew: boolean;
  rows(): Row[];
  send(body: string): void;
  retry(clientMessageId: string): void;
  wrote(text: string): void;
  older(): Promise<void>;
  /** The visitor may be looking, the network may be back: see what there is to do. */
  wake(): void;
  look(): void;
}

export function createChat(ports: ChatPorts, signal: AbortSignal): Chat {
  const { world } = ports;
  let session: Session | undefined;
  let availability: Availability | undefined;

  const hearing = createHearing(ports.changed, signal);
  const tabs = joinTabs(ports.channelKey, (news: TabNews) => {
    if (news.kind === 'conversation' && !talk.conversations.id) talk.conversations.adopt(news.conversation);
    if (news.kind === 'read') talk.reading.readElsewhere(news.seq);
    if (news.kind === 'outbox') talk.outbox.reload();
  }, signal);
  const talk = createTalk({ ...ports, lines: () => lines, tabs, epoch: () => session?.epoch ?? '' }, signal);

  function opened(next: Session): void {
    session = next;
    availability = next.channel.status;
    world.store.set(keys.accent, next.channel.accent ?? null);
    const { conversations, history } = talk;
    const now = next.conversation;
    if (now && now.id === conversations.id && !history.agrees(next.epoch, now.lastSeq)) conversations.forget();
    if (now) conversations.adopt(now);
    else conversations.forget();
    ports.changed();
  }

  /** Fetches what was missed; a first page that did not come is asked for again. */
  async function refresh(): Promise<void> {
    await lines.sessions.get();
    if (!talk.conversations.id) return;
    await talk.history.catchUp();
    if (!talk.timeline.items.length) await talk.history.older();
  }

  const lines = createLines({
    world,
    event: createEvents({
      talk,
      hearing,
      status: (status) => {
        availability = status;
        ports.changed();
      },
      moving: () => lines.link.move(),
      changed: ports.changed,
    }),
    opened,
    up() {
      refresh().catch(() => undefined);
      talk.outbox.retry();
      talk.reading.look();
    },
    poll: refresh,
    changed: ports.changed,
  }, signal);

  const announcing = createAnnouncing((isTyping) => {
    const conversationId = talk.conversations.id;
    if (conversationId) mention(lines.link.hub, (hub) => hub.invoke('typing', { conversationId, isTyping }));
  }, world.now, signal);

  talk.outbox.retry();
  return {
    get channel() {
      return session?.channel;
    },
    get availability() {
      return availability;
    },
    get health() {
      return lines.health;
    },
    get refusal() {
      return lines.sessions.refusal;
    },
    get unread() {
      return talk.reading.unread;
    },
    get writer() {
      return hearing.writer;
    },
    get hasOlder() {
      return talk.history.hasOlder;
    },
    get isNew() {
      return !talk.outbox.items.length && !talk.conversations.id && !world.store.get(keys.conversation);
    },
    rows: () => layOut(talk.timeline.items, talk.outbox.items, talk.receipts.seenSeq),
    send(body) {
      announcing.stop();
      talk.outbox.add({ clientMessageId: newId(), body, createdAt: new Date(world.now()).toISOString(), delivery: 'sending' });
    },
    retry: (id) => talk.outbox.retry(id),
    wrote: announcing.wrote,
    older: () => talk.history.older().catch(() => undefined),
    wake() {
      lines.wake();
      talk.outbox.retry();
      talk.reading.look();
    },
    look: talk.reading.look,
  };
}
