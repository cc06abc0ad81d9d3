import type {
  AttachmentAddress, ChannelToken, Conversation, ConversationPage, Message, MessagePage, SendMessage, Session, StartSession,
} from '../contracts';
import type { Access, Request } from './request';

/** The visitor's REST routes (DESIGN section 6). */
export interface Routes {
  /** The visitor's conversations, the newest first; `cursor` goes on after a page. */
  conversations(cursor?: string): Promise<ConversationPage>;
  createConversation(): Promise<Conversation>;
  messagesAfter(conversationId: string, seq: number, revision: number): Promise<MessagePage>;
  messagesBefore(conversationId: string, seq: number): Promise<MessagePage>;
  send(conversationId: string, message: SendMessage): Promise<Message>;
  edit(conversationId: string, messageId: string, body: string): Promise<Message>;
  remove(conversationId: string, messageId: string): Promise<Message>;
  read(conversationId: string, lastSeq: number): Promise<void>;
  channelToken(conversationId: string): Promise<ChannelToken>;
  addresses(ids: readonly string[]): Promise<{ readonly items: readonly AttachmentAddress[] }>;
  discard(attachmentId: string): Promise<void>;
  /** The visitor has gone to another page of the site. */
  page(page: StartSession['page']): Promise<void>;
}

/** How many messages one page of history holds. */
export const pageSize = 50;

/** Opens a session: the one route that needs no token. */
export function openSession(request: Request, body: StartSession): Promise<Session> {
  return request('POST', '/sessions', body);
}

/** The routes that act for a visitor, vouched for by `access`. */
export function createRoutes(request: Request, access: Access): Routes {
  const messages = (id: string) => `/conversations/${encodeURIComponent(id)}/messages`;
  return {
    conversations: (cursor) => request('GET', `/conversations${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`, undefined, access),
    createConversation: () => request('POST', '/conversations', {}, access),
    messagesAfter: (id, seq, revision) => (
      request('GET', `${messages(id)}?after=${seq}&revision=${revision}&limit=${pageSize}`, undefined, access)),
    messagesBefore: (id, seq) => request('GET', `${messages(id)}?before=${seq}&limit=${pageSize}`, undefined, access),
    send: (id, message) => request('POST', messages(id), message, access),
    edit: (id, messageId, body) => request('PATCH', `${messages(id)}/${messageId}`, { body }, access),
    remove: (id, messageId) => request('DELETE', `${messages(id)}/${messageId}`, undefined, access),
    read: (id, lastSeq) => request('POST', `/conversations/${encodeURIComponent(id)}/read`, { lastSeq }, access),
    channelToken: (id) => request('GET', `/conversations/${encodeURIComponent(id)}/channel-token`, undefined, access),
    addresses: (ids) => request('POST', '/attachments/addresses', { ids }, access),
    discard: (id) => request('POST', `/attachments/${encodeURIComponent(id)}/discard`, undefined, access),
    page: (page) => request('POST', '/pages', page, access),
  };
}
