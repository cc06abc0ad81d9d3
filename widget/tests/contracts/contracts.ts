import type {
  Attachment, AttachmentAddress, AttachmentLimits, Channel, ChannelToken, Conversation, ConversationPage, ConversationRow, Message, MessagePage, Problem,
  QuotedMessage, Session,
} from '../../src/contracts';
import type { BusState, ClosingNotice, SeenNotice, TypingNotice } from '../../src/hub/events';
import { type Check, flag, list, number, oneOf, optional, shape, text, time } from './shape';

const sender = oneOf('visitor', 'operator', 'bot', 'system');
const attachment = shape<Attachment>({ id: text, name: text, contentType: text, size: number, width: optional(number), height: optional(number) });
const message = shape<Message>({
  id: text, conversationId: text, seq: number, clientMessageId: text, senderType: sender, senderId: optional(text), senderName: optional(text),
  kind: oneOf('text', 'attachment', 'note', 'call', 'meeting', 'event'), body: text, attachments: list(attachment), createdAt: time, editedAt: optional(time), deletedAt: optional(time),
  replyTo: optional(shape<QuotedMessage>({
    seq: number, senderType: sender, senderName: optional(text), body: text, isDeleted: optional(flag),
    kind: oneOf('text', 'attachment', 'note', 'call', 'meeting', 'event'),
  })),
  mentionIds: optional(list(text)),
});
const channel = shape<Channel>({
  id: text, name: text, status: oneOf('available', 'busy', 'offline'), accent: optional(text),
  attachments: optional(shape<AttachmentLimits>({ maxBytes: number, maxCount: number, types: list(text) })),
  features: shape<Channel['features']>({ attachments: flag, audioCalls: flag, videoCalls: flag, draftPreview: optional(flag) }),
});
const conversation = shape<Conversation>({
  id: text, status: oneOf('open', 'pending', 'snoozed', 'resolved'), lastSeq: number, unreadCount: number, operatorReadSeq: number,
});

/** Checks by the beginning of a sample's file name; the longest that fits counts. */
export const contracts: Record<string, Check> = {
  message,
  'message-page': shape<MessagePage>({ messages: list(message), lastSeq: number, epoch: text, hasMore: flag, revision: number, changed: optional(list(message)) }),
  'message-accepted': shape<Pick<Message, 'id' | 'seq' | 'createdAt'>>({ id: text, seq: number, createdAt: time }),
  conversation,
  'conversation-list': shape<ConversationPage>({
    items: list(shape<ConversationRow>({
      conversation, createdAt: time, lastActivityAt: time, preview: optional(text), operatorName: optional(text),
    })),
    nextCursor: optional(text),
  }),
  session: shape<Session>({
    visitorId: text, visitorKey: optional(text), token: text, expiresAt: time, epoch: text, realtimeUrl: text, channel,
    conversation: optional(conversation),
  }),
  problem: shape<Problem>({
    type: optional(text), title: optional(text), status: optional(number), detail: optional(text), code: text, retryAfter: optional(number),
  }),
  seen: shape<SeenNotice>({ conversationId: text, who: sender, deliveredSeq: number, readSeq: number }),
  'connection-closing': shape<ClosingNotice>({ code: text }),
  'server-bus': shape<BusState>({ isLive: flag }),
  'channel-token': shape<ChannelToken>({ token: text, expiresAt: time, epoch: text, webSocketUrl: text, eventsUrl: text }),
  'attachment-addresses': shape<{ items: readonly AttachmentAddress[] }>({
    items: list(shape<AttachmentAddress>({ id: text, url: text, previewUrl: optional(text), expiresAt: time })),
  }),
  typing: shape<TypingNotice>({ conversationId: text, who: sender, name: optional(text), isTyping: flag }),
};

/** The contract of a sample file, if the widget has one. */
export function contractOf(file: string): Check | undefined {
  const name = file.replace(/\.json$/, '');
  const fits = Object.keys(contracts).filter((each) => name === each || name.startsWith(`${each}-`) || name.startsWith(`${each}.`));
  return contracts[fits.sort((a, b) => b.length - a.length)[0] ?? ''];
}
