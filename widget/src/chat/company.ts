import type { Timeline } from '../messages/timeline';

/** Which operator the visitor talks with: who has the conversation, otherwise who spoke last. */
export interface Company {
  readonly operator: string | undefined;
  /** The conversation was given to somebody, or to nobody. */
  assigned(conversationId: string, name: string | undefined): void;
}

export function createCompany(timeline: Timeline, here: () => string | undefined): Company {
  let assigned: { readonly to: string | undefined; readonly of: string } | undefined;
  return {
    get operator() {
      if (assigned?.to && assigned.of === here()) return assigned.to;
      return timeline.items.findLast(({ senderType, senderName }) => senderType === 'operator' && senderName)?.senderName;
    },
    assigned: (of, to) => void (assigned = { to, of }),
  };
}
