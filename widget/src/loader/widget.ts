import { keys, prefixOf } from '../storage/keys';
import type { Panel, Settings, Shell } from '../shell';
import { chooseSpeech, type Speech } from '../texts/language';
import type { LauncherTexts } from '../texts/texts';
import { createHost, setAccent } from './host';
import { createLauncher } from './launcher';

export interface WidgetPorts {
  texts(speech: Speech): LauncherTexts;
  /** Brings the panel: the first thing that is asked of a server. */
  load(shell: Shell, attempt: number): Promise<Panel>;
}

/** The chat on a page. */
export interface Widget {
  open(): Promise<void>;
  close(): void;
}

/** Whether there is something to wait for: a conversation that is not over, or words not yet sent. */
function isAwaited(prefix: string): boolean {
  const starts = [prefix + keys.conversation, prefix + keys.outbox];
  return Object.keys(localStorage).some((key) => starts.some((start) => key.startsWith(start)));
}

/** Draws the launcher and leaves it at that until somebody wants the panel. */
export function createWidget(ports: WidgetPorts, settings: Settings, signal: AbortSignal): Widget {
  const speech = chooseSpeech([settings.locale, document.documentElement.lang, ...navigator.languages]);
  const { host, root } = createHost(settings, signal);
  const prefix = prefixOf(settings.channel);
  let panel: Panel | undefined;
  let loading: Promise<Panel> | undefined;
  let attempt = 0;

  const texts = ports.texts(speech);
  const launcher = createLauncher(root, texts.open, () => void (panel?.isOpen ? panel.close() : open()), signal);
  const paint = (colour: string | null | undefined) => setAccent(host, settings.accent ?? colour);

  async function load(): Promise<Panel> {
    loading ??= ports.load({ settings, speech, root, launcher, setAccent: paint }, attempt++);
    try {
      return (panel = await loading);
    } finally {
      loading = undefined;
    }
  }

  async function open(): Promise<void> {
    launcher.button.ariaBusy = 'true';
    try {
      (panel ?? await load()).open(true);
    } catch (error) {
      // The launcher stays, says so, and the next press tries again.
      launcher.badge.textContent = '!';
      launcher.badge.hidden = false;
      launcher.button.ariaLabel = `${texts.open}, ${texts.failed}`;
      console.warn('SiteAccess: the chat did not load.', error);
    } finally {
      launcher.button.ariaBusy = null;
    }
  }

  try {
    paint(localStorage.getItem(prefix + keys.accent));
    if (isAwaited(prefix)) load().catch(() => undefined);
  } catch {
    // No storage on this page: nothing to remember, nothing to wait for.
    paint(null);
  }
  document.body.append(host);
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return { open, close: () => panel?.close() };
}
