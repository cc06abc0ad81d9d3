import type { Attachment, AttachmentLimits } from '../contracts';
import { element } from '../dom/element';
import { againIcon, clipIcon, closeIcon, fileIcon, icon } from '../dom/icons';
import type { Wording } from '../texts/wording';
import type { FileLines } from './lines';
import { createUploads, type Waiting } from './uploads';

export interface TrayPorts {
  readonly files: FileLines;
  /** Undefined when the channel takes no files, or is not known yet. */
  limits(): AttachmentLimits | undefined;
  readonly wording: Wording;
}

/** The files above the field, and the button that brings them. */
export interface Tray {
  readonly element: HTMLElement;
  readonly button: HTMLElement;
  /** Whether something is still on its way up. */
  readonly isBusy: boolean;
  /** Whether a file can be sent. */
  readonly isReady: boolean;
  /** Whether files may come now. */
  readonly isOpen: boolean;
  onChange(act: () => void): void;
  show(): void;
  add(files: Iterable<File>): void;
  take(): Attachment[];
}

interface TrayRow { readonly item: HTMLElement; readonly bar: HTMLProgressElement; readonly url: string | undefined; picture: HTMLElement; drawn: string }

/** Pictures that browsers show wherever they came from; others are a row with a name. */
const shown = /^image\/(png|jpeg|gif|webp)$/;

function troubleText({ texts, fill, count, size }: Wording, code: string, limits: AttachmentLimits | undefined): string {
  if (code === 'attachment.too-large') return fill(texts.fileTooLarge, { size: size(limits?.maxBytes ?? 0) });
  if (code === 'attachment.too-many') return count(texts.fileTooMany, limits?.maxCount ?? 0);
  return code === 'attachment.type-not-allowed' ? texts.fileNotAllowed : texts.fileNotSent;
}

export function createTray({ files, limits, wording }: TrayPorts, signal: AbortSignal): Tray {
  const { texts, fill } = wording;
  const list = element('ul', { class: 'tray', 'aria-label': texts.files });
  // The phone's own sheet offers the camera beside the gallery.
  const input = element('input', { type: 'file', multiple: '', tabindex: '-1', 'aria-hidden': 'true' });
  const button = element('button', { type: 'button', class: 'attach', 'aria-label': texts.attach, title: texts.attach }, icon(clipIcon));
  const rows = new Map<string, TrayRow>();
  let changed: () => void = () => undefined;

  const uploads = createUploads({ files, limits, changed: () => draw() }, signal);

  function action(path: string, label: string, act: () => void): HTMLElement {
    const made = element('button', { type: 'button', 'aria-label': label, title: label }, icon(path));
    made.addEventListener('click', act, { signal });
    return made;
  }

  function create({ key, file }: Waiting): TrayRow {
    const url = shown.test(file.type) ? URL.createObjectURL(file) : undefined;
    const kind = element('span', { class: 'kind' }, icon(fileIcon));
    const picture = url ? element('img', { src: url, alt: '' }) : kind;
    const row: TrayRow = {
      item: element('li'), picture, url, drawn: '', bar: element('progress', { max: '1', 'aria-label': `${texts.uploading}: ${file.name}` }),
    };
    // What calls itself a picture may be none.
    picture.addEventListener('error', () => {
      row.picture = kind;
      picture.replaceWith(kind);
    }, { signal, once: true });
    rows.set(key, row);
    return row;
  }

  function drawRow(row: TrayRow, { key, file, state, code, mayPass }: Waiting): void {
    row.item.className = state;
    row.item.replaceChildren(
      row.picture,
      element('span', { class: 'about' },
        element('bdi', { text: file.name, title: file.name }),
        element('small', code ? { role: 'alert', text: troubleText(wording, code, limits()) } : { text: wording.size(file.size) }),
        ...(state === 'uploading' ? [row.bar] : [])),
      ...(mayPass ? [action(againIcon, fill(texts.retryFile, { name: file.name }), () => uploads.retry(key))] : []),
      action(closeIcon, fill(texts.removeFile, { name: file.name }), () => {
        uploads.remove(key);
        button.focus();
      }),
    );
  }

  function draw(): void {
    const gone = new Set(rows.keys());
    for (const item of uploads.items) {
      gone.delete(item.key);
      const row = rows.get(item.key) ?? create(item);
      row.bar.value = item.progress;
      const drawn = `${item.state} ${item.code}`;
      if (row.drawn !== drawn) drawRow(row, item);
      row.drawn = drawn;
      if (row.item.parentNode !== list) list.append(row.item);
    }
    for (const key of gone) {
      const { item, url } = rows.get(key)!;
      item.remove();
      if (url) URL.revokeObjectURL(url);
      rows.delete(key);
    }
    list.hidden = !rows.size;
    changed();
  }

  button.addEventListener('click', () => input.click(), { signal });
  input.addEventListener('change', () => {
    uploads.add(input.files ?? []);
    input.value = '';
  }, { signal });
  const whole = element('div', { class: 'files' }, list, input);
  draw();

  return {
    element: whole,
    button,
    get isBusy() {
      return uploads.items.some(({ state }) => state === 'uploading');
    },
    get isReady() {
      return uploads.items.some(({ state }) => state === 'ready');
    },
    get isOpen() {
      return !button.hidden;
    },
    onChange: (act) => (changed = act),
    show() {
      const taken = limits();
      button.hidden = !taken;
      // A phone turns its own picture format into JPEG for pages that do not ask for it.
      const types = taken?.types.filter((type) => type !== 'image/heic') ?? [];
      input.accept = [...types, ...(types.some((type) => shown.test(type)) ? ['image/*'] : [])].join();
    },
    add: uploads.add,
    take: uploads.take,
  };
}
