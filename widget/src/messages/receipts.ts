import type { Message } from '../contracts';
import { wait } from '../time/wait';

/** Up to where the operators have read: by their notices, and by the fact that they answered. */
export interface Receipts {
  readonly seenSeq: number;
  seen(seq: number): void;
  noteAnswers(messages: readonly Message[]): void;
  reset(seq: number): void;
}

export function createReceipts(): Receipts {
  let seenSeq = 0;
  const seen = (seq: number) => void (seenSeq = Math.max(seenSeq, seq));
  return {
    get seenSeq() {
      return seenSeq;
    },
    seen,
    noteAnswers: (messages) => messages.filter(({ senderType }) => senderType === 'operator').forEach(({ seq }) => seen(seq)),
    reset: (seq) => void (seenSeq = seq),
  };
}

/** Tells the server what was delivered, once for messages that come together. */
export function createDelivered(tell: (seq: number) => void, signal: AbortSignal): (seq: number) => void {
  let highest = 0;
  let told = 0;
  let isWaiting = false;
  return (seq) => {
    highest = Math.max(highest, seq);
    if (isWaiting || highest <= told) return;
    isWaiting = true;
    void wait(200, signal).then(() => {
      isWaiting = false;
      if (!signal.aborted) tell((told = highest));
    });
  };
}
