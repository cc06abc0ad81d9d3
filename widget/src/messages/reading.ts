import type { Message } from '../contracts';

export interface ReadingPorts {
  /** Whether the visitor has the newest messages before their eyes now. */
  isWatched(): boolean;
  /** Tells the server; may throw, then it is told again at the next look. */
  read(seq: number): Promise<void>;
  changed(): void;
}

/** What the visitor has not read yet. */
export interface Reading {
  readonly unread: number;
  /** Begins with what the server counted up to `lastSeq`. */
  begin(lastSeq: number, unread: number): void;
  arrived(messages: readonly Message[]): void;
  /** Another tab, or another device, has read so far. */
  readElsewhere(seq: number): void;
  /** The visitor may be looking now: marks all as read if so. */
  look(): void;
}

export function createReading(ports: ReadingPorts): Reading {
  let startSeq = 0;
  let counted = 0;
  let readSeq = 0;
  let toldSeq = 0;
  let lastSeq = 0;
  let fresh: number[] = [];

  const readUpTo = (seq: number) => {
    readSeq = Math.max(readSeq, seq);
    if (readSeq >= startSeq) counted = 0;
    fresh = fresh.filter((each) => each > readSeq);
  };
  const look = () => {
    if (!ports.isWatched()) return;
    if (counted + fresh.length > 0) {
      readUpTo(lastSeq);
      ports.changed();
    }
    if (readSeq <= toldSeq) return;
    const telling = toldSeq;
    toldSeq = readSeq;
    ports.read(readSeq).catch(() => void (toldSeq = telling));
  };

  return {
    get unread() {
      return counted + fresh.length;
    },
    begin(seq, unread) {
      startSeq = lastSeq = seq;
      counted = unread;
      readSeq = toldSeq = 0;
      fresh = [];
      ports.changed();
      look();
    },
    arrived(messages) {
      lastSeq = Math.max(lastSeq, ...messages.map((message) => message.seq));
      const foreign = messages.filter((message) => message.senderType === 'operator' || message.senderType === 'bot');
      fresh.push(...foreign.map((message) => message.seq).filter((seq) => seq > readSeq));
      if (foreign.length) ports.changed();
      look();
    },
    readElsewhere(seq) {
      readUpTo(seq);
      ports.changed();
    },
    look,
  };
}
