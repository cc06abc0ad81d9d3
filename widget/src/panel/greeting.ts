import type { Availability } from '../contracts';
import { element } from '../dom/element';
import type { PanelTexts } from '../texts/texts';

/** The first words, before there is a conversation. */
export function createGreeting(texts: PanelTexts): {
  readonly element: HTMLElement;
  show(isShown: boolean, availability: Availability | undefined): void;
} {
  const words = element('p');
  const whole = element('div', { class: 'greeting' }, element('h3', { text: texts.greeting }), words);
  return {
    element: whole,
    show(isShown, availability) {
      whole.hidden = !isShown;
      words.textContent = availability === 'available' ? texts.greetingAvailable : availability ? texts.greetingAway : '';
    },
  };
}
