import type { Availability, Message } from '../contracts';
import type { HubEvents, OnHubEvent } from '../hub/events';
import type { Hearing } from '../typing/hearing';
import type { Talk } from './talk';

export interface EventPorts {
  readonly talk: Talk;
  readonly hearing: Hearing;
  /** Whether the visitor has the conversation before their eyes. */
  isWatched(): boolean;
  status(status: Availability): void;
  moving(): void;
  closing(code: string): void;
  /** Answers the server, which measures the line. */
  pong(): void;
  changed(): void;
}

type Reactions = { [N in keyof HubEvents]: (argument: HubEvents[N]) => void };

/** What each event of the hub does to the chat. Events of later protocol versions are passed over. */
export function createEvents({ talk, hearing, isWatched, status, moving, closing, pong, changed }: EventPorts): OnHubEvent {
  const { company, conversations, elsewhere, history, receipts, reading } = talk;

  function received(message: Message): void {
    const { conversationId: id, seq } = message;
    // Begun in another tab, or by an operator, or gone on with while nobody looks: this tab joins in before the message.
    const isFree = !conversations.id && !conversations.isChosen;
    const isAnswer = message.senderType === 'operator' || message.senderType === 'bot';
    if (isFree || (conversations.id !== id && isAnswer && !isWatched())) {
      conversations.adopt({ id, status: 'open', lastSeq: seq - 1, unreadCount: 0, operatorReadSeq: 0 });
    }
    if (conversations.id !== id) {
      if (isAnswer) elsewhere.came(id);
      return changed();
    }
    if (message.senderType === 'operator') hearing.stop();
    history.take(message);
  }

  const reactions: Reactions = {
    'message:received': received,
    'message:updated': talk.update,
    'message:seen': ({ conversationId, who, readSeq }) => {
      if (conversationId !== conversations.id) return;
      if (who === 'visitor') reading.readElsewhere(readSeq);
      else receipts.seen(readSeq);
      changed();
    },
    'typing': (notice) => {
      if (notice.conversationId === conversations.id) hearing.heard(notice);
    },
    'conversation:updated': (notice) => {
      if (notice.id !== conversations.id) return;
      conversations.moved(notice.status);
      company.assigned(notice.id, notice.assigneeName);
      history.expect(notice.lastSeq);
      changed();
    },
    'channel:status': (notice) => status(notice.status),
    'server:moving': moving,
    'ping': pong,
    'connection:closing': ({ code }) => closing(code),
    'server:bus': ({ isLive }) => {
      // The node fetches what is new for us; only that somebody stopped writing would not be heard.
      if (!isLive) hearing.stop();
    },
  };

  return (name, argument) => reactions[name]?.(argument);
}
