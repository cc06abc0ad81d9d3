/**
 * Delay before retry number `attempt`, in ms: doubling from half a second to 30 s, at least half of it random. Number 0 is the
 * first try after a line that was good: any time within a second, because all who lost a server lost it at the same moment.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  if (attempt === 0) return random() * 1000;
  const most = Math.min(30_000, 500 * 2 ** Math.min(attempt, 10));
  return most / 2 + (random() * most) / 2;
}
