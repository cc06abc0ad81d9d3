import type {
  AcceptedMessage, Availability, ConversationStatus, Message, MessagePage, SendMessage, SenderType,
} from '../contracts';

/** How far one side of a conversation has got. */
export interface SeenNotice {
  readonly conversationId: string;
  readonly who: SenderType;
  readonly deliveredSeq: number;
  readonly readSeq: number;
}

/** Somebody is writing, or has stopped. Forget it after 6 s without news. */
export interface TypingNotice {
  readonly conversationId: string;
  readonly who: SenderType;
  readonly name?: string;
  readonly isTyping: boolean;
}

/** What changed about a conversation; more fields may come and are ignored. */
export interface ConversationNotice {
  readonly id: string;
  readonly status: ConversationStatus;
  readonly lastSeq: number;
  /** The operator who has it, if any. */
  readonly assigneeName?: string;
}

/** Why the server ends this connection; come back when it has. */
export interface ClosingNotice { readonly code: string }
/** Whether the node hears the others; while it does not it asks for what is new by itself, and tells it as ever. */
export interface BusState { readonly isLive: boolean }

/** Events from the server, by name (DESIGN section 6). */
export interface HubEvents {
  'message:received': Message;
  'message:updated': Message;
  'message:seen': SeenNotice;
  'typing': TypingNotice;
  'conversation:updated': ConversationNotice;
  'channel:status': { readonly status: Availability };
  'server:moving': unknown;
  'ping': unknown;
  'connection:closing': ClosingNotice;
  'server:bus': BusState;
}

/** Where a reader stands. */
export interface Position { readonly conversationId: string; readonly lastSeq: number }

/** Methods of the server, by name: what they take and what they answer. */
export interface HubMethods {
  'message:send': { takes: SendMessage & { conversationId: string }; answers: AcceptedMessage };
  'message:since': { takes: { conversationId: string; afterSeq: number; limit: number; revision: number }; answers: MessagePage };
  'message:ack': { takes: Position; answers: unknown };
  'message:read': { takes: Position; answers: unknown };
  'typing': { takes: { conversationId: string; isTyping: boolean; draft?: string }; answers: unknown };
  'pong': { takes: object; answers: unknown };
}

/** Called for each event; the name narrows the argument. */
export type OnHubEvent = <N extends keyof HubEvents>(name: N, argument: HubEvents[N]) => void;
