/** Delay before retry number `attempt` (from 1), in ms: doubling from half a second to 30 s, at least half of it random. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
  return most / 2 + (random() * most) / 2;
}
