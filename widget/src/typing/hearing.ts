import type { TypingNotice } from '../hub/events';

/** Who is writing to the visitor now. A notice that is not renewed ends by itself. */
export interface Hearing {
  /** The name, empty when it is unknown; undefined when nobody writes. */
  readonly writer: string | undefined;
  heard(notice: TypingNotice): void;
  stop(): void;
}

const endsAfter = 6_000;

export function createHearing(changed: () => void, signal: AbortSignal): Hearing {
  let writer: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (next: string | undefined) => {
    clearTimeout(timer);
    if (next !== undefined) timer = setTimeout(() => set(undefined), endsAfter);
    if (next === writer) return;
    writer = next;
    changed();
  };
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  return {
    get writer() {
      return writer;
    },
    heard(notice) {
      if (notice.who !== 'visitor') set(notice.isTyping ? notice.name ?? '' : undefined);
    },
    stop: () => set(undefined),
  };
}
