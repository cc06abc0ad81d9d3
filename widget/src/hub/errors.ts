/** The server refused a call; `code` is stable (`rate.limited`), whatever surrounds it. */
export class HubRefusal extends Error {
  override readonly name = 'HubRefusal';

  constructor(readonly code: string) {
    super(`The hub refused: ${code}`);
  }
}

/** The connection ended before an answer came: the call may or may not have happened. */
export class HubGone extends Error {
  override readonly name = 'HubGone';
}

const marker = 'HubException: ';

/** SignalR wraps a HubException's text in a sentence of its own; the code is what follows the marker. */
export function refusalOf(error: string): HubRefusal {
  const at = error.lastIndexOf(marker);
  return new HubRefusal(at < 0 ? 'hub.failed' : error.slice(at + marker.length).trim());
}
