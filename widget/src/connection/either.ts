import { HubGone, HubRefusal } from '../hub/errors';
import type { Hub } from '../hub/hub';
import { Refused } from '../rest/refused';

/**
 * Does something over the hub, or over REST when there is no hub or it gave no good answer. What is done
 * must be repeatable: a call without an answer may have happened. REST has the last word, for its
 * refusals say whether and when to try again; but one that was asked to wait does not go round by REST.
 */
export async function either<T>(hub: Hub | undefined, overHub: (hub: Hub) => Promise<T>, overRest: () => Promise<T>): Promise<T> {
  if (!hub) return overRest();
  try {
    return await overHub(hub);
  } catch (error) {
    if (error instanceof HubRefusal && error.retryAfter !== undefined) throw new Refused(429, error.code, error.retryAfter);
    if (error instanceof HubGone || error instanceof HubRefusal) return overRest();
    throw error;
  }
}

/** Says something over the hub that nobody misses when it is lost. */
export function mention(hub: Hub | undefined, say: (hub: Hub) => Promise<unknown>): void {
  if (hub) say(hub).catch(() => undefined);
}
