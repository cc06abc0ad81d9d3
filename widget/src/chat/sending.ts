import { either } from '../connection/either';
import type { Message } from '../contracts';
import type { Conversations } from '../conversations/conversations';
import type { OutboxPorts } from '../messages/outbox';
import { quoteOf } from '../messages/quote';
import type { Timeline } from '../messages/timeline';
import { Refused } from '../rest/refused';
import type { Lines } from './lines';

export interface SendingPorts {
  readonly conversations: Conversations;
  readonly lines: () => Lines;
  readonly timeline: Timeline;
  /** The message is stored: it has its place now. */
  stored(message: Message): void;
}

/** Sends one message to where it was written, making the conversation first if there is none. May be repeated: it is stored once. */
export function createSending({ conversations, lines, timeline, stored }: SendingPorts): OutboxPorts['send'] {
  /** The conversation is gone (a restore, a merge): the next attempt begins another. */
  function gone(error: unknown, conversationId: string): never {
    if (!(error instanceof Refused) || error.status !== 404 || error.code === 'attachment.not-found') throw error;
    conversations.gone(conversationId);
    throw new Refused(503, error.code);
  }

  return async (message, writtenIn, attachments = []) => {
    // The session tells of a conversation that exists; only without one is another made.
    await lines().sessions.get();
    const conversationId = writtenIn && !conversations.isGone(writtenIn) ? writtenIn : await conversations.ensure();
    const { id, seq, createdAt } = await either(
      lines().link.hub,
      (hub) => hub.invoke('message:send', { conversationId, ...message }),
      () => lines().routes.send(conversationId, message),
    ).catch((error: unknown) => gone(error, conversationId));
    const { clientMessageId, body, replyToSeq } = message;
    const quoted = timeline.items.find((item) => item.seq === replyToSeq);
    stored({
      id, seq, createdAt, conversationId, clientMessageId, body, senderType: 'visitor', kind: attachments.length ? 'attachment' : 'text', attachments,
      ...(quoted ? { replyTo: quoteOf(quoted) } : {}),
    });
  };
}
