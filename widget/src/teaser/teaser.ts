import type { Message } from '../contracts';
import { avatar, element } from '../dom/element';
import { closeIcon, icon } from '../dom/icons';
import { sheet } from '../dom/sheet';
import type { Wording } from '../texts/wording';

export interface TeaserPorts {
  readonly root: ShadowRoot;
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

export function createTeaser({ root, wording: { texts, fill }, open }: TeaserPorts, signal: AbortSignal): Teaser {
  // Announced politely: what comes into it is said by a screen reader, wherever on the page one is.
  const whole = element('div', { class: 'teaser', 'aria-live': 'polite' });

  let latest: Message | undefined;
  let styled: Promise<void> | undefined;

  // How it looks comes with the first one to be shown; not fetched, the next one asks again.
  async function dress(): Promise<void> {
    const { default: styles } = await import('../styles/teaser.css?inline');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(styles)];
  }
  const hide = () => {
    latest = undefined;
    whole.hidden = true;
    whole.replaceChildren();
  };
  const listen = (button: HTMLButtonElement, act: () => void) => button.addEventListener('click', act, { signal, once: true });

  function draw(message: Message): void {
    const name = message.senderName ?? texts.operator;
    const words = element('button', { type: 'button', class: 'words' }, avatar(name), element('span', {},
      element('b', { text: name }), element('span', { class: 'spoken', text: ': ' }),
      element('span', { class: 'said', dir: 'auto', text: firstWords(message) })));
    const dismiss = element('button', { type: 'button', class: 'plain', 'aria-label': fill(texts.dismiss, { name }) }, icon(closeIcon));
    listen(words, open);
    listen(dismiss, hide);
    whole.replaceChildren(words, dismiss);
    whole.hidden = false;
  }

  hide();
  return {
    element: whole,
    show(message) {
      latest = message;
      styled ??= dress().catch(() => (styled = undefined));
      void styled.then(() => {
        if (latest === message && !signal.aborted) draw(message);
      });
    },
    hide,
  };
}
