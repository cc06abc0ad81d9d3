import type { Tray } from '../attachments/tray';
import { type Attachment, maxBodyLength } from '../contracts';
import { element } from '../dom/element';
import { icon, sendIcon } from '../dom/icons';
import { createEmoji } from '../emoji/emoji';
import type { PanelTexts } from '../texts/texts';

export interface ComposerPorts {
  readonly texts: PanelTexts;
  readonly language: string;
  /** What stood in the field when the last page was left. */
  readonly draft: string;
  readonly files: Tray;
  send(body: string, attachments: readonly Attachment[]): void;
  wrote(text: string): void;
}

/** Where the visitor writes. */
export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
  /** Puts other words into the field: those of another tab, or window. */
  write(text: string): void;
}

export function createComposer(ports: ComposerPorts, signal: AbortSignal): Composer {
  const { texts, files } = ports;
  const field = element('textarea', {
    rows: '1', placeholder: texts.placeholder, 'aria-label': texts.placeholder, maxlength: String(maxBodyLength),
    enterkeyhint: 'send', autocomplete: 'off', dir: 'auto',
  });
  const button = element('button', { type: 'submit', class: 'send', 'aria-label': texts.send }, icon(sendIcon));
  const focus = () => field.focus({ preventScroll: true });
  const emoji = createEmoji({
    texts,
    language: ports.language,
    focus,
    insert(character) {
      field.setRangeText(character, field.selectionStart, field.selectionEnd, 'end');
      changed();
    },
  }, signal);
  const grower = element('div', { class: 'grower' }, field);
  const form = element('form', { class: 'composer' }, files.element, element('div', { class: 'field' }, files.button, grower, emoji, button));

  /** The stylesheet lays a copy of the text under the field, which makes it as high as that, up to five lines. */
  const fit = () => {
    grower.dataset['text'] = field.value;
    button.disabled = files.isBusy || (!field.value.trim() && !files.isReady);
  };
  const changed = () => {
    fit();
    ports.wrote(field.value);
  };
  const send = () => {
    const body = field.value.trim();
    if (button.disabled) return;
    field.value = '';
    const attachments = files.take();
    changed();
    ports.send(body, attachments);
    field.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  }, { signal });
  field.addEventListener('input', changed, { signal });
  field.addEventListener('keydown', (event) => {
    // While a word is being composed (Chinese, Japanese), Enter belongs to the input method.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }, { signal });

  files.onChange(fit);
  field.value = ports.draft;
  fit();
  return {
    element: form,
    focus,
    write(text) {
      field.value = text;
      fit();
    },
  };
}
