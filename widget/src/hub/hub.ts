import { createCalls } from './calls';
import { HubGone } from './errors';
import type { HubEvents, HubMethods, OnHubEvent } from './events';
import { decode, encode, type Frame, FrameType, handshake } from './frames';
import { createKeepalive } from './keepalive';

/** What a hub connection needs from outside. */
export interface HubPorts {
  /** Opens the socket, token and all: no negotiation, WebSocket only. */
  open(): WebSocket;
  event: OnHubEvent;
  now(): number;
}

/** Why a connection ended. `mayReturn` is false when the server asked us not to come back at once. */
export interface HubEnd { readonly mayReturn: boolean; readonly error?: string | undefined }

/** A live connection to the hub. */
export interface Hub {
  /** Calls a method and waits for its answer; throws `HubRefusal` (answered no) or `HubGone` (no answer). */
  invoke<M extends keyof HubMethods>(method: M, argument: HubMethods[M]['takes']): Promise<HubMethods[M]['answers']>;
  /** Notices a connection that died while the page slept. */
  check(): void;
  close(): void;
  readonly ended: Promise<HubEnd>;
}

const answerWithin = 10_000;

/** Connects and shakes hands; resolves with a connection that is ready for use. */
export function connectHub(ports: HubPorts, signal: AbortSignal): Promise<Hub> {
  return new Promise((ready, failed) => {
    const socket = ports.open();
    const life = new AbortController();
    const calls = createCalls();
    let shaken = false;
    let farewell: HubEnd = { mayReturn: true };
    let tellEnd: (end: HubEnd) => void;
    const ended = new Promise<HubEnd>((resolve) => (tellEnd = resolve));

    const end = (error?: string) => {
      if (life.signal.aborted) return;
      life.abort();
      socket.close();
      calls.abandon();
      failed(new HubGone(error ?? 'The connection ended'));
      tellEnd({ error, ...farewell });
    };
    const send = (frame: object) => {
      socket.send(encode(frame));
      keepalive.sent();
    };
    const keepalive = createKeepalive({
      ping: () => send({ type: FrameType.ping }),
      lost: () => end('The server fell silent'),
      now: ports.now,
    }, life.signal);

    const hub: Hub = {
      invoke(target, argument) {
        if (life.signal.aborted) return Promise.reject(new HubGone('The connection ended'));
        const { invocationId, answer } = calls.start(answerWithin);
        send({ type: FrameType.invocation, invocationId, target, arguments: [argument] });
        return answer as Promise<HubMethods[typeof target]['answers']>;
      },
      check: keepalive.check,
      close: () => end(),
      ended,
    };

    const receive = (frame: Frame) => {
      if (!shaken) {
        if (frame.error !== undefined) return end(frame.error);
        shaken = true;
        return ready(hub);
      }
      if (frame.type === FrameType.completion) calls.settle(frame);
      else if (frame.type === FrameType.invocation) ports.event(frame.target as keyof HubEvents, frame.arguments?.[0] as never);
      else if (frame.type === FrameType.close) {
        farewell = { mayReturn: frame.allowReconnect ?? false, error: frame.error };
        end(frame.error);
      }
    };

    const listen = { signal: life.signal };
    signal.addEventListener('abort', () => end(), listen);
    socket.addEventListener('open', () => socket.send(handshake), listen);
    socket.addEventListener('close', () => end(), listen);
    socket.addEventListener('message', (message) => {
      keepalive.received();
      try {
        for (const frame of decode(String(message.data))) receive(frame);
      } catch (error) {
        end(`Not understood: ${String(error)}`);
      }
    }, listen);
    if (signal.aborted) end();
  });
}
