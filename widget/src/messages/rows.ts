import { type Attachment, changeTime, type Message, type QuotedMessage } from '../contracts';
import { quoteOf } from './quote';
import type { Unsent } from './unsent';

/** How an own message stands, as it is shown. */
export type MessageState = 'sending' | 'sent' | 'seen' | 'failed' | 'refused';

/** One bubble. `isFirst` and `isLast` tell its place in a group of one sender. */
export interface BubbleRow {
  readonly kind: 'bubble';
  readonly key: string;
  readonly isOwn: boolean;
  readonly sender: string | null;
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly at: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Shown below the last of a group, and wherever something went wrong. */
  readonly state?: MessageState;
  readonly clientMessageId?: string;
  readonly code?: string;
  /** The stored message's id and place, with which it can be answered or changed. */
  readonly id?: string;
  readonly seq?: number;
  readonly quote?: QuotedMessage;
  readonly isEdited?: boolean;
  readonly isDeleted?: boolean;
  /** Whether the visitor may edit or delete it. */
  readonly mayChange?: boolean;
}

/** A day's beginning, or a line about what happened. */
export interface LineRow { readonly kind: 'day' | 'event'; readonly key: string; readonly at: string; readonly body: string }

export type Row = BubbleRow | LineRow;

/** Messages of one sender within this time stand together, in ms (UI.md). */
const together = 3 * 60_000;

const isEvent = (message: Message) => message.senderType === 'system' || message.kind === 'event';
const dayOf = (at: string) => new Date(at).toDateString();

interface Entry { row: Row; who: string }

function entryOf(message: Message, seenSeq: number, now: number): Entry {
  const isOwn = message.senderType === 'visitor';
  const key = isOwn && message.clientMessageId ? message.clientMessageId : message.id;
  if (isEvent(message)) return { who: '', row: { kind: 'event', key, at: message.createdAt, body: message.body } };
  const row: BubbleRow = {
    kind: 'bubble', key, isOwn, sender: isOwn ? null : message.senderName ?? null, body: message.body, attachments: message.attachments,
    at: message.createdAt, isFirst: true, isLast: true,
    ...(isOwn ? { state: message.seq <= seenSeq ? 'seen' as const : 'sent' as const } : {}),
    ...(message.deletedAt ? { isDeleted: true } : {
      id: message.id, seq: message.seq,
      ...(message.replyTo ? { quote: message.replyTo } : {}),
      ...(message.editedAt ? { isEdited: true } : {}),
      ...(isOwn && message.kind === 'text' && now - Date.parse(message.createdAt) < changeTime ? { mayChange: true } : {}),
    }),
  };
  return { row, who: isOwn ? 'visitor' : message.senderId ?? message.senderName ?? message.senderType };
}

function entryOfUnsent(unsent: Unsent, messages: readonly Message[]): Entry {
  const { clientMessageId, body, attachments = [], createdAt, delivery, code, replyToSeq } = unsent;
  const quoted = messages.find(({ seq }) => seq === replyToSeq);
  const row: BubbleRow = {
    kind: 'bubble', key: clientMessageId, isOwn: true, sender: null, body, attachments, at: createdAt, isFirst: true, isLast: true,
    state: delivery, clientMessageId, ...(code ? { code } : {}), ...(quoted ? { quote: quoteOf(quoted) } : {}),
  };
  return { row, who: 'visitor' };
}

/** Lays out a conversation: days, groups, and what waits to be sent at the end. */
export function layOut(messages: readonly Message[], unsent: readonly Unsent[], seenSeq: number, now = 0): Row[] {
  const known = new Set(messages.map((message) => message.clientMessageId));
  const entries = [
    ...messages.filter((message) => message.kind !== 'note').map((message) => entryOf(message, seenSeq, now)),
    ...unsent.filter((item) => !known.has(item.clientMessageId)).map((item) => entryOfUnsent(item, messages)),
  ];
  const rows: Row[] = [];
  entries.forEach(({ row, who }, index) => {
    const joins = (other: Entry | undefined) => other?.row.kind === 'bubble' && row.kind === 'bubble' && other.who === who
      && dayOf(other.row.at) === dayOf(row.at) && Math.abs(Date.parse(row.at) - Date.parse(other.row.at)) <= together;
    const before = entries[index - 1];
    if (!before || dayOf(before.row.at) !== dayOf(row.at)) {
      rows.push({ kind: 'day', key: `day ${dayOf(row.at)}`, at: row.at, body: '' });
    }
    rows.push(row.kind === 'bubble' ? { ...row, isFirst: !joins(before), isLast: !joins(entries[index + 1]) } : row);
  });
  return rows;
}
