import type { Attachment, Message, MessagePage } from '../../src/contracts';

/** A message as the server would tell it. */
export function message(seq: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    conversationId: 'c1',
    seq,
    clientMessageId: `client-${seq}`,
    senderType: 'operator',
    senderId: 'o1',
    senderName: 'Anna',
    kind: 'text',
    body: `text ${seq}`,
    attachments: [],
    createdAt: new Date(Date.UTC(2026, 10, 20, 12, 0, seq)).toISOString(),
    ...more,
  };
}

/** A server's whole conversation, and the pages that it would give. */
export function conversation(length: number, epoch = 'e1'): {
  messages: Message[]; epoch: string; after(seq: number): MessagePage; before(seq: number): MessagePage;
} {
  const size = 50;
  const page = (messages: Message[], hasMore: boolean, from: { messages: Message[]; epoch: string }): MessagePage => (
    { messages, hasMore, lastSeq: from.messages.at(-1)?.seq ?? 0, epoch: from.epoch, revision: 0 });
  return {
    messages: Array.from({ length }, (_, index) => message(index + 1)),
    epoch,
    after(seq) {
      const later = this.messages.filter((each) => each.seq > seq);
      return page(later.slice(0, size), later.length > size, this);
    },
    before(seq) {
      const earlier = this.messages.filter((each) => each.seq < seq);
      return page(earlier.slice(-size), earlier.length > size, this);
    },
  };
}

/** What the server makes of an uploaded file. */
export function attachment({ name, size }: { name: string; size: number }, id = `a-${name}`): Attachment {
  return { id, name, contentType: 'text/plain', size };
}
