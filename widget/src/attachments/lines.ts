import type { Lines } from '../chat/lines';
import type { World } from '../chat/world';
import type { Attachment, AttachmentAddress } from '../contracts';
import type { Conversations } from '../conversations/conversations';
import { refusalOf } from '../rest/refused';

/** The ways that files go. */
export interface FileLines {
  /** Uploads a file into the visitor's conversation, making one if there is none. May be tried again. */
  upload(file: File, progress: (part: number) => void, signal: AbortSignal): Promise<Attachment>;
  /** Gives up an upload that was not sent. What gets lost is swept later. */
  discard(id: string): void;
  addresses(ids: readonly string[]): Promise<readonly AttachmentAddress[]>;
  /** The whole address of a path on Api. */
  absolute(path: string): string;
}

export interface FileLinesPorts {
  readonly world: World;
  readonly lines: Lines;
  readonly conversations: Conversations;
}

export function createFileLines({ world, lines, conversations }: FileLinesPorts): FileLines {
  const root = `${world.api}/api/v1/widget/attachments`;

  async function once(file: File, progress: (part: number) => void, signal: AbortSignal): Promise<Response> {
    const { token } = await lines.sessions.get();
    const form = new FormData();
    form.append('file', file, file.name);
    const url = `${root}?conversationId=${encodeURIComponent(await conversations.ensure())}`;
    const response = await world.upload(url, token, form, progress, signal);
    if (response.status === 401) lines.sessions.expired(token);
    return response;
  }

  return {
    async upload(file, progress, signal) {
      let response = await once(file, progress, signal);
      if (response.status === 401) response = await once(file, progress, signal);
      if (!response.ok) throw await refusalOf(response);
      return await response.json() as Attachment;
    },
    discard: (id) => void lines.routes.discard(id).catch(() => undefined),
    addresses: async (ids) => (await lines.routes.addresses(ids)).items,
    absolute: (path) => world.api + path,
  };
}
