import { element } from '../dom/element';
import { icon, smileIcon } from '../dom/icons';
import type { PanelTexts } from '../texts/texts';

export interface EmojiPorts {
  readonly texts: PanelTexts;
  readonly language: string;
  /** Puts a character where the visitor was writing. */
  insert(character: string): void;
  /** Back to the field. */
  focus(): void;
}

/** The button in the composer. What there is to choose from comes with the first press. */
export function createEmoji(ports: EmojiPorts, signal: AbortSignal): HTMLElement {
  const { texts } = ports;
  const button = element('button', { type: 'button', class: 'plain', 'aria-label': texts.emoji }, icon(smileIcon));
  const whole = element('div', { class: 'emoji' }, button);
  let picker: { readonly element: HTMLElement; open(): void } | undefined;
  let isLoading = false;

  const set = (isOpen: boolean) => {
    if (picker) picker.element.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
  };
  const close = () => {
    set(false);
    ports.focus();
  };

  async function load(): Promise<void> {
    const { createPicker } = await import('./picker');
    if (signal.aborted) return;
    picker = createPicker({
      texts, language: ports.language, root: whole.getRootNode() as ShadowRoot, close,
      pick(character) {
        ports.insert(character);
        close();
      },
    }, signal);
    whole.append(picker.element);
  }

  async function toggle(): Promise<void> {
    if (isLoading) return;
    if (picker && !picker.element.hidden) return close();
    isLoading = true;
    try {
      if (!picker) await load();
      button.ariaLabel = texts.emoji;
      set(true);
      picker?.open();
    } catch {
      // The button says so, and the next press tries again.
      button.ariaLabel = `${texts.emoji}: ${texts.notLoaded}`;
    } finally {
      isLoading = false;
    }
  }

  button.addEventListener('click', () => void toggle(), { signal });
  whole.addEventListener('focusout', (event) => {
    const to = event.relatedTarget as Node | null;
    if (to && !whole.contains(to)) set(false);
  }, { signal });
  button.ariaExpanded = 'false';
  return whole;
}
