import type { Settings } from '../shell';
import type { Speech } from '../texts/language';

/** What the window needs to be the same visitor in the same conversation. The key goes to Api's origin alone. */
export interface HandOver {
  readonly settings: Settings;
  readonly speech: Speech;
  readonly visitorKey: string;
  readonly isMuted: boolean;
  /** What stood in the field. */
  readonly draft: string;
}

/** What the window tells the page that opened it, or the page that stands there now. */
export type WindowWord = { readonly siteaccess: 'window' } & (
  | { readonly kind: 'ready' | 'here' }
  | { readonly kind: 'bye'; readonly draft: string });

/** What the page tells the window. */
export type PageWord = { readonly siteaccess: 'page' } & (
  | { readonly kind: 'visitor'; readonly handOver: HandOver }
  | { readonly kind: 'back' });

/** Where the window's page is, on Api. */
export const windowPath = '/widget/popout.html';
