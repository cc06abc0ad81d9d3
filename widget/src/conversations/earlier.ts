import { element } from '../dom/element';
import type { Past, PastPorts } from './past';

/** Where the list of earlier conversations stands. The list itself comes with the first wish to see it. */
export interface Earlier {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  open(): Promise<void>;
}

export function createEarlier(ports: PastPorts, signal: AbortSignal): Earlier {
  const place = element('div', { class: 'earlier' });
  let past: Past | undefined;

  async function load(): Promise<Past | undefined> {
    try {
      const { createPast } = await import('./past');
      if (signal.aborted) return undefined;
      past ??= createPast(ports, signal);
      place.replaceChildren(past.element);
    } catch {
      // Not fetched, so said; the next wish tries again.
      place.replaceChildren(element('p', { class: 'over', role: 'status', text: ports.wording.texts.notLoaded }));
    }
    return past;
  }

  return {
    element: place,
    get isOpen() {
      return past?.isOpen ?? false;
    },
    async open() {
      (past ?? (await load()))?.open();
    },
  };
}
