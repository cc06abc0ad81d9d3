import { element } from '../dom/element';
import { type BubblePorts, renderBubble } from './bubble';
import type { Row } from './rows';

/** The rows on the screen. A row keeps its element as long as its key lives, so nothing flickers. */
export interface List {
  readonly element: HTMLElement;
  show(rows: readonly Row[]): void;
}

interface Shown { readonly item: HTMLElement; drawn: string }

export function createList(ports: BubblePorts): List {
  const list = element('ol', { class: 'rows' });
  let shown = new Map<string, Shown>();

  function draw(item: HTMLElement, row: Row): void {
    if (row.kind === 'bubble') return renderBubble(item, row, ports);
    item.className = `row ${row.kind}`;
    item.textContent = row.kind === 'day' ? ports.wording.day(row.at) : row.body;
  }

  return {
    element: list,
    show(rows) {
      const next = new Map<string, Shown>();
      let place = list.firstChild;
      for (const row of rows) {
        const view = shown.get(row.key) ?? { item: element('li'), drawn: '' };
        const drawn = JSON.stringify(row);
        if (view.drawn !== drawn) draw(view.item, row);
        view.drawn = drawn;
        if (view.item === place) place = place.nextSibling;
        else list.insertBefore(view.item, place);
        next.set(row.key, view);
      }
      for (const [key, { item }] of shown) if (!next.has(key)) item.remove();
      shown = next;
    },
  };
}
