import type { Session } from '../contracts';
import { createHealth, type Health } from '../connection/health';
import { createLink, type Link } from '../connection/link';
import { createPolling, pollInterval } from '../connection/polling';
import { createStandIn } from '../connection/standin';
import { hubAddress } from '../hub/address';
import type { OnHubEvent } from '../hub/events';
import { connectHub } from '../hub/hub';
import { createRequest } from '../rest/request';
import { createRoutes, openSession, type Routes } from '../rest/routes';
import { createSessions, type Sessions } from '../sessions/sessions';
import { backoff } from '../time/backoff';
import { wait } from '../time/wait';
import type { World } from './world';

export interface LinesPorts {
  readonly world: World;
  event: OnHubEvent;
  opened(session: Session): void;
  /** The visitor's conversation, if there is one. */
  conversation(): string | undefined;
  /** The conversation goes up to here. */
  heard(lastSeq: number): void;
  /** The hub is there again, or its stand-in: what was missed has to be fetched. */
  up(): void;
  /** Called often while the hub is away, and now and then while it is there, to fetch what did not come by itself. */
  poll(): Promise<void>;
  changed(): void;
}

/** All ways to the servers, and how they are. */
export interface Lines {
  readonly sessions: Sessions;
  readonly routes: Routes;
  readonly link: Link;
  readonly health: Health;
  wake(): void;
  /** The server ends the hub's connection, and says why. */
  closing(code: string): void;
}

/** Reasons that a new connection puts right: with a fresh token, or by asking for what was not read. */
const passing: readonly string[] = ['auth.expired', 'connection.too-slow'];

export function createLines(ports: LinesPorts, signal: AbortSignal): Lines {
  const { world } = ports;
  const watch = createHealth(ports.changed, signal);

  /** Every request tells whether the server can be reached. */
  const fetch = (url: string, init: RequestInit) => world.fetch(url, init).then((response) => {
    watch.reached(response.status < 500);
    return response;
  }, (error: unknown) => {
    watch.reached(false);
    throw error;
  });

  const request = createRequest({ base: `${world.api}/api/v1/widget`, fetch }, signal);
  const sessions = createSessions({
    open: (body) => openSession(request, body),
    visit: world.visit,
    opened: ports.opened,
    refused: (code) => {
      console.warn(`SiteAccess: this page may not chat (${code}).`);
      ports.changed();
    },
    store: world.store,
    now: world.now,
  });

  const polling = createPolling({
    poll: ports.poll,
    interval: (failures) => pollInterval({ failures, isVisible: world.isVisible(), isLive: isLive() }),
  }, signal);

  const routes = createRoutes(request, sessions);
  const isLive = () => !!link.hub || standIn.isLive;
  const lineChanged = (isUp: boolean) => {
    watch.live(isLive());
    polling.start();
    if (isUp) ports.up();
    else polling.wake();
    ports.changed();
  };

  // Where WebSockets do not pass: the event stream tells, REST brings.
  const standIn = createStandIn({
    async address() {
      const id = ports.conversation();
      return id && (await routes.channelToken(id)).eventsUrl;
    },
    openEvents: world.openEvents,
    event: ports.event,
    heard: ports.heard,
    changedThere: () => polling.wake(),
    wait: (attempt, end) => wait(backoff(attempt), end),
    changed: lineChanged,
  }, signal);

  let hubToken = '';
  const link = createLink({
    async connect() {
      const { realtimeUrl, token } = await sessions.get();
      hubToken = token;
      const open = () => world.openSocket(hubAddress(realtimeUrl, token));
      return connectHub({ open, event: ports.event, now: world.now }, signal);
    },
    backoff,
    changed(isUp) {
      standIn.hub(isUp);
      lineChanged(isUp);
    },
  }, signal);

  return {
    sessions,
    routes,
    link,
    get health() {
      return watch.health;
    },
    wake() {
      link.wake();
      polling.wake();
    },
    closing(code) {
      // A blocked visitor's next session says so, and nothing is tried again for a while.
      if (code === 'auth.expired' || code === 'visitor.blocked') sessions.expired(hubToken);
      if (passing.includes(code)) link.move();
    },
  };
}
