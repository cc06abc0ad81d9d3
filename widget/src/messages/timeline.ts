import type { Message } from '../contracts';

import { quoteOf } from './quote';

/** Positions from one to another, both included. */
export interface Span { readonly from: number; readonly to: number }

/**
 * A conversation's messages, in order and without gaps but for those that a visitor may not see. Messages may come
 * twice, in any order, from the hub, from history and from our own sends: `seq` alone decides.
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
  /** Takes messages; answers those that were not shown before and are now. What they leave out of `whole` is not for us. */
  accept(messages: readonly Message[], whole?: Span): Message[];
  /** Puts changed content in the place of what is shown, and of what quotes it. */
  update(message: Message): boolean;
}

export function createTimeline(): Timeline {
  let items: Message[] = [];
  let waiting = new Map<number, Message | undefined>();
  let first = 1;
  let last = 0;

  function drain(): Message[] {
    const shown: Message[] = [];
    for (; waiting.has(last + 1); last++) {
      const next = waiting.get(last + 1);
      waiting.delete(last + 1);
      if (!next) continue;
      items.push(next);
      shown.push(next);
    }
    for (; waiting.has(first - 1); first--) {
      const before = waiting.get(first - 1);
      waiting.delete(first - 1);
      if (!before) continue;
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
    accept(messages, whole) {
      for (let seq = whole?.from ?? 1; seq <= (whole?.to ?? 0); seq++) {
        if ((seq < first || seq > last) && !waiting.has(seq)) waiting.set(seq, undefined);
      }
      for (const message of messages) {
        if (message.seq < first || message.seq > last) waiting.set(message.seq, message);
      }
      return drain();
    },
    update(message) {
      if (waiting.get(message.seq)?.id === message.id) waiting.set(message.seq, message);
      const isShown = items.some(({ id }) => id === message.id);
      items = items.map((item) => {
        if (item.id === message.id) return message;
        return item.replyTo?.seq === message.seq ? { ...item, replyTo: quoteOf(message) } : item;
      });
      return isShown;
    },
  };
}
