import type { Message } from '../contracts';

/**
 * A conversation's messages, in order and without gaps. Messages may come twice, in any order, from
 * the hub, from history and from our own sends: `seq` alone decides.
 */
export interface Timeline {
  readonly items: readonly Message[];
  /** The seq of the first and the last message that is shown; `last` is 0 for an empty conversation. */
  readonly first: number;
  readonly last: number;
  /** Whether something came that cannot be shown before what is missing. */
  readonly hasGap: boolean;
  /** Begins anew after message `last`: later ones append, earlier ones prepend. */
  reset(last: number): void;
  /** Takes messages; answers those that were not shown before and are now. */
  accept(messages: readonly Message[]): Message[];
  /** Puts changed content in the place of what is shown. */
  update(message: Message): boolean;
}

export function createTimeline(): Timeline {
  let items: Message[] = [];
  let waiting = new Map<number, Message>();
  let first = 1;
  let last = 0;

  function drain(): Message[] {
    const shown: Message[] = [];
    for (let next; (next = waiting.get(last + 1)); last++) {
      waiting.delete(last + 1);
      items.push(next);
      shown.push(next);
    }
    for (let before; (before = waiting.get(first - 1)); first--) {
      waiting.delete(first - 1);
      items.unshift(before);
      shown.unshift(before);
    }
    return shown;
  }

  return {
    get items() {
      return items;
    },
    get first() {
      return first;
    },
    get last() {
      return last;
    },
    get hasGap() {
      return [...waiting.keys()].some((seq) => seq > last);
    },
    reset(seq) {
      items = [];
      waiting = new Map();
      first = seq + 1;
      last = seq;
    },
    accept(messages) {
      for (const message of messages) {
        if (message.seq < first || message.seq > last) waiting.set(message.seq, message);
      }
      return drain();
    },
    update(message) {
      const at = message.seq - first;
      if (items[at]?.id !== message.id) return false;
      items[at] = message;
      return true;
    },
  };
}
