/**
 * Frames of the SignalR JSON hub protocol, version 1: JSON texts, each ended by the record separator.
 * Source: aspnetcore, src/SignalR/docs/specs/HubProtocol.md. Only what a chat needs: no streams, no stateful reconnect.
 */
const separator = '\u001e';

/** The first frame of a connection; the server answers `{}` or `{error}`. */
export const handshake = encode({ protocol: 'json', version: 1 });

/** Message types of the protocol that are understood here. */
export const FrameType = { invocation: 1, completion: 3, ping: 6, close: 7 } as const;

/** A frame as it comes from the server. Fields depend on the type. */
export interface Frame {
  readonly type?: number;
  readonly target?: string;
  readonly arguments?: readonly unknown[];
  readonly invocationId?: string;
  readonly result?: unknown;
  readonly error?: string;
  readonly allowReconnect?: boolean;
}

/** One frame as text, ready to be sent. */
export function encode(frame: object): string {
  return JSON.stringify(frame) + separator;
}

/** All frames in one WebSocket message. A frame is never split over two; half a frame is an error. */
export function decode(text: string): Frame[] {
  const parts = text.split(separator);
  if (parts.pop() !== '') throw new SyntaxError('A hub frame without its end');
  return parts.map((part) => JSON.parse(part) as Frame);
}
