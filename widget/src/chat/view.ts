import type { Availability, Channel } from '../contracts';
import type { Health } from '../connection/health';
import { layOut, type Row } from '../messages/rows';
import { keys } from '../storage/keys';
import type { Store } from '../storage/store';
import type { Hearing } from '../typing/hearing';
import type { Arrival } from './arrival';
import type { Lines } from './lines';
import type { Talk } from './talk';

/** What there is to show of a chat, as it is now. */
export interface ChatView {
  readonly channel: Channel | undefined;
  readonly availability: Availability | undefined;
  readonly health: Health;
  /** Why this page may not chat, as a code. */
  readonly refusal: string | undefined;
  /** Whom the visitor talks with, by name. */
  readonly operator: string | undefined;
  readonly unread: number;
  /** Who is writing to the visitor; empty when the name is unknown. */
  readonly writer: string | undefined;
  readonly hasOlder: boolean;
  /** Whether the visitor has not said a word yet. */
  readonly isNew: boolean;
  /** Whether the conversation is over, until the visitor's next words. */
  readonly isResolved: boolean;
  /** Messages in the visitor's other conversations since they are in this one. */
  readonly newsElsewhere: number;
  isNewsIn(conversationId: string): boolean;
  rows(): Row[];
}

export interface ViewPorts {
  readonly arrival: Arrival;
  readonly lines: Lines;
  readonly talk: Talk;
  readonly hearing: Hearing;
  readonly store: Store;
  now(): number;
}

export function createView({ arrival, lines, talk, hearing, store, now }: ViewPorts): ChatView {
  /** What waits to be sent to where the visitor is; all of it until a session says where that is. */
  const unsent = () => {
    const { id: here, isChosen, isGone } = talk.conversations;
    return talk.outbox.items.filter(({ conversationId: id }) => !id || id === here || isGone(id) || (!here && !isChosen));
  };
  return {
    get channel() {
      return arrival.session?.channel;
    },
    get availability() {
      return arrival.availability;
    },
    get health() {
      return lines.health;
    },
    get refusal() {
      return lines.sessions.refusal;
    },
    get operator() {
      return talk.company.operator;
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
      // A file is uploaded into a conversation that may have no word yet.
      const { id, isChosen } = talk.conversations;
      const isEmpty = id ? !talk.timeline.last && !talk.timeline.hasGap : isChosen || !store.get(keys.conversation);
      return isEmpty && !unsent().length;
    },
    get isResolved() {
      return talk.conversations.status === 'resolved';
    },
    get newsElsewhere() {
      return talk.elsewhere.count;
    },
    isNewsIn: talk.elsewhere.has,
    rows: () => layOut(talk.timeline.items, unsent(), talk.receipts.seenSeq, now()),
  };
}
