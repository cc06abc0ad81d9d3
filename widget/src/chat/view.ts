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
  readonly unread: number;
  /** Who is writing to the visitor; empty when the name is unknown. */
  readonly writer: string | undefined;
  readonly hasOlder: boolean;
  /** Whether the visitor has not said a word yet. */
  readonly isNew: boolean;
  rows(): Row[];
}

export interface ViewPorts {
  readonly arrival: Arrival;
  readonly lines: Lines;
  readonly talk: Talk;
  readonly hearing: Hearing;
  readonly store: Store;
}

export function createView({ arrival, lines, talk, hearing, store }: ViewPorts): ChatView {
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
      const isEmpty = talk.conversations.id ? !talk.timeline.last && !talk.timeline.hasGap : !store.get(keys.conversation);
      return isEmpty && !talk.outbox.items.length;
    },
    rows: () => layOut(talk.timeline.items, talk.outbox.items, talk.receipts.seenSeq),
  };
}
