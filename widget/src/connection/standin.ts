import { wait } from '../time/wait';
import type { StreamPorts } from './stream';

/** What takes over while the hub is away. */
export interface StandIn {
  readonly isLive: boolean;
  /** The hub came or went. */
  hub(isLive: boolean): void;
}

/** The hub is given this long to come back before something else is tried, in ms. */
const patience = 3_000;

/** Brings in the event stream when the hub stays away, and takes it out when the hub is back. */
export function createStandIn(ports: StreamPorts, signal: AbortSignal): StandIn {
  let turn: AbortController | undefined;
  let isLive = false;

  async function start(own: AbortController): Promise<void> {
    const end = AbortSignal.any([signal, own.signal]);
    await wait(patience, end);
    if (end.aborted) return;
    const { createStream } = await import('./stream');
    if (end.aborted) return;
    createStream({
      ...ports,
      changed(now) {
        isLive = now;
        ports.changed(now);
      },
    }, end);
  }

  return {
    get isLive() {
      return isLive;
    },
    hub(isThere) {
      if (isThere) {
        turn?.abort();
        turn = undefined;
      } else if (!turn) {
        const own = turn = new AbortController();
        // A chunk that does not load is asked for again at the hub's next failure.
        start(own).catch(() => {
          if (turn === own) turn = undefined;
        });
      }
    },
  };
}
