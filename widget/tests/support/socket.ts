/** A WebSocket that a test plays the server of. */
export class FakeSocket extends EventTarget {
  readonly sent: string[] = [];
  isClosed = false;

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.dispatchEvent(new Event('close'));
  }

  /** The server accepts, and answers the handshake. */
  accept(): void {
    this.dispatchEvent(new Event('open'));
    this.says('{}\u001e');
  }

  says(text: string): void {
    this.dispatchEvent(new MessageEvent('message', { data: text }));
  }

  asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}
