import { wait } from '../time/wait';

/** The line as the visitor should know it: `slow` goes by REST, `offline` reaches nobody. */
export type Health = 'live' | 'slow' | 'offline';

/** Turns ups and downs into words; a short break is nobody's business. */
export interface HealthWatch {
  readonly health: Health;
  live(isLive: boolean): void;
  reached(isReached: boolean): void;
}

/** A break shorter than this is not shown, in ms. */
const patience = 1_500;

export function createHealth(changed: () => void, signal: AbortSignal): HealthWatch {
  let health: Health = 'live';
  let isLive = true;
  let isReached = true;
  let isWaiting = false;

  const show = () => {
    const next: Health = isLive ? 'live' : isReached ? 'slow' : 'offline';
    if (next === health) return;
    health = next;
    changed();
  };
  const showLater = async () => {
    if (isWaiting) return;
    isWaiting = true;
    await wait(patience, signal);
    isWaiting = false;
    if (!signal.aborted) show();
  };
  const update = () => (isLive || health !== 'live' ? show() : void showLater());

  return {
    get health() {
      return health;
    },
    live(now) {
      isLive = now;
      if (now) isReached = true;
      update();
    },
    reached(now) {
      isReached = now;
      if (!isLive) update();
    },
  };
}
