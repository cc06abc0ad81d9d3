/**
 * What crosses the wire between the widget and the servers (protocol v1, docs/protocol.md), written by hand
 * beside the C# records of SiteAccess.Contracts; `tests/contracts/*.json` holds both sides to one shape.
 * The servers leave nulls out: what may be null there is optional here.
 */

/** Who wrote a message. */
export type SenderType = 'visitor' | 'operator' | 'bot' | 'system';

/** What a message is; a note never reaches a visitor. */
export type MessageKind = 'text' | 'attachment' | 'note' | 'call' | 'meeting' | 'event';

/** A file of a message. `size` is in bytes; only pictures that may be shown have `width` and `height`. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly width?: number;
  readonly height?: number;
}

/** Where a browser gets a file, for some minutes: paths on Api. `expiresAt` is RFC 3339, UTC. */
export interface AttachmentAddress {
  readonly id: string;
  readonly url: string;
  readonly previewUrl?: string;
  readonly expiresAt: string;
}

/** What files a channel takes. `types` are media types, as the files' content shows them. */
export interface AttachmentLimits {
  readonly maxBytes: number;
  readonly maxCount: number;
  readonly types: readonly string[];
}

/** What a message answers, as it stands when it is read: `body` is its beginning, empty when it was deleted. */
export interface QuotedMessage {
  readonly seq: number;
  readonly senderType: SenderType;
  readonly senderName?: string;
  readonly kind: MessageKind;
  readonly body: string;
  readonly isDeleted?: boolean;
}

/** One message; `seq` counts from 1 without gaps in its conversation. `createdAt` is RFC 3339, UTC. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly clientMessageId: string;
  readonly senderType: SenderType;
  readonly senderId?: string;
  readonly senderName?: string;
  readonly kind: MessageKind;
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly createdAt: string;
  readonly editedAt?: string;
  /** When its author deleted it: its text is gone, its place stays. */
  readonly deletedAt?: string;
  readonly replyTo?: QuotedMessage;
  /** In notes, which visitors never get. */
  readonly mentionIds?: readonly string[];
}

/**
 * A run of messages in rising `seq`, which skips what only operators may see. `hasMore` speaks of the direction that was asked
 * for. `changed` were edited or deleted since the revision that was named with the question.
 */
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly lastSeq: number;
  readonly epoch: string;
  readonly hasMore: boolean;
  readonly revision: number;
  readonly changed?: readonly Message[];
}

/** The key to a conversation's stream on the open channel; the address has the token in it. `expiresAt` is RFC 3339, UTC. */
export interface ChannelToken {
  readonly token: string;
  readonly expiresAt: string;
  readonly epoch: string;
  readonly webSocketUrl: string;
  readonly eventsUrl: string;
}

/** How long a visitor may change what they wrote, in ms. */
export const changeTime = 15 * 60_000;

/** The longest text of a message, in UTF-16 characters. */
export const maxBodyLength = 8_000;

/** Whether somebody would answer now. */
export type Availability = 'available' | 'busy' | 'offline';

/** A channel as its visitors see it. `accent` is `#RRGGBB`. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly status: Availability;
  readonly features: { readonly attachments: boolean; readonly audioCalls: boolean; readonly videoCalls: boolean; readonly draftPreview?: boolean };
  readonly accent?: string;
  /** Without them it takes no files. */
  readonly attachments?: AttachmentLimits;
}

/** Where a conversation stands (DESIGN section 5). */
export type ConversationStatus = 'open' | 'pending' | 'snoozed' | 'resolved';

/** A conversation as its visitor sees it. */
export interface Conversation {
  readonly id: string;
  readonly status: ConversationStatus;
  readonly lastSeq: number;
  readonly unreadCount: number;
  readonly operatorReadSeq: number;
}

/** One of the visitor's conversations in their list. Times are RFC 3339, UTC. */
export interface ConversationRow {
  readonly conversation: Conversation;
  readonly createdAt: string;
  readonly lastActivityAt: string;
  readonly preview?: string;
  readonly operatorName?: string;
}

/** A page of the visitor's conversations, the newest first. */
export interface ConversationPage {
  readonly items: readonly ConversationRow[];
  readonly nextCursor?: string;
}

/** Asks for a session; `visitorKey` is what an earlier one gave this browser to keep. */
export interface StartSession {
  readonly channelKey: string;
  readonly visitorKey?: string;
  readonly page?: { readonly url: string; readonly title: string; readonly referrer: string };
  readonly locale?: string;
  readonly timeZone?: string;
}

/** A visitor's session. `visitorKey` comes only when the browser has to keep a new one. */
export interface Session {
  readonly visitorId: string;
  readonly visitorKey?: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly epoch: string;
  /** Realtime's address as browsers reach it, without the hub's path. */
  readonly realtimeUrl: string;
  readonly channel: Channel;
  readonly conversation?: Conversation;
}

/** What a visitor writes. The same `clientMessageId` is stored once, however often it is sent. */
export interface SendMessage {
  readonly clientMessageId: string;
  readonly body: string;
  /** Uploaded files that go with it; with them the text may be empty. */
  readonly attachmentIds?: readonly string[];
  readonly replyToSeq?: number;
}

/** The message is committed: REST answers all of it, the hub these three. */
export type AcceptedMessage = Pick<Message, 'id' | 'seq' | 'createdAt'>;

/** An error as RFC 9457 has it, with our stable `code`; `retryAfter` is in seconds. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code: string;
  readonly retryAfter?: number;
}
