import type { OnHubEvent } from '../hub/events';

/** What the open channel says, as far as the widget listens (docs/protocol.md). */
interface ChannelFrame {
  readonly type?: string;
  readonly session_id?: string;
  readonly data?: { readonly seq?: number; readonly status?: 'open' | 'pending' | 'snoozed' | 'resolved'; readonly last_seq?: number };
}

export interface StreamPorts {
  /** Where the conversation's event stream is, token and all; undefined while there is no conversation. */
  address(): Promise<string | undefined>;
  openEvents(url: string): EventSource;
  event: OnHubEvent;
  /** The conversation goes up to here. */
  heard(lastSeq: number): void;
  /** Something that was said before was edited or deleted. */
  changedThere(): void;
  /** The pause before attempt number so-and-so, or until the signal. */
  wait(attempt: number, signal: AbortSignal): Promise<void>;
  /** Up and down, as they happen. */
  changed(isLive: boolean): void;
}

/** A new address after this time without news, in ms: a line may die without a word. The server says something every 30 s. */
const silentAfter = 75_000;

/**
 * Listens to the conversation's event stream while WebSockets do not pass: it says that there is news, and REST
 * brings it. Loaded only then. Ends with the signal.
 */
export function createStream(ports: StreamPorts, signal: AbortSignal): void {
  /** Resolves when the stream has ended; true if it was ever open. */
  const listen = (url: string) => new Promise<boolean>((resolve) => {
    const source = ports.openEvents(url);
    let wasOpen = false;
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      source.close();
      if (wasOpen) ports.changed(false);
      resolve(wasOpen);
    };
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(end, silentAfter);
    };
    alive();
    signal.addEventListener('abort', end);
    source.onopen = () => {
      wasOpen = true;
      ports.changed(true);
    };
    source.onerror = end;
    source.onmessage = ({ data }) => {
      alive();
      const frame = JSON.parse(String(data)) as ChannelFrame;
      if (frame.type === 'chat.message.updated') ports.changedThere();
      else if (frame.data?.seq) ports.heard(frame.data.seq);
      if (frame.session_id && frame.data?.status) {
        ports.event('conversation:updated', { id: frame.session_id, status: frame.data.status, lastSeq: frame.data.last_seq ?? 0 });
      }
    };
  });

  async function keep(): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        const url = await ports.address();
        if (signal.aborted) return;
        failures = url && await listen(url) ? 0 : failures + 1;
      } catch {
        failures++;
      }
      await ports.wait(failures, signal);
    }
  }

  void keep();
}
