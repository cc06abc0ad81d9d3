import type { StartSession } from '../contracts';
import type { Store } from '../storage/store';

/** The world outside, as the chat needs it: the browser, or what a test puts in its place. */
export interface World {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Posts a form, and tells how much of it has gone, from 0 to 1. */
  upload(url: string, token: string, form: FormData, progress: (part: number) => void, signal: AbortSignal): Promise<Response>;
  openSocket(url: string): WebSocket;
  openEvents(url: string): EventSource;
  /** What the server should know of this visit. */
  visit(): Omit<StartSession, 'visitorKey'>;
  isVisible(): boolean;
  /** Milliseconds since 1970. */
  now(): number;
  readonly store: Store;
  /** Origin of the Api. */
  readonly api: string;
}
