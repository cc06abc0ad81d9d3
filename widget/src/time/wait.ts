/** Resolves after `ms`, or at once when the signal aborts: who waits looks at the signal next. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** A pause that can be cut short: by its end, by `wake()`, or by the signal. */
export function createPause(signal: AbortSignal): { wait(ms: number): Promise<void>; wake(): void } {
  let current: AbortController | undefined;
  const wake = () => current?.abort();
  signal.addEventListener('abort', wake, { once: true });
  return {
    async wait(ms) {
      if (signal.aborted) return;
      current = new AbortController();
      await wait(ms, current.signal);
    },
    wake,
  };
}
