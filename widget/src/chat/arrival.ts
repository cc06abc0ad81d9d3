import type { Availability, Session } from '../contracts';
import { keys } from '../storage/keys';
import type { Store } from '../storage/store';
import type { Talk } from './talk';

export interface ArrivalPorts {
  readonly talk: () => Talk;
  readonly store: Store;
  changed(): void;
}

/** What the last session said: who we talk to, and in which conversation. */
export interface Arrival {
  readonly session: Session | undefined;
  readonly availability: Availability | undefined;
  opened(session: Session): void;
  setAvailability(status: Availability): void;
}

export function createArrival({ talk, store, changed }: ArrivalPorts): Arrival {
  let session: Session | undefined;
  let availability: Availability | undefined;

  return {
    get session() {
      return session;
    },
    get availability() {
      return availability;
    },
    opened(next) {
      session = next;
      availability = next.channel.status;
      store.set(keys.accent, next.channel.accent ?? null);
      const { conversations, history } = talk();
      const current = next.conversation;
      if (conversations.isChosen && current?.id !== conversations.id && (!conversations.id || history.agrees(next.epoch, Infinity))) return changed();
      // The same conversation with another past was restored from a backup: it is entered anew.
      const isOther = current?.id === conversations.id && current && !history.agrees(next.epoch, current.lastSeq);
      if (!current || isOther) conversations.forget();
      if (current) conversations.adopt(current);
      changed();
    },
    setAvailability(status) {
      availability = status;
      changed();
    },
  };
}
