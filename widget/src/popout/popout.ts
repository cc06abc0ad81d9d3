import { type HandOver, type PageWord, windowPath, type WindowWord } from './words';

export interface PopoutPorts {
  /** Origin of the Api, where the window's page is. */
  readonly api: string;
  readonly name: string;
  /** Nothing while there is no visitor yet. */
  handOver(): HandOver | undefined;
  open(address: string, name: string, features: string): WindowProxy | null;
  changed(): void;
  /** The window is closed; what stood in its field comes back. */
  returned(draft: string): void;
}

/** The chat in a window of its own, as the page sees it. It stays open from page to page, and says so. */
export interface Popout {
  readonly isOut: boolean;
  open(): void;
  show(): void;
  back(): void;
}

const features = 'popup,width=400,height=680';
/** How often it is seen whether the window is still there, in ms. */
const glance = 1000;

export function createPopout(ports: PopoutPorts, signal: AbortSignal): Popout {
  const origin = new URL(ports.api).origin;
  let other: WindowProxy | undefined;
  let isOut = false;
  let watch: ReturnType<typeof setInterval> | undefined;

  const tell = (word: PageWord) => other?.postMessage(word, origin);

  function set(now: boolean): void {
    if (isOut === now) return;
    isOut = now;
    clearInterval(watch);
    if (isOut) {
      watch = setInterval(() => {
        if (other?.closed) set(false);
      }, glance);
    }
    ports.changed();
  }

  window.addEventListener('message', (event: MessageEvent<WindowWord | null>) => {
    if (event.origin !== origin || event.data?.siteaccess !== 'window') return;
    const { data: word, source } = event;
    if (word.kind === 'here') {
      other = source as WindowProxy;
      set(true);
    } else if (source === other && word.kind === 'bye') {
      set(false);
      ports.returned(word.draft);
    } else if (source === other) {
      // Only the window that this page opened learns who the visitor is.
      const handOver = ports.handOver();
      if (!handOver) return;
      tell({ siteaccess: 'page', kind: 'visitor', handOver });
      set(true);
    }
  }, { signal });
  signal.addEventListener('abort', () => clearInterval(watch), { once: true });

  return {
    get isOut() {
      return isOut;
    },
    open() {
      if (ports.handOver()) other = ports.open(ports.api + windowPath, ports.name, features) ?? undefined;
    },
    show: () => other?.focus(),
    back: () => tell({ siteaccess: 'page', kind: 'back' }),
  };
}
