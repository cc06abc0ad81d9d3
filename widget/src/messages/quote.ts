import type { Message, QuotedMessage } from '../contracts';

/** A message as another one quotes it. */
export function quoteOf({ seq, senderType, senderName, kind, body, deletedAt }: Message): QuotedMessage {
  return { seq, senderType, kind, body: body.slice(0, 200), ...(senderName ? { senderName } : {}), ...(deletedAt ? { isDeleted: true } : {}) };
}
