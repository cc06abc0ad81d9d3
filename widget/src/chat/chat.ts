import { createFileLines, type FileLines } from '../attachments/lines';
import type { Attachment, Conversation, ConversationPage, Message } from '../contracts';
import { mention } from '../connection/either';
import { newId } from '../identifiers';
import { joinTabs, type TabNews } from '../tabs/tabs';
import { createAnnouncing } from '../typing/announcing';
import { createHearing } from '../typing/hearing';
import { createArrival } from './arrival';
import { createEvents } from './events';
import { createLines } from './lines';
import { createTalk } from './talk';
import { type ChatView, createView } from './view';
import type { World } from './world';

export interface ChatPorts {
  readonly world: World;
  readonly channelKey: string;
  /** Whether the newest messages are before the visitor's eyes. */
  isWatched(): boolean;
  /** Something that is shown has changed. */
  changed(): void;
  arrived(messages: readonly Message[], isOlder: boolean): void;
  /** What another tab of the site says; what concerns the conversation is done already. */
  heard?(news: TabNews): void;
}

/** A visitor's chat without its looks: what to show, and what can be done. */
export interface Chat extends ChatView {
  /** What files of this chat need. */
  readonly files: FileLines;
  send(body: string, attachments?: readonly Attachment[], replyToSeq?: number): void;
  /** Puts another text in the place of an own message; rejects when it may not be changed, or nobody answers. */
  edit(messageId: string, body: string): Promise<void>;
  /** Deletes an own message, likewise. */
  remove(messageId: string): Promise<void>;
  retry(clientMessageId: string): void;
  /** The field's text changed: the others may see that something is being written. */
  wrote(text: string): void;
  older(): Promise<void>;
  /** The visitor's conversations, the newest first. */
  past(cursor?: string): Promise<ConversationPage>;
  /** Goes to one of them. */
  enter(conversation: Conversation): void;
  /** Leaves this one for a new one, which the next words make. */
  begin(): void;
  /** Tells the site's other tabs. */
  tell(news: TabNews): void;
  /** The network may be back, the page is shown again: sees what there is to do. */
  wake(): void;
  /** The visitor may be looking: what they see is read. */
  look(): void;
  /** The visitor has gone to another page of the site; it may be lost, the next one is told again. */
  moved(): void;
}

export function createChat(ports: ChatPorts, signal: AbortSignal): Chat {
  const { world, changed } = ports;
  const hearing = createHearing(changed, signal);
  const tabs = joinTabs(ports.channelKey, (news: TabNews) => {
    const { conversations } = talk;
    if (news.kind === 'conversation' && !conversations.id && !conversations.isChosen) conversations.adopt(news.conversation);
    if (news.kind === 'read' && news.conversationId === conversations.id) talk.reading.readElsewhere(news.seq);
    if (news.kind === 'outbox') talk.outbox.reload();
    ports.heard?.(news);
  }, signal);
  const arrival = createArrival({ talk: () => talk, store: world.store, changed });
  const talk = createTalk({ ...ports, lines: () => lines, tabs, epoch: () => arrival.session?.epoch ?? '' }, signal);

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
      talk, hearing, isWatched: ports.isWatched, status: arrival.setAvailability, moving: () => lines.link.move(), closing: (code) => lines.closing(code),
      pong: () => mention(lines.link.hub, (hub) => hub.invoke('pong', {})), changed,
    }),
    opened: arrival.opened,
    conversation: () => talk.conversations.id,
    heard: (lastSeq) => talk.history.expect(lastSeq),
    up() {
      refresh().catch(() => undefined);
      talk.outbox.retry();
      talk.reading.look();
    },
    poll: refresh,
    changed,
  }, signal);

  const announcing = createAnnouncing((isTyping, draft) => {
    const conversationId = talk.conversations.id;
    if (conversationId) mention(lines.link.hub, (hub) => hub.invoke('typing', { conversationId, isTyping, ...(draft ? { draft } : {}) }));
  }, world.now, signal, () => arrival.session?.channel.features.draftPreview === true);

  const here = () => (talk.conversations.id ? { conversationId: talk.conversations.id } : {});
  /** Elsewhere nobody of here is writing; what has no place yet would be sent there, so it goes first. */
  const go = (act: () => void) => {
    if (talk.outbox.items.some((item) => !item.conversationId)) return;
    announcing.stop();
    hearing.stop();
    act();
    changed();
  };

  talk.outbox.retry();
  return Object.assign(createView({ arrival, lines, talk, hearing, store: world.store, now: world.now }), {
    files: createFileLines({ world, lines, conversations: talk.conversations }),
    send(body: string, attachments: readonly Attachment[] = [], replyToSeq?: number) {
      announcing.stop();
      talk.outbox.add({
        clientMessageId: newId(), body, createdAt: new Date(world.now()).toISOString(), delivery: 'sending', ...here(),
        ...(replyToSeq ? { replyToSeq } : {}),
        ...(attachments.length ? { attachmentIds: attachments.map(({ id }) => id), attachments } : {}),
      });
    },
    edit: (id: string, body: string) => lines.routes.edit(talk.conversations.id ?? '', id, body).then(talk.update),
    remove: (id: string) => lines.routes.remove(talk.conversations.id ?? '', id).then(talk.update),
    retry: (id: string) => talk.outbox.retry(id),
    wrote: announcing.wrote,
    older: () => talk.history.older().catch(() => undefined),
    tell: tabs.tell,
    past: (cursor?: string) => lines.routes.conversations(cursor),
    enter: (conversation: Conversation) => go(() => talk.conversations.enter(conversation)),
    begin: () => go(talk.conversations.begin),
    wake() {
      lines.wake();
      talk.outbox.retry();
      talk.reading.look();
    },
    look: talk.reading.look,
    moved: () => void lines.routes.page(world.visit().page).catch(() => undefined),
  });
}
