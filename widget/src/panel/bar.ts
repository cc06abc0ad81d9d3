import type { Chat } from '../chat/chat';
import { element } from '../dom/element';
import type { PanelTexts } from '../texts/texts';

/** A thin bar when something is wrong with the line, in words that say what still works. */
export function createBar(texts: PanelTexts): { readonly element: HTMLElement; show(chat: Chat): void } {
  const bar = element('p', { class: 'bar', role: 'status' });
  return {
    element: bar,
    show({ refusal, health }) {
      const words = refusal ? '' : health === 'slow' ? texts.slow : health === 'offline' ? texts.lost : '';
      if (bar.textContent !== words) bar.textContent = words;
      bar.classList.toggle('on', words !== '');
    },
  };
}
