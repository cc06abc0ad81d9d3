import type { Message } from '../contracts';
import { avatar, element } from '../dom/element';
import { closeIcon, icon } from '../dom/icons';
import type { Wording } from '../texts/wording';

export interface TeaserPorts {
  readonly wording: Wording;
  open(): void;
}

/** An operator's new words beside the launcher, while the panel is closed. */
export interface Teaser {
  readonly element: HTMLElement;
  show(message: Message): void;
  hide(): void;
}

/** More than two lines hold are cut by the stylesheet; this spares a page the rest of a long message. */
const longest = 160;

/** The first words on one line, or the names of files that came without any. */
export function firstWords({ body, attachments }: Pick<Message, 'body' | 'attachments'>): string {
  const words = (body || attachments.map((file) => file.name).join(', ')).replace(/\s+/g, ' ').trim();
  return words.length > longest ? `${[...words].slice(0, longest).join('').trimEnd()}…` : words;
}

export function createTeaser({ wording: { texts, fill }, open }: TeaserPorts, signal: AbortSignal): Teaser {
  // Announced politely: what comes into it is said by a screen reader, wherever on the page one is.
  const whole = element('div', { class: 'teaser', 'aria-live': 'polite' });

  const hide = () => {
    whole.hidden = true;
    whole.replaceChildren();
  };
  const listen = (button: HTMLButtonElement, act: () => void) => button.addEventListener('click', act, { signal, once: true });

  hide();
  return {
    element: whole,
    show(message) {
      const name = message.senderName ?? texts.operator;
      const words = element('button', { type: 'button', class: 'words' }, avatar(name), element('span', {},
        element('b', { text: name }), element('span', { class: 'spoken', text: ': ' }),
        element('span', { class: 'said', dir: 'auto', text: firstWords(message) })));
      const dismiss = element('button', { type: 'button', class: 'plain', 'aria-label': fill(texts.dismiss, { name }) }, icon(closeIcon));
      listen(words, open);
      listen(dismiss, hide);
      whole.replaceChildren(words, dismiss);
      whole.hidden = false;
    },
    hide,
  };
}
