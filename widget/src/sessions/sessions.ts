import type { StartSession, Session } from '../contracts';
import type { Access } from '../rest/request';
import { Refused } from '../rest/refused';
import { keys } from '../storage/keys';
import type { Store } from '../storage/store';

export interface SessionPorts {
  open(request: StartSession): Promise<Session>;
  /** What the server should know of this visit. */
  visit(): Omit<StartSession, 'visitorKey'>;
  opened(session: Session): void;
  /** Not on this page, or not with this key: the site's owner has something to put right. */
  refused(code: string): void;
  readonly store: Store;
  now(): number;
}

/** The visitor's session: opened when first needed, renewed before it ends or when it is refused. */
export interface Sessions extends Access {
  /** Why the last session was refused for good, as a code. */
  readonly refusal: string | undefined;
  /** A session whose token is good; throws when none can be had. */
  get(): Promise<Session>;
}

/** A token is renewed this long before its end, in ms; a clock that is wrong gets this much of a life. */
const margin = 5 * 60_000;
const refusalLasts = 60_000;

export function createSessions(ports: SessionPorts): Sessions {
  let session: Session | undefined;
  let goodUntil = 0;
  let opening: Promise<Session> | undefined;
  let refusal: { readonly error: Refused; readonly until: number } | undefined;

  /** "This page may not" does not change by asking again at once. */
  function refuse(error: unknown): never {
    if (error instanceof Refused && !error.mayPass) {
      refusal = { error, until: ports.now() + refusalLasts };
      ports.refused(error.code);
    }
    throw error;
  }

  async function open(): Promise<Session> {
    const visitorKey = ports.store.get(keys.visitor);
    const opened = await ports.open({ ...ports.visit(), ...(visitorKey ? { visitorKey } : {}) }).catch(refuse);
    if (opened.visitorKey) ports.store.set(keys.visitor, opened.visitorKey);
    session = opened;
    refusal = undefined;
    goodUntil = Math.max(Date.parse(opened.expiresAt), ports.now() + 2 * margin);
    ports.opened(opened);
    return opened;
  }

  const openOnce = () => (opening ??= open().finally(() => (opening = undefined)));

  async function get(): Promise<Session> {
    if (refusal && ports.now() < refusal.until) throw refusal.error;
    if (session && ports.now() < goodUntil - margin) return session;
    try {
      return await openOnce();
    } catch (error) {
      if (session && ports.now() < goodUntil) return session;
      throw error;
    }
  }

  return {
    get refusal() {
      return refusal?.error.code;
    },
    get,
    token: async () => (await get()).token,
    expired(token) {
      if (session?.token === token) goodUntil = 0;
    },
  };
}
