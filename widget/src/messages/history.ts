import type { Message, MessagePage } from '../contracts';
import { createGapWatch } from './gap';
import type { Timeline } from './timeline';

export interface HistoryPorts {
  readonly timeline: Timeline;
  /** What came after a position, and what was changed after a revision. */
  after(seq: number, revision: number): Promise<MessagePage>;
  before(seq: number): Promise<MessagePage>;
  /** Messages that are shown now and were not before; `isOlder` when they lie above. */
  shown(messages: Message[], isOlder: boolean): void;
  /** What is shown was edited or deleted. */
  changed(): void;
  /** The conversation is another than we knew (a restore): all of it is loaded again. */
  restarted(): void;
}

/** Loads what is missing: older pages on request, later messages after a gap or an absence. */
export interface History {
  /** Begins with a conversation that ends at `lastSeq`, and loads its last page. */
  begin(lastSeq: number, epoch: string): Promise<void>;
  /** Takes a live message; a gap is fetched if it does not close by itself. */
  take(message: Message): void;
  /** The server says that the conversation goes up to here. */
  expect(lastSeq: number): void;
  /** Fetches all that came after the last message shown. */
  catchUp(): Promise<void>;
  older(): Promise<void>;
  readonly hasOlder: boolean;
  /** Whether what is shown goes with what a session says. */
  agrees(epoch: string, lastSeq: number): boolean;
}

export function createHistory(ports: HistoryPorts, signal: AbortSignal): History {
  const { timeline } = ports;
  let epoch: string | undefined;
  let turn = 0;
  let expected = 0;
  let revision = 0;
  let catching: Promise<void> | undefined;
  let loading: Promise<void> | undefined;

  async function begin(lastSeq: number, from: string): Promise<void> {
    epoch = from;
    expected = lastSeq;
    // What is still on its way belongs to the conversation before.
    turn++;
    catching = loading = undefined;
    revision = 0;
    timeline.reset(lastSeq);
    if (lastSeq > 0) await fetchBefore();
  }

  async function restart(page: MessagePage): Promise<void> {
    ports.restarted();
    await begin(page.lastSeq, page.epoch);
  }

  async function fetchAfter(): Promise<void> {
    const own = turn;
    for (let more = true; more && !signal.aborted;) {
      const asked = timeline.last;
      const page = await ports.after(asked, revision);
      if (own !== turn) return;
      // A page that contradicts what is shown means that the server was restored from a backup.
      if (page.epoch !== epoch || page.lastSeq < timeline.last) return restart(page);
      const to = page.hasMore ? page.messages.at(-1)?.seq ?? asked : page.lastSeq;
      const shown = timeline.accept(page.messages, { from: asked + 1, to });
      revision = page.revision;
      const isChanged = (page.changed ?? []).map((message) => timeline.update(message)).includes(true);
      if (shown.length) ports.shown(shown, false);
      if (isChanged) ports.changed();
      more = page.hasMore && timeline.last > asked;
    }
  }

  async function fetchBefore(): Promise<void> {
    const own = turn;
    const asked = timeline.first;
    const page = await ports.before(asked);
    if (own !== turn) return;
    if (page.epoch !== epoch) return restart(page);
    // An older page may know of changes that the later ones have not told yet.
    if (!timeline.items.length) revision = page.revision;
    const from = page.hasMore ? page.messages[0]?.seq ?? asked : 1;
    ports.shown(timeline.accept(page.messages, { from, to: asked - 1 }), true);
  }

  const once = (fetching: Promise<void>, done: () => void) => {
    const own = turn;
    return fetching.finally(() => own === turn && done());
  };
  const catchUp = () => (catching ??= once(fetchAfter(), () => (catching = undefined)));
  const mindGap = createGapWatch({ isBehind: () => timeline.hasGap || timeline.last < expected, fetch: catchUp }, signal);

  return {
    begin,
    take(message) {
      const shown = timeline.accept([message]);
      if (shown.length) ports.shown(shown, false);
      mindGap();
    },
    expect(lastSeq) {
      expected = Math.max(expected, lastSeq);
      mindGap();
    },
    catchUp,
    older() {
      if (timeline.first <= 1) return Promise.resolve();
      return (loading ??= once(fetchBefore(), () => (loading = undefined)));
    },
    get hasOlder() {
      return timeline.first > 1;
    },
    agrees: (current, lastSeq) => current === epoch && lastSeq >= timeline.last,
  };
}
