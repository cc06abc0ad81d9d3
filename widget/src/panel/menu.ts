import { element } from '../dom/element';
import { icon, moreIcon } from '../dom/icons';

/** One thing to do; with `isOn` it is switched on and off. */
export interface MenuItem {
  text(): string;
  act(): void;
  readonly isOn?: () => boolean;
}

/** The button with more to do, and its menu (WAI-ARIA menu button). */
export interface Menu {
  readonly element: HTMLElement;
  /** Marks that there is something to find in it; `words` say what. */
  mark(words: string): void;
}

export function createMenu(name: string, items: readonly MenuItem[], signal: AbortSignal): Menu {
  const button = element('button', { type: 'button', class: 'plain', 'aria-haspopup': 'menu' }, icon(moreIcon));
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': name });
  const whole = element('div', { class: 'more' }, button, list);
  const buttons = items.map(({ isOn }) => element('button', { type: 'button', role: isOn ? 'menuitemcheckbox' : 'menuitem', tabindex: '-1' }));
  let marked = '';

  const set = (isOpen: boolean) => {
    list.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    if (!isOpen) return;
    items.forEach((item, at) => {
      buttons[at]!.textContent = item.text();
      if (item.isOn) buttons[at]!.ariaChecked = String(item.isOn());
    });
    buttons[0]?.focus();
  };
  const label = () => {
    button.ariaLabel = marked ? `${name}, ${marked}` : name;
    button.classList.toggle('marked', marked !== '');
  };
  const close = () => {
    set(false);
    button.focus();
  };

  button.addEventListener('click', () => set(list.hidden === true), { signal });
  items.forEach((item, at) => buttons[at]!.addEventListener('click', () => {
    close();
    item.act();
  }, { signal }));
  list.addEventListener('keydown', (event) => {
    const at = buttons.findIndex((each) => each === event.target);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 };
    if (event.key === 'Escape') {
      // The panel behind stays open.
      event.stopPropagation();
      return close();
    }
    if (to[event.key] === undefined) return;
    event.preventDefault();
    buttons[to[event.key]! % buttons.length]?.focus();
  }, { signal });
  whole.addEventListener('focusout', (event) => {
    if (!whole.contains(event.relatedTarget as Node | null)) set(false);
  }, { signal });

  list.append(...buttons);
  list.hidden = true;
  button.ariaExpanded = 'false';
  label();
  return {
    element: whole,
    mark(words) {
      if (words === marked) return;
      marked = words;
      label();
    },
  };
}
