/** Says that the visitor is writing: at the first key, again each 3 s, and when it stops. */
export interface Announcing {
  /** The field changed; empty means that nothing is being written. */
  wrote(text: string): void;
  stop(): void;
}

const again = 3_000;
const idleAfter = 4_000;

export function createAnnouncing(tell: (isTyping: boolean) => void, now: () => number, signal: AbortSignal): Announcing {
  let toldAt = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(idle);
    if (toldAt) tell(false);
    toldAt = 0;
  };
  signal.addEventListener('abort', () => clearTimeout(idle), { once: true });

  return {
    wrote(text) {
      if (!text.trim()) return stop();
      clearTimeout(idle);
      idle = setTimeout(stop, idleAfter);
      if (toldAt && now() - toldAt < again) return;
      toldAt = now();
      tell(true);
    },
    stop,
  };
}
