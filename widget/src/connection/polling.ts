import { createPause } from '../time/wait';

export interface PollingPorts {
  /** Asks for news once; throws when the server cannot be reached. */
  poll(): Promise<void>;
  /** ms until the next question, after so many failures in a row. */
  interval(failures: number): number;
}

/** Asks for news by REST while the hub is away. */
export interface Polling { start(): void; stop(): void; wake(): void }

export function createPolling(ports: PollingPorts, signal: AbortSignal): Polling {
  const pause = createPause(signal);
  let isOn = false;
  let isRunning = false;

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let failures = 0; isOn && !signal.aborted;) {
      try {
        await ports.poll();
        failures = 0;
      } catch {
        failures++;
      }
      await pause.wait(ports.interval(failures));
    }
    isRunning = false;
  }

  return {
    start() {
      isOn = true;
      void run();
    },
    stop() {
      isOn = false;
      pause.wake();
    },
    wake: pause.wake,
  };
}

/** The pause between two questions, in ms: quick while somebody looks, patient otherwise and after failures. */
export function pollInterval(failures: number, isVisible: boolean, random: () => number = Math.random): number {
  const base = failures ? Math.min(30_000, 2_000 * 2 ** Math.min(failures, 5)) : isVisible ? 3_000 : 15_000;
  return base * (0.8 + 0.4 * random());
}
