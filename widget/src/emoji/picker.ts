import { element } from '../dom/element';
import { sheet } from '../dom/sheet';
import styles from '../styles/emoji.css?inline';
import type { PanelTexts } from '../texts/texts';
import { type Emoji, find, nameOf } from './search';

export interface PickerPorts {
  readonly texts: PanelTexts;
  readonly language: string;
  readonly root: ShadowRoot;
  pick(character: string): void;
  /** The visitor leaves without a choice. */
  close(): void;
}

/** How many stand in a row; the stylesheet says the same. */
const columns = 8;

/** Pictures to choose from: search above, below it a grid that arrows walk through. */
export function createPicker({ texts, language, root, pick, close }: PickerPorts, signal: AbortSignal): { readonly element: HTMLElement; open(): void } {
  const search = element('input', { type: 'search', placeholder: texts.find, 'aria-label': texts.find, autocomplete: 'off' });
  const grid = element('div', { class: 'pictures', role: 'group', 'aria-label': texts.emoji });
  const none = element('p', { role: 'status' });
  const whole = element('div', { class: 'picker', role: 'dialog', 'aria-label': texts.emoji }, search, grid, none);
  const buttons = () => [...grid.children] as HTMLButtonElement[];

  const button = (emoji: Emoji, at: number) => element('button', {
    type: 'button', text: emoji.character, 'aria-label': nameOf(emoji, language), tabindex: at ? '-1' : '0',
  });
  const show = () => {
    grid.replaceChildren(...find(search.value).map(button));
    grid.scrollTop = 0;
    none.textContent = grid.childElementCount ? '' : texts.noEmoji;
  };
  const goTo = (at: number) => {
    const to = buttons()[at];
    if (!to) return;
    for (const each of buttons()) each.tabIndex = each === to ? 0 : -1;
    to.focus();
  };
  const first = () => grid.querySelector<HTMLButtonElement>('button');

  search.addEventListener('input', show, { signal });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') goTo(0);
    else if (event.key !== 'Enter' || event.isComposing) return;
    else if (search.value && first()) pick(first()!.textContent);
    event.preventDefault();
  }, { signal });
  grid.addEventListener('click', (event) => {
    const chosen = (event.target as Element).closest('button');
    if (chosen) pick(chosen.textContent);
  }, { signal });
  grid.addEventListener('keydown', (event) => {
    const at = buttons().indexOf(event.target as HTMLButtonElement);
    const onward = getComputedStyle(grid).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: at + onward, ArrowLeft: at - onward, ArrowDown: at + columns, ArrowUp: at - columns, Home: 0, End: buttons().length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to < 0) search.focus();
    else goTo(to);
  }, { signal });
  whole.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // The panel behind stays open.
    event.stopPropagation();
    close();
  }, { signal });

  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(styles)];
  show();
  return {
    element: whole,
    open() {
      search.value = '';
      show();
      search.focus();
    },
  };
}
