import { HubGone, refusalOf } from './errors';
import type { Frame } from './frames';

/** Calls that wait for their completion frame. */
export interface Calls {
  /** A new call: its id for the invocation frame, and its answer. Rejects after `timeout` ms. */
  start(timeout: number): { invocationId: string; answer: Promise<unknown> };
  settle(completion: Frame): void;
  /** The connection ended: nobody will answer these. */
  abandon(): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Pairs completions with the calls that they answer. */
export function createCalls(): Calls {
  const waiting = new Map<string, Waiting>();
  let count = 0;

  const take = (id: string) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (call) clearTimeout(call.timer);
    return call;
  };

  return {
    start(timeout) {
      const invocationId = String(++count);
      const answer = new Promise<unknown>((resolve, reject) => {
        const timer = setTimeout(() => take(invocationId)?.reject(new HubGone('No answer in time')), timeout);
        waiting.set(invocationId, { resolve, reject, timer });
      });
      return { invocationId, answer };
    },
    settle(completion) {
      const call = take(completion.invocationId ?? '');
      if (completion.error === undefined) call?.resolve(completion.result);
      else call?.reject(refusalOf(completion.error));
    },
    abandon() {
      for (const id of [...waiting.keys()]) take(id)?.reject(new HubGone('The connection ended'));
    },
  };
}
