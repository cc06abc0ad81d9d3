/** An EventSource that a test plays the server of. */
export class FakeEvents {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  isClosed = false;

  constructor(readonly url: string) {}

  open(): void {
    this.onopen?.();
  }

  says(frame: object): void {
    if (!this.isClosed) this.onmessage?.({ data: JSON.stringify(frame) });
  }

  breaks(): void {
    if (!this.isClosed) this.onerror?.();
  }

  close(): void {
    this.isClosed = true;
  }

  asEvents(): EventSource {
    return this as unknown as EventSource;
  }
}
