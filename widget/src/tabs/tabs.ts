import type { Conversation } from '../contracts';
import { prefixOf } from '../storage/keys';

/** What one tab tells the others of the same site. */
export type TabNews =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'read'; readonly conversationId: string; readonly seq: number }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'panel'; readonly isOpen: boolean }
  | { readonly kind: 'draft'; readonly draft: string }
  /** A tab has come, and asks how the others stand. */
  | { readonly kind: 'hello' };

/** A line between the tabs of one site. */
export interface Tabs { tell(news: TabNews): void }

/** Joins the line; where browsers have none, each tab lives by what the server says. */
export function joinTabs(channelKey: string, heard: (news: TabNews) => void, signal: AbortSignal): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined };
  const line = new BroadcastChannel(prefixOf(channelKey));
  line.addEventListener('message', (event: MessageEvent<TabNews>) => heard(event.data), { signal });
  signal.addEventListener('abort', () => line.close(), { once: true });
  return {
    tell(news) {
      if (!signal.aborted) line.postMessage(news);
    },
  };
}
