import { Refused, refusalOf } from './refused';

/** Who vouches for a request: a token, and what to do when it is no longer taken. */
export interface Access {
  token(): Promise<string>;
  expired(token: string): void;
}

export interface RequestPorts {
  readonly base: string;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** Sends JSON and reads JSON; throws `Refused` for an answer that says no, `TypeError` for no answer. */
export type Request = <T>(method: string, path: string, body?: unknown, access?: Access) => Promise<T>;

const answerWithin = 15_000;

/** Requests below one base address. A 401 is tried once more with a fresh token. */
export function createRequest(ports: RequestPorts, signal: AbortSignal): Request {
  async function once(method: string, path: string, body: unknown, token?: string): Promise<Response> {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, answerWithin);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    try {
      const headers: Record<string, string> = { Accept: 'application/json' };
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      if (token) headers['Authorization'] = `Bearer ${token}`;
      return await ports.fetch(ports.base + path, {
        method, headers, signal: limit.signal, credentials: 'omit', cache: 'no-store',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  return async <T>(method: string, path: string, body?: unknown, access?: Access) => {
    for (let attempt = 1; ; attempt++) {
      const token = await access?.token();
      const response = await once(method, path, body, token);
      if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
      const refusal: Refused = await refusalOf(response);
      if (refusal.status !== 401 || !token || attempt > 1) throw refusal;
      access?.expired(token);
    }
  };
}
