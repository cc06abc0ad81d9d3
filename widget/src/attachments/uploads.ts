import type { Attachment, AttachmentLimits } from '../contracts';
import { newId } from '../identifiers';
import { Refused } from '../rest/refused';
import type { FileLines } from './lines';

/** A file that is to be sent. `code` says why it cannot be; it can be tried again when `mayPass`. */
export interface Waiting {
  readonly key: string;
  readonly file: File;
  readonly state: 'uploading' | 'ready' | 'failed';
  /** How much has gone, from 0 to 1. */
  readonly progress: number;
  readonly uploaded?: Attachment;
  readonly code?: string;
  readonly mayPass?: boolean;
}

export interface UploadsPorts {
  readonly files: Pick<FileLines, 'upload' | 'discard'>;
  /** Undefined when the channel takes no files, or is not known yet. */
  limits(): AttachmentLimits | undefined;
  changed(): void;
}

/** The files that will go with the next message: each is uploaded at once, a few at a time. */
export interface Uploads {
  readonly items: readonly Waiting[];
  add(files: Iterable<File>): void;
  retry(key: string): void;
  remove(key: string): void;
  /** Hands out what is ready, and forgets it. */
  take(): Attachment[];
}

const atOnce = 2;

export function createUploads(ports: UploadsPorts, signal: AbortSignal): Uploads {
  let items: readonly Waiting[] = [];
  const running = new Map<string, AbortController>();

  const set = (key: string, change: Partial<Waiting>) => {
    items = items.map((item) => (item.key === key ? { ...item, ...change } : item));
    ports.changed();
  };

  /** What the server would refuse anyway is not sent there; what a file is, only its content tells the server. */
  const faultOf = (file: File): string | undefined => {
    const { maxBytes = 0, maxCount = 0 } = ports.limits() ?? {};
    if (items.filter(({ code }) => !code).length >= maxCount) return 'attachment.too-many';
    return file.size > maxBytes ? 'attachment.too-large' : undefined;
  };

  async function send({ key, file }: Waiting, own: AbortController): Promise<void> {
    try {
      const uploaded = await ports.files.upload(file, (progress) => set(key, { progress }), own.signal);
      if (own.signal.aborted) ports.files.discard(uploaded.id);
      else set(key, { state: 'ready', progress: 1, uploaded });
    } catch (error) {
      if (own.signal.aborted) return;
      const refusal = error instanceof Refused ? error : undefined;
      set(key, { state: 'failed', code: refusal?.code ?? 'server.unavailable', mayPass: refusal?.mayPass ?? true });
    } finally {
      running.delete(key);
      next();
    }
  }

  function next(): void {
    for (const item of items) {
      if (signal.aborted || running.size >= atOnce) return;
      if (item.state !== 'uploading' || running.has(item.key)) continue;
      const own = new AbortController();
      running.set(item.key, own);
      void send(item, own);
    }
  }

  signal.addEventListener('abort', () => running.forEach((own) => own.abort()), { once: true });
  return {
    get items() {
      return items;
    },
    add(files) {
      for (const file of files) {
        const code = faultOf(file);
        items = [...items, { key: newId(), file, progress: 0, ...(code ? { state: 'failed', code } : { state: 'uploading' }) }];
      }
      ports.changed();
      next();
    },
    retry(key) {
      items = items.map((item) => (item.key === key ? { key, file: item.file, state: 'uploading', progress: 0 } : item));
      ports.changed();
      next();
    },
    remove(key) {
      const item = items.find((each) => each.key === key);
      running.get(key)?.abort();
      if (item?.uploaded) ports.files.discard(item.uploaded.id);
      items = items.filter((each) => each.key !== key);
      ports.changed();
    },
    take() {
      const ready = items.flatMap(({ uploaded }) => uploaded ?? []);
      items = items.filter(({ uploaded }) => !uploaded);
      ports.changed();
      return ready;
    },
  };
}
