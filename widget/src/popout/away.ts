import { element } from '../dom/element';
import type { PanelTexts } from '../texts/texts';

/** What the panel shows while the chat is in a window of its own: where it is, and the way back. */
export function createAway(texts: PanelTexts, ports: { show(): void; back(): void }, signal: AbortSignal): HTMLElement {
  const show = element('button', { type: 'button', class: 'strong', text: texts.showWindow });
  const back = element('button', { type: 'button', class: 'quiet', text: texts.comeBack });
  show.addEventListener('click', ports.show, { signal });
  back.addEventListener('click', ports.back, { signal });
  return element('div', { class: 'away', role: 'status' }, element('p', { text: texts.away }), show, back);
}
