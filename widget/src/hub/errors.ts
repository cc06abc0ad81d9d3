/** The server refused a call; `code` is stable (`request.too-many`), whatever surrounds it. `retryAfter` is in seconds. */
export class HubRefusal extends Error {
  override readonly name = 'HubRefusal';

  constructor(readonly code: string, readonly retryAfter?: number) {
    super(`The hub refused: ${code}`);
  }
}

/** The connection ended before an answer came: the call may or may not have happened. */
export class HubGone extends Error {
  override readonly name = 'HubGone';
}

const marker = 'HubException: ';

/** SignalR wraps a HubException's text in a sentence of its own; the code is what follows the marker, up to `;retryAfter=<seconds>`. */
export function refusalOf(error: string): HubRefusal {
  const at = error.lastIndexOf(marker);
  const [code = '', wait] = error.slice(at + marker.length).trim().split(';retryAfter=');
  return at < 0 ? new HubRefusal('hub.failed') : new HubRefusal(code, wait === undefined ? undefined : Number(wait) || 1);
}
