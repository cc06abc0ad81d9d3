import { createPause } from '../time/wait';

export interface PollingPorts {
  /** Asks for news once; throws when the server cannot be reached. */
  poll(): Promise<void>;
  /** ms until the next question, after so many failures in a row. */
  interval(failures: number): number;
}

/** Asks for news again and again: often while the hub is away, now and then while it is there. */
export interface Polling { start(): void; wake(): void }

export function createPolling(ports: PollingPorts, signal: AbortSignal): Polling {
  const pause = createPause(signal);
  let isRunning = false;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let failures = 0; !signal.aborted;) {
      try {
        await ports.poll();
        failures = 0;
      } catch {
        failures++;
      }
      await pause.wait(ports.interval(failures));
    }
  }

  return {
    start: () => void run(),
    wake: pause.wake,
  };
}

/** What the pause between two questions depends on. */
export interface PollMood {
  /** Failures in a row. */
  readonly failures: number;
  readonly isVisible: boolean;
  /** Whether the hub is there: then a question only covers what it may have dropped. */
  readonly isLive: boolean;
}

/** The pause between two questions, in ms: quick while somebody looks, patient otherwise and after failures. */
export function pollInterval({ failures, isVisible, isLive }: PollMood, random: () => number = Math.random): number {
  const calm = (isVisible ? 3_000 : 15_000) * (isLive ? 10 : 1);
  const base = failures ? Math.min(30_000, 2_000 * 2 ** Math.min(failures, 5)) : calm;
  return base * (0.8 + 0.4 * random());
}
