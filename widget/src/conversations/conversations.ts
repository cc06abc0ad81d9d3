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
  ensure(): Promise<string>;
  /** Takes over what a session, an event or another tab says. */
  adopt(conversation: Conversation): void;
  moved(status: ConversationStatus): void;
  /** The server does not know it any more. */
  forget(): void;
}

export function createConversations(ports: ConversationPorts): Conversations {
  let id: string | undefined;
  let creating: Promise<string> | undefined;

  /** Only a conversation that is not over wakes the panel on the next page. */
  const remember = (status: ConversationStatus) => ports.store.set(keys.conversation, status === 'resolved' ? null : id ?? null);

  function adopt(conversation: Conversation): void {
    const isNew = conversation.id !== id;
    id = conversation.id;
    remember(conversation.status);
    if (isNew) ports.entered(conversation);
  }

  return {
    get id() {
      return id;
    },
    async ensure() {
      if (id) return id;
      creating ??= ports.create().then((made) => {
        if (!id) adopt(made);
        return id ?? made.id;
      }).finally(() => (creating = undefined));
      return creating;
    },
    adopt,
    moved: (status) => remember(status),
    forget() {
      ports.store.set(keys.conversation, null);
      if (!id) return;
      id = undefined;
      ports.left();
    },
  };
}
