import type { Conversation, ConversationStatus } from '../contracts';
import { keys } from '../storage/keys';
import type { Store } from '../storage/store';

export interface ConversationPorts {
  create(): Promise<Conversation>;
  /** The conversation is another than before: its messages have to be loaded. */
  entered(conversation: Conversation): void;
  /** There is no conversation any more: nothing of it may be shown. */
  left(): void;
  readonly store: Store;
}

/** Which conversation the visitor is in; made by the first message, never before. */
export interface Conversations {
  readonly id: string | undefined;
  readonly status: ConversationStatus | undefined;
  /** The visitor went here themself, to an earlier conversation or a new one: a session does not take them elsewhere. */
  readonly isChosen: boolean;
  ensure(): Promise<string>;
  /** Takes over what a session, an event or another tab says. */
  adopt(conversation: Conversation): void;
  /** The visitor goes to one of their earlier conversations. */
  enter(conversation: Conversation): void;
  /** The visitor wants another conversation; their next words make it. */
  begin(): void;
  moved(status: ConversationStatus): void;
  /** The server does not know it any more. */
  forget(): void;
  /** Whether the server once said that there is no such conversation. */
  isGone(id: string): boolean;
  /** The server says so. */
  gone(id: string): void;
}

export function createConversations(ports: ConversationPorts): Conversations {
  let id: string | undefined;
  let status: ConversationStatus | undefined;
  let isChosen = false;
  let creating: Promise<string> | undefined;
  const lost = new Set<string>();

  /** Only a conversation that is not over wakes the panel on the next page. */
  function moved(next: ConversationStatus): void {
    status = next;
    if (next !== 'resolved') ports.store.set(keys.conversation, id ?? null);
    else if (ports.store.get(keys.conversation) === id) ports.store.set(keys.conversation, null);
  }

  function go(conversation: Conversation, byChoice: boolean): void {
    const isNew = conversation.id !== id;
    id = conversation.id;
    isChosen = byChoice;
    moved(conversation.status);
    if (isNew) ports.entered(conversation);
  }

  function leave(byChoice: boolean): void {
    const hadOne = id !== undefined;
    id = status = undefined;
    isChosen = byChoice;
    if (hadOne) ports.left();
  }

  function forget(): void {
    ports.store.set(keys.conversation, null);
    leave(false);
  }

  return {
    get id() {
      return id;
    },
    get status() {
      return status;
    },
    get isChosen() {
      return isChosen;
    },
    async ensure() {
      if (id) return id;
      creating ??= ports.create().then((made) => {
        if (!id) go(made, false);
        return id ?? made.id;
      }).finally(() => (creating = undefined));
      return creating;
    },
    adopt: (conversation) => go(conversation, false),
    enter: (conversation) => go(conversation, true),
    begin: () => leave(true),
    moved,
    forget,
    isGone: (which) => lost.has(which),
    gone(which) {
      lost.add(which);
      if (which === id) forget();
    },
  };
}
