import type { Message } from '../contracts';
import { claimRinging, createSound } from '../sound/sound';
import { prefixOf } from '../storage/keys';
import type { Store } from '../storage/store';
import { createTeaser } from '../teaser/teaser';
import { directionOf, type Speech } from '../texts/language';
import type { Wording } from '../texts/wording';

export interface NoticePorts {
  readonly root: ShadowRoot;
  readonly wording: Wording;
  readonly speech: Speech;
  readonly store: Store;
  readonly channel: string;
  readonly isOpen: () => boolean;
  readonly unread: () => number;
  open(): void;
}

/** How a visitor who looks elsewhere learns that somebody answered: a tone, and the words beside the launcher. */
export interface Notices {
  /** The words' place on the page. */
  readonly element: HTMLElement;
  readonly isMuted: boolean;
  mute(isMuted: boolean): void;
  /** Messages that are new came. */
  came(messages: readonly Message[]): void;
  /** Takes back what was said of messages that are read by now. */
  show(unread: number): void;
}

export function createNotices(ports: NoticePorts, signal: AbortSignal): Notices {
  const { language } = ports.speech;
  const teaser = createTeaser(ports, signal);
  const sound = createSound({
    store: ports.store,
    isUnread: () => ports.unread() > 0,
    claim: () => claimRinging(`${prefixOf(ports.channel)}ring`, signal),
    createContext: () => new AudioContext(),
  }, signal);

  teaser.element.dir = directionOf(language);
  teaser.element.lang = language;
  return {
    element: teaser.element,
    get isMuted() {
      return sound.isMuted;
    },
    mute: sound.mute,
    came(messages) {
      const last = messages.findLast(({ senderType }) => senderType === 'operator' || senderType === 'bot');
      if (!last) return;
      sound.ring();
      if (!ports.isOpen()) teaser.show(last);
    },
    show(unread) {
      if (ports.isOpen() || !unread) teaser.hide();
    },
  };
}
