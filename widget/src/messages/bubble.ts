import type { FileViews } from '../attachments/views';
import { avatar, element } from '../dom/element';
import type { Wording } from '../texts/wording';
import { renderActions } from './actions';
import { renderQuote } from './answered';
import { findLinks } from './links';
import type { BubbleRow, MessageState } from './rows';

export interface BubblePorts {
  readonly wording: Wording;
  readonly files: FileViews;
  retry(clientMessageId: string): void;
  reply(row: BubbleRow): void;
  edit(row: BubbleRow): void;
  remove(row: BubbleRow): void;
}

/** Text as text nodes and safe links: what others write never becomes markup. */
export function renderBody(body: string): Node[] {
  return findLinks(body).map(({ text, href }) => (href
    ? element('a', { href, text, target: '_blank', rel: 'noopener nofollow' })
    : document.createTextNode(text)));
}

function stateText({ texts }: Wording, { state, code }: BubbleRow): string {
  const words: Record<MessageState, string> = {
    sending: texts.sending,
    sent: texts.sent,
    seen: texts.seen,
    failed: texts.notSent,
    refused: (code === 'message.invalid' && texts.tooLong) || (code === 'attachment.not-found' && texts.fileGone) || texts.notSent,
  };
  return state ? words[state] : '';
}

function renderFoot(row: BubbleRow, { wording, retry }: BubblePorts): HTMLElement | undefined {
  const isTrouble = row.state === 'failed' || row.state === 'refused';
  if (!row.isLast && !isTrouble && !row.isEdited) return undefined;
  const foot = element('div', { class: isTrouble ? 'foot trouble' : 'foot' });
  if (!isTrouble) foot.append(element('time', { datetime: row.at, text: wording.time(row.at) }));
  if (row.isEdited) foot.append(element('span', { class: 'state', text: wording.texts.edited }));
  if (row.state) foot.append(element('span', { class: 'state', text: stateText(wording, row) }));
  if (isTrouble) {
    const button = element('button', { type: 'button', class: 'retry', text: wording.texts.retry });
    // The listener ends with its button, which the next change of the row takes away.
    button.addEventListener('click', () => retry(row.clientMessageId ?? ''), { once: true });
    foot.append(button);
  }
  return foot;
}

/** Draws a row's bubble anew into its list item. */
export function renderBubble(item: HTMLElement, row: BubbleRow, ports: BubblePorts): void {
  const { texts } = ports.wording;
  const name = row.sender ?? texts.operator;
  const side = row.isOwn ? 'own' : 'theirs';
  item.className = ['row', side, row.isFirst && 'first', row.isLast && 'last', row.state].filter(Boolean).join(' ');

  const body = row.isDeleted ? [document.createTextNode(texts.deleted)] : renderBody(row.body);
  const bubble = element('div', { class: row.isDeleted ? 'bubble deleted' : 'bubble', dir: 'auto' }, ...body);
  if (row.quote) bubble.prepend(renderQuote(row.quote, ports.wording));
  const column = element('div', { class: 'column' });
  if (!row.isOwn && row.isFirst) column.append(element('div', { class: 'sender', text: name }));
  else column.append(element('span', { class: 'spoken', text: `${row.isOwn ? texts.you : name}: ` }));
  if (row.body || row.isDeleted) column.append(row.id ? element('div', { class: 'line' }, bubble, renderActions(row, ports)) : bubble);
  column.append(...row.attachments.map(ports.files.show));
  const foot = renderFoot(row, ports);
  if (foot) column.append(foot);

  item.replaceChildren(...(row.isOwn ? [] : [row.isLast ? avatar(name) : element('span', { class: 'avatar gap' })]), column);
}
