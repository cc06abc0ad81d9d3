import { element } from '../dom/element';
import type { BubblePorts } from './bubble';
import type { BubbleRow } from './rows';

/** What can be done with a message: a native disclosure, so that keys and readers know it. Listeners end with the row's next change. */
export function renderActions(row: BubbleRow, { wording: { texts }, reply, edit, remove }: BubblePorts): HTMLElement {
  const list = element('div', { class: 'actions' });
  const whole = element('details', { class: 'more' }, element('summary', { 'aria-label': texts.actions, title: texts.actions, text: '⋯' }), list);
  const add = (text: string, act: () => void) => {
    const button = element('button', { type: 'button', text });
    button.addEventListener('click', act);
    list.append(button);
    return button;
  };
  const close = (act: () => void) => () => {
    whole.open = false;
    act();
  };
  add(texts.reply, close(() => reply(row)));
  if (row.mayChange) {
    add(texts.edit, close(() => edit(row)));
    let isSure = false;
    const button = add(texts.remove, () => {
      if (isSure) return close(() => remove(row))();
      isSure = true;
      button.textContent = texts.removeSure;
    });
    // Whoever opens it another time begins anew.
    whole.addEventListener('toggle', () => {
      isSure = false;
      button.textContent = texts.remove;
    });
  }
  whole.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !whole.open) return;
    event.stopPropagation();
    whole.open = false;
    whole.querySelector('summary')?.focus();
  });
  whole.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !whole.contains(relatedTarget)) whole.open = false;
  });
  return whole;
}
