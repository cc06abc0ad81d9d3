import type { Attachment, SendMessage } from '../contracts';
import { Refused } from '../rest/refused';
import { createPause, wait } from '../time/wait';
import type { Unsent } from './unsent';

export interface OutboxPorts {
  /** Unsent messages of all tabs, oldest first. */
  load(): Unsent[];
  save(message: Unsent): void;
  drop(clientMessageId: string): void;
  /** Resolves when the message is stored. */
  send(message: SendMessage, conversationId?: string, attachments?: readonly Attachment[]): Promise<void>;
  changed(): void;
  backoff(attempt: number): number;
}

/** Sends what the visitor writes: shown at once, stored once, in order, retried until answered. */
export interface Outbox {
  readonly items: readonly Unsent[];
  add(message: Unsent): void;
  /** The chat begins, the line is back, or the visitor pressed Retry: tries at once. */
  retry(clientMessageId?: string): void;
  /** The message was seen in the conversation: it is sent, whoever sent it. */
  settle(clientMessageId: string): void;
  /** Another tab changed the kept messages. */
  reload(): void;
}

/** After so many attempts a message is shown as not sent; trying goes on. */
const patience = 3;
/** How long a message of another tab is left to that tab, in ms. */
const takeOverAfter = 5_000;

export function createOutbox(ports: OutboxPorts, signal: AbortSignal): Outbox {
  let items = ports.load();
  let isDraining = false;
  const pause = createPause(signal);

  const set = (id: string, change: Partial<Unsent>) => {
    items = items.map((item) => (item.clientMessageId === id ? { ...item, ...change } : item));
    const item = items.find((each) => each.clientMessageId === id);
    if (item) ports.save(item);
    ports.changed();
  };
  const settle = (id: string) => {
    ports.drop(id);
    if (!items.some((item) => item.clientMessageId === id)) return;
    items = items.filter((item) => item.clientMessageId !== id);
    ports.changed();
  };

  /** Those behind a message that waits for the line wait with it: order is kept. */
  const despair = () => {
    items = items.map((item) => (item.delivery === 'sending' ? { ...item, delivery: 'failed' } : item));
    ports.changed();
  };

  async function drain(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    for (let attempt = 1, next; !signal.aborted && (next = items.find((item) => item.delivery !== 'refused'));) {
      const { clientMessageId, body, attachmentIds, attachments, replyToSeq } = next;
      try {
        const message = { clientMessageId, body, ...(replyToSeq ? { replyToSeq } : {}), ...(attachmentIds ? { attachmentIds } : {}) };
        await ports.send(message, next.conversationId, attachments);
        settle(clientMessageId);
        attempt = 1;
      } catch (error) {
        if (signal.aborted) break;
        if (error instanceof Refused && !error.mayPass) {
          set(clientMessageId, { delivery: 'refused', code: error.code });
          continue;
        }
        if (attempt >= patience) despair();
        const asked = error instanceof Refused ? (error.retryAfter ?? 0) * 1000 : 0;
        await pause.wait(Math.max(asked, ports.backoff(attempt++)));
      }
    }
    isDraining = false;
  }

  return {
    get items() {
      return items;
    },
    add(message) {
      items = [...items, message];
      ports.save(message);
      ports.changed();
      void drain();
    },
    retry(id) {
      if (id) set(id, { delivery: 'sending' });
      pause.wake();
      void drain();
    },
    settle,
    reload() {
      items = ports.load();
      ports.changed();
      // The tab that wrote it sends it; if that one is gone by then, this one does.
      void wait(takeOverAfter, signal).then(drain);
    },
  };
}
