import type { Speech } from './texts/language';

/** What the owner of a page may say in the tag, or in code. */
export interface Settings {
  /** The channel's public key. */
  readonly channel: string;
  /** Origin of the Api. */
  readonly api: string;
  readonly locale?: string | undefined;
  readonly theme?: string | undefined;
  /** `left` puts the launcher at the start of the line; the end is the rule. */
  readonly side?: string | undefined;
  /** Distance from the lower edge in px, to spare a cookie banner's buttons. */
  readonly offset?: string | undefined;
  /** `#RRGGBB`, instead of the channel's own. */
  readonly accent?: string | undefined;
}

/** The launcher's elements, which the panel goes on with. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
}

/** What the loader hands to the panel: the ground it stands on. */
export interface Shell {
  readonly settings: Settings;
  readonly speech: Speech;
  readonly root: ShadowRoot;
  readonly launcher: Launcher;
  setAccent(colour: string | null | undefined): void;
  /** There where the chat has a window of its own: closes it. */
  leave?(): void;
  /** And shows there how many messages are unread; empty for none. */
  unread?(count: string): void;
}

/** The panel as the loader drives it. */
export interface Panel {
  readonly isOpen: boolean;
  open(takesFocus: boolean): void;
  close(): void;
}
