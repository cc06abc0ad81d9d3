import type { Attachment, SendMessage } from '../contracts';

/** How an unsent message stands. A refused one stays until the visitor says what to do. */
export type Delivery = 'sending' | 'failed' | 'refused';

/** A message that the server has not confirmed. `code` says why it was refused. */
export interface Unsent extends SendMessage {
  readonly createdAt: string;
  readonly delivery: Delivery;
  /** Where it was written; what was written before there was a conversation goes to the one that is made then. */
  readonly conversationId?: string;
  readonly code?: string;
  /** The files behind `attachmentIds`, to show them. */
  readonly attachments?: readonly Attachment[];
}
