import { wait } from '../time/wait';

export interface GapPorts {
  /** Whether something is known to be missing. */
  isBehind(): boolean;
  fetch(): Promise<void>;
}

/** Two Api nodes may announce out of order: what is missing for less than this is only late, in ms. */
const patience = 50;

/** Fetches what is missing, if it does not come by itself in a moment. Call it whenever something may be. */
export function createGapWatch(ports: GapPorts, signal: AbortSignal): () => void {
  let isWaiting = false;

  async function mind(): Promise<void> {
    if (isWaiting || !ports.isBehind()) return;
    isWaiting = true;
    await wait(patience, signal);
    isWaiting = false;
    // A failure here is repaired by the next poll or reconnect, which catch up as well.
    if (ports.isBehind() && !signal.aborted) await ports.fetch().catch(() => undefined);
  }

  return () => void mind();
}
