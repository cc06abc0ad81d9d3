import { element } from '../dom/element';
import { closeIcon, icon } from '../dom/icons';
import { quotedName } from '../messages/answered';
import type { BubbleRow } from '../messages/rows';
import type { Wording } from '../texts/wording';

/** What the composer writes to: nothing in particular, a reply, or an own message that is edited. */
export interface Context {
  readonly element: HTMLElement;
  readonly replyToSeq: number | undefined;
  readonly editedId: string | undefined;
  reply(row: BubbleRow): void;
  edit(row: BubbleRow): void;
  fail(): void;
  clear(): void;
}

export function createContext(wording: Wording, left: (wasEdit: boolean) => void, signal: AbortSignal): Context {
  const { texts } = wording;
  const title = element('b');
  const excerpt = element('span');
  const cancel = element('button', { type: 'button', class: 'cancel', 'aria-label': texts.cancel, title: texts.cancel }, icon(closeIcon));
  const bar = element('div', { class: 'context', hidden: '', role: 'status' }, element('div', { class: 'quote' }, title, excerpt), cancel);
  let row: BubbleRow | undefined;
  let isEdit = false;

  function show(next: BubbleRow | undefined, edits: boolean): void {
    [row, isEdit] = [next, edits];
    bar.hidden = !row;
    if (!row) return;
    const name = quotedName({ senderType: row.isOwn ? 'visitor' : 'operator', ...(row.sender ? { senderName: row.sender } : {}) }, wording);
    title.textContent = edits ? texts.editing : wording.fill(texts.replyTo, { name });
    excerpt.textContent = row.body;
  }
  const leave = () => {
    const wasEdit = isEdit;
    show(undefined, false);
    left(wasEdit);
  };

  cancel.addEventListener('click', leave, { signal });
  return {
    element: bar,
    get replyToSeq() {
      return isEdit ? undefined : row?.seq;
    },
    get editedId() {
      return isEdit ? row?.id : undefined;
    },
    reply: (next) => show(next, false),
    edit: (next) => show(next, true),
    fail: () => void (excerpt.textContent = texts.notChanged),
    clear: () => show(undefined, false),
  };
}
