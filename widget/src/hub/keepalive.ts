/** Times of the protocol, in ms: a ping when we were silent, an end when the server was. */
export const pingAfter = 15_000;
export const silentAfter = 30_000;

export interface KeepalivePorts {
  ping(): void;
  /** The server has been silent for too long. */
  lost(): void;
  now(): number;
}

export interface Keepalive {
  sent(): void;
  received(): void;
  /** Looks now: after sleep, or when a hidden page is shown again. */
  check(): void;
}

/**
 * Keeps a connection alive in hidden tabs too: their timers run once a minute, but arriving frames
 * are not held back, so each one is also a moment to ping.
 */
export function createKeepalive(ports: KeepalivePorts, signal: AbortSignal): Keepalive {
  let sentAt = ports.now();
  let receivedAt = ports.now();

  const check = () => {
    if (signal.aborted) return;
    const now = ports.now();
    if (now - receivedAt >= silentAfter) return ports.lost();
    if (now - sentAt >= pingAfter) {
      sentAt = now;
      ports.ping();
    }
  };

  const timer = setInterval(check, 5_000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });

  return {
    sent: () => void (sentAt = ports.now()),
    received: () => {
      receivedAt = ports.now();
      check();
    },
    check,
  };
}
