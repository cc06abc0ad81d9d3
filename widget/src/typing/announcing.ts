/**
 * Says that the visitor is writing: at the first key, again each 3 s, and when it stops. Where the channel shows drafts it says
 * what, each second.
 */
export interface Announcing {
  /** The field changed; empty means that nothing is being written. */
  wrote(text: string): void;
  stop(): void;
}

const again = 3_000;
const draftAgain = 1_000;
const idleAfter = 4_000;
const longestDraft = 500;

export function createAnnouncing(
  tell: (isTyping: boolean, draft?: string) => void, now: () => number, signal: AbortSignal, showsDraft: () => boolean = () => false,
): Announcing {
  let toldAt = 0;
  let draft = '';
  let later: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    toldAt = now();
    later = undefined;
    if (showsDraft()) tell(true, draft.slice(0, longestDraft));
    else tell(true);
  };
  const quiet = () => {
    clearTimeout(idle);
    clearTimeout(later);
    later = undefined;
  };
  const stop = () => {
    quiet();
    if (toldAt) tell(false);
    toldAt = 0;
  };
  signal.addEventListener('abort', quiet, { once: true });

  return {
    wrote(text) {
      if (!text.trim()) return stop();
      clearTimeout(idle);
      idle = setTimeout(stop, idleAfter);
      draft = text;
      const rest = toldAt ? toldAt + (showsDraft() ? draftAgain : again) - now() : 0;
      if (rest <= 0) return say();
      if (showsDraft()) later ??= setTimeout(say, rest);
      return undefined;
    },
    stop,
  };
}
