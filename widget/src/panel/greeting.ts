import type { Chat } from '../chat/chat';
import { element } from '../dom/element';
import type { PanelTexts } from '../texts/texts';

/** The first words, before there is a conversation; or that there can be none on this page. */
export function createGreeting(texts: PanelTexts): {
  readonly element: HTMLElement;
  show(chat: Chat): void;
} {
  const words = element('p');
  const question = element('h3', { text: texts.greeting });
  const whole = element('div', { class: 'greeting' }, question, words);
  return {
    element: whole,
    show({ isNew, refusal, availability }) {
      whole.hidden = !isNew && !refusal;
      question.hidden = refusal !== undefined;
      if (refusal) words.textContent = texts.unavailable;
      else words.textContent = availability === 'available' ? texts.greetingAvailable : availability ? texts.greetingAway : '';
    },
  };
}
