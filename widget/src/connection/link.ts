import type { Hub } from '../hub/hub';
import { createPause } from '../time/wait';

export interface LinkPorts {
  /** A new connection with a token that is good now. */
  connect(): Promise<Hub>;
  backoff(attempt: number): number;
  /** Up and down, as they happen. */
  changed(isLive: boolean): void;
}

/** Keeps one hub connection for as long as the chat lives. */
export interface Link {
  /** The connection, while there is one. */
  readonly hub: Hub | undefined;
  /** The network is back or the page is shown again: tries now, and looks whether the old line still lives. */
  wake(): void;
  /** The server drains: connects again elsewhere and leaves this line only then. */
  move(): void;
}

/** After an end that the server wanted, come back late, as after so many failures. */
const unwelcome = 6;

export function createLink(ports: LinkPorts, signal: AbortSignal): Link {
  const pause = createPause(signal);
  let current: Hub | undefined;
  let leave: (() => void) | undefined;

  const use = (hub: Hub) => {
    const old = current;
    current = hub;
    old?.close();
    if (!old) ports.changed(true);
    void hub.ended.then(() => {
      if (current !== hub) return;
      current = undefined;
      ports.changed(false);
    });
  };

  async function keep(): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        const hub = await ports.connect();
        failures = 0;
        use(hub);
        const moving = new Promise<undefined>((resolve) => (leave = () => resolve(undefined)));
        const end = await Promise.race([hub.ended, moving]);
        if (end && !end.mayReturn) failures = unwelcome;
      } catch {
        // Whatever the reason, the answer is to try again later; REST carries the chat meanwhile.
        failures++;
        if (!current) ports.changed(false);
      }
      if (!signal.aborted) await pause.wait(ports.backoff(failures));
    }
  }

  void keep();
  return {
    get hub() {
      return current;
    },
    wake() {
      current?.check();
      pause.wake();
    },
    move: () => leave?.(),
  };
}
