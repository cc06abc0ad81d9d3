import { either } from '../connection/either';
import type { Message, SendMessage } from '../contracts';
import type { Conversations } from '../conversations/conversations';
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

/** Sends one message, making the conversation first if there is none. May be repeated: it is stored once. */
export function createSending({ conversations, lines, timeline, stored }: SendingPorts): (message: SendMessage) => Promise<void> {
  /** The conversation is gone (a restore, a merge): the next attempt begins another. */
  function gone(error: unknown): never {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    conversations.forget();
    throw new Refused(503, error.code);
  }

  return async (message) => {
    // The session tells of a conversation that exists; only without one is another made.
    await lines().sessions.get();
    const conversationId = await conversations.ensure();
    const { id, seq, createdAt } = await either(
      lines().link.hub,
      (hub) => hub.invoke('message:send', { conversationId, ...message }),
      () => lines().routes.send(conversationId, message),
    ).catch(gone);
    const { replyToSeq, ...said } = message;
    const quoted = timeline.items.find((item) => item.seq === replyToSeq);
    const replyTo = quoted ? { replyTo: quoteOf(quoted) } : {};
    stored({ id, seq, createdAt, conversationId, ...said, ...replyTo, senderType: 'visitor', kind: 'text', attachments: [] });
  };
}
