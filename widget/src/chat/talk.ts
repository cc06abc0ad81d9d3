import type { Message } from '../contracts';
import { either, mention } from '../connection/either';
import { type Conversations, createConversations } from '../conversations/conversations';
import { createElsewhere, type Elsewhere } from '../conversations/elsewhere';
import { createHistory, type History } from '../messages/history';
import { createOutbox, type Outbox } from '../messages/outbox';
import { createReading, type Reading } from '../messages/reading';
import { createDelivered, createReceipts, type Receipts } from '../messages/receipts';
import { createShelf } from '../messages/shelf';
import { createTimeline, type Timeline } from '../messages/timeline';
import { pageSize } from '../rest/routes';
import type { Tabs } from '../tabs/tabs';
import { backoff } from '../time/backoff';
import { type Company, createCompany } from './company';
import type { Lines } from './lines';
import { createSending } from './sending';
import type { World } from './world';

export interface TalkPorts {
  readonly world: World;
  readonly lines: () => Lines;
  readonly tabs: Tabs;
  readonly epoch: () => string;
  isWatched(): boolean;
  changed(): void;
  arrived(messages: readonly Message[], isOlder: boolean): void;
}

/** The conversation and all that is kept about it. */
export interface Talk {
  readonly company: Company;
  readonly conversations: Conversations;
  readonly elsewhere: Elsewhere;
  readonly timeline: Timeline;
  readonly history: History;
  readonly outbox: Outbox;
  readonly reading: Reading;
  readonly receipts: Receipts;
  /** Shows a changed message. */
  update(message: Message): void;
}

export function createTalk(ports: TalkPorts, signal: AbortSignal): Talk {
  const { world, lines, tabs } = ports;
  const timeline = createTimeline();
  const receipts = createReceipts();
  const elsewhere = createElsewhere();
  const here = () => conversations.id ?? '';

  const conversations = createConversations({
    create: () => lines().routes.createConversation(),
    store: world.store,
    left,
    entered(conversation) {
      elsewhere.seen(conversation.id);
      receipts.reset(conversation.operatorReadSeq);
      reading.begin(conversation.lastSeq, conversation.unreadCount);
      // Asking over the hub is also how this connection comes to hear a conversation that began after it.
      history.begin(conversation.lastSeq, ports.epoch())
        .then(() => lines().link.hub && history.catchUp())
        .catch(() => undefined);
      tabs.tell({ kind: 'conversation', conversation });
    },
  });

  function left(): void {
    timeline.reset(0);
    receipts.reset(0);
    reading.begin(0, 0);
  }

  const delivered = createDelivered((lastSeq) => {
    mention(lines().link.hub, (hub) => hub.invoke('message:ack', { conversationId: here(), lastSeq }));
  }, signal);

  const history = createHistory({
    timeline,
    after: (afterSeq, revision) => either(
      lines().link.hub,
      (hub) => hub.invoke('message:since', { conversationId: here(), afterSeq, limit: pageSize, revision }),
      () => lines().routes.messagesAfter(here(), afterSeq, revision),
    ),
    before: (seq) => lines().routes.messagesBefore(here(), seq),
    shown(messages, isOlder) {
      receipts.noteAnswers(messages);
      for (const message of messages) outbox.settle(message.clientMessageId);
      ports.arrived(messages, isOlder);
      if (!isOlder) reading.arrived(messages);
      if (messages.some((message) => message.senderType !== 'visitor')) delivered(timeline.last);
    },
    changed: ports.changed,
    restarted: () => receipts.reset(0),
  }, signal);

  const reading = createReading({
    isWatched: ports.isWatched,
    async read(lastSeq) {
      const conversationId = here();
      tabs.tell({ kind: 'read', conversationId, seq: lastSeq });
      await either<unknown>(
        lines().link.hub,
        (hub) => hub.invoke('message:read', { conversationId, lastSeq }),
        () => lines().routes.read(conversationId, lastSeq),
      );
    },
    changed: ports.changed,
  });

  /** The visitor may have gone to another conversation meanwhile. */
  function stored(message: Message): void {
    if (message.conversationId === conversations.id) history.take(message);
  }

  const outbox = createOutbox({
    ...createShelf(world.store, () => tabs.tell({ kind: 'outbox' })),
    send: createSending({ conversations, lines, timeline, stored }),
    changed: ports.changed,
    backoff,
  }, signal);

  const update = (message: Message) => {
    if (timeline.update(message)) ports.changed();
  };

  const company = createCompany(timeline, () => conversations.id);
  return { company, conversations, elsewhere, timeline, history, outbox, reading, receipts, update };
}
