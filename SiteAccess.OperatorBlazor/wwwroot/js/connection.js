/** The line to the circuit: a thin bar while it is down, back by itself, and a fresh page when the circuit is gone. */

const pauses = [0, 300, 1000, 2000];
const longestPause = 3000;
let connected = false;

export const isConnected = () => connected;

/** Raises an event on an element for its component; lost while the circuit is away, so nothing may depend on it alone. */
export function tell(element, name, detail = {}) {
  if (element && connected) element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
}

export async function startConnection(restored) {
  const bar = document.getElementById('components-reconnect-modal');
  const show = (isDown) => {
    connected = !isDown;
    bar.hidden = !isDown;
  };
  bar.addEventListener('components-reconnect-state-changed', ({ detail }) => {
    if (detail.state === 'hide') {
      show(false);
      restored();
    } else if (detail.state === 'show' || detail.state === 'retrying') {
      show(true);
    } else {
      show(true);
      reloadWhenAlive();
    }
  });
  // The system often knows before the socket does.
  addEventListener('offline', () => { bar.hidden = false; });
  addEventListener('online', () => { bar.hidden = connected; });

  try {
    await Blazor.start({
      circuit: {
        reconnectionOptions: {
          maxRetries: Number.MAX_SAFE_INTEGER,
          retryIntervalMilliseconds: (attempt) => pauses[attempt] ?? longestPause,
        },
        configureSignalR: (builder) => builder.withServerTimeout(20_000).withKeepAliveInterval(7_000),
      },
    });
    show(false);
    restored();
  } catch (failure) {
    console.warn(failure);
    show(true);
    reloadWhenAlive();
  }
}

// Drafts and unsent messages are in storage, the open conversation in the address: a new page loses nothing.
async function reloadWhenAlive() {
  for (;;) {
    try {
      const answer = await fetch('/alive', { cache: 'no-store' });
      if (answer.ok) return location.reload();
    } catch {
      // Still away.
    }
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}
