import { element, setInitials } from '../dom/element';
import { closeIcon, icon } from '../dom/icons';
import type { Chat } from '../chat/chat';
import type { PanelTexts } from '../texts/texts';
import type { Menu } from './menu';

/** Who this is, whether somebody is there, and the way out. */
export interface Header {
  readonly element: HTMLElement;
  readonly titleId: string;
  show(chat: Chat): void;
}

export interface HeaderPorts {
  readonly texts: PanelTexts;
  readonly menu: Menu;
  close(): void;
}

export function createHeader({ texts, menu, close }: HeaderPorts, signal: AbortSignal): Header {
  const titleId = 'sa-title';
  const picture = element('span', { class: 'avatar channel', 'aria-hidden': 'true' });
  const title = element('h2', { id: titleId, text: texts.title });
  const status = element('p', { class: 'status', role: 'status' });
  const button = element('button', { type: 'button', class: 'plain', 'aria-label': texts.close }, icon(closeIcon));
  button.addEventListener('click', close, { signal });

  return {
    element: element('div', { class: 'head' }, picture, element('div', { class: 'who' }, title, status), menu.element, button),
    titleId,
    show({ channel, operator, availability, health, refusal }) {
      const name = operator ?? channel?.name ?? texts.title;
      if (title.textContent !== name || !picture.textContent) {
        title.textContent = name;
        setInitials(picture, name);
      }
      const there = availability ? texts[availability] : health === 'live' && !refusal ? texts.connecting : '';
      // With somebody's name above, the channel's goes beside the short word; the longer ones need the line.
      const words = operator && channel && availability === 'available' ? `${channel.name} · ${there}` : there;
      if (status.textContent !== words) status.textContent = words;
      status.dataset['status'] = availability ?? '';
      picture.dataset['status'] = availability ?? '';
    },
  };
}
