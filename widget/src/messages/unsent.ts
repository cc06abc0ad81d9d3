import type { Attachment, SendMessage } from '../contracts';

/** How an unsent message stands. A refused one stays until the visitor says what to do. */
export type Delivery = 'sending' | 'failed' | 'refused';

/** A message that the server has not confirmed. `code` says why it was refused. */
export interface Unsent extends SendMessage {
  readonly createdAt: string;
  readonly delivery: Delivery;
  readonly code?: string;
  /** The files behind `attachmentIds`, to show them. */
  readonly attachments?: readonly Attachment[];
}
