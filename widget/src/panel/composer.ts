import type { Tray } from '../attachments/tray';
import { type Attachment, maxBodyLength } from '../contracts';
import { element } from '../dom/element';
import { icon, sendIcon } from '../dom/icons';
import { createEmoji } from '../emoji/emoji';
import type { BubbleRow } from '../messages/rows';
import type { Wording } from '../texts/wording';
import { createContext } from './context';

export interface ComposerPorts {
  readonly wording: Wording;
  readonly language: string;
  /** What stood in the field when the last page was left. */
  readonly draft: string;
  readonly files: Tray;
  send(body: string, attachments: readonly Attachment[], replyToSeq?: number): void;
  /** Rejects when the message may not be changed, or nobody answers. */
  edit(messageId: string, body: string): Promise<void>;
  wrote(text: string): void;
}

/** Where the visitor writes. */
export interface Composer {
  readonly element: HTMLElement;
  focus(): void;
  /** Puts other words into the field: those of another tab, or window. */
  write(text: string): void;
  /** Writes an answer to a message. */
  reply(row: BubbleRow): void;
  /** Writes an own message anew. */
  edit(row: BubbleRow): void;
}

export function createComposer(ports: ComposerPorts, signal: AbortSignal): Composer {
  const { files } = ports;
  const { texts } = ports.wording;
  let before = '';
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
  const context = createContext(ports.wording, (wasEdit) => (wasEdit ? put(before) : field.focus()), signal);
  const form = element(
    'form', { class: 'composer' }, context.element, files.element, element('div', { class: 'field' }, files.button, grower, emoji, button),
  );

  /** The stylesheet lays a copy of the text under the field, which makes it as high as that, up to five lines. */
  const fit = () => {
    grower.dataset['text'] = field.value;
    button.disabled = files.isBusy || (!field.value.trim() && !files.isReady);
  };
  // An edited message is no draft, and nobody need see that it is being written.
  const changed = () => {
    fit();
    if (!context.editedId) ports.wrote(field.value);
  };
  const put = (text: string) => {
    field.value = text;
    before = '';
    fit();
    field.focus();
  };
  const send = () => {
    const body = field.value.trim();
    const { editedId, replyToSeq } = context;
    if (button.disabled || (editedId && !body)) return;
    if (editedId) return void ports.edit(editedId, body).then(leave, context.fail);
    field.value = '';
    const attachments = files.take();
    changed();
    context.clear();
    ports.send(body, attachments, replyToSeq);
    field.focus();
  };
  const leave = () => {
    context.clear();
    put(before);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  }, { signal });
  field.addEventListener('input', changed, { signal });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || context.element.hidden) return;
    event.stopPropagation();
    if (context.editedId) leave();
    else context.clear();
  }, { signal });
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
      // What another tab has written does not end an edit here: it waits behind it.
      if (context.editedId) {
        before = text;
        return;
      }
      field.value = text;
      fit();
    },
    reply(row) {
      if (context.editedId) leave();
      context.reply(row);
      field.focus();
    },
    edit(row) {
      const draft = context.editedId ? before : field.value;
      context.edit(row);
      put(row.body);
      before = draft;
    },
  };
}
