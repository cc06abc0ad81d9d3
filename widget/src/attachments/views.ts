import type { Attachment } from '../contracts';
import { element } from '../dom/element';
import { fileIcon, icon } from '../dom/icons';
import type { Wording } from '../texts/wording';
import { Refused } from '../rest/refused';
import { backoff } from '../time/backoff';
import { wait } from '../time/wait';
import { createAddresses } from './addresses';
import type { FileLines } from './lines';

export interface FileViewsPorts {
  readonly files: FileLines;
  readonly wording: Wording;
  now(): number;
}

/** The files of messages as they are shown. A file keeps its element, so that a picture is loaded once. */
export interface FileViews {
  show(attachment: Attachment): HTMLElement;
}

/** The longest side of a picture in the conversation, in px. */
const longest = 240;

/** So often a picture is asked for again when it does not load. */
const patience = 5;

export function createFileViews({ files, wording, now }: FileViewsPorts, signal: AbortSignal): FileViews {
  const views = new Map<string, HTMLElement>();
  const addresses = createAddresses({ ask: files.addresses, now });

  /** An address ends after some minutes, so it is looked at again when it is used. */
  function lead(link: HTMLAnchorElement, id: string, isPreview: boolean): void {
    const use = (address = addresses.known(id)) => {
      const path = isPreview ? address?.previewUrl : address?.url;
      if (path) link.href = files.absolute(path);
      return !!path;
    };
    link.addEventListener('click', (event) => {
      if (use()) return;
      event.preventDefault();
      addresses.get(id).then((address) => use(address) && link.click()).catch(() => undefined);
    }, { signal });
  }

  function pictureOf({ id, name, width = 1, height = 1 }: Attachment): HTMLElement {
    const scale = Math.min(1, longest / width, longest / height);
    const size = { width: String(Math.max(1, Math.round(width * scale))), height: String(Math.max(1, Math.round(height * scale))) };
    const picture = element('img', { alt: name, draggable: 'false', ...size });
    const link = element('a', { class: 'picture', href: '#', target: '_blank', rel: 'noopener' }, picture);
    let attempt = 0;
    /** The line may break before or within; a file that is gone stays a name. */
    const again = () => void wait(backoff(++attempt), signal).then(() => signal.aborted || load());
    const load = () => {
      addresses.get(id).then((address) => {
        if (address?.previewUrl) picture.src = link.href = files.absolute(address.previewUrl);
      }).catch((error: unknown) => void (error instanceof Refused && !error.mayPass || again()));
    };
    picture.addEventListener('error', () => void (attempt < patience && again()), { signal });
    lead(link, id, true);
    load();
    return link;
  }

  function rowOf({ id, name, size }: Attachment): HTMLElement {
    const link = element('a', { class: 'file', href: '#', download: name }, element('span', { class: 'kind' }, icon(fileIcon)),
      element('span', { class: 'about' }, element('bdi', { text: name }), element('small', { text: wording.size(size) })));
    lead(link, id, false);
    return link;
  }

  return {
    show(attachment) {
      const { id } = attachment;
      const view = views.get(id) ?? (attachment.width && attachment.height ? pictureOf(attachment) : rowOf(attachment));
      views.set(id, view);
      return view;
    },
  };
}
