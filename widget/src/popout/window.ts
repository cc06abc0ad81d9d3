/** The page `/widget/popout.html`: the chat in a window of its own, opened by a page that has the widget. */
import { element } from '../dom/element';
import { createHost, setAccent } from '../loader/host';
import { createPanel } from '../panel/panel';
import type { Shell } from '../shell';
import { keys } from '../storage/keys';
import { createStore } from '../storage/store';
import { chooseSpeech, directionOf, type LanguageName } from '../texts/language';
import type { Language } from '../texts/texts';
import type { HandOver, PageWord, WindowWord } from './words';

const brought: Record<LanguageName, () => Promise<Language>> = {
  ar: () => import('../texts/languages/ar'),
  de: () => import('../texts/languages/de'),
  en: () => import('../texts/languages/en'),
  es: () => import('../texts/languages/es'),
  fr: () => import('../texts/languages/fr'),
  ru: () => import('../texts/languages/ru'),
};

/** What the page handed over, kept for this window alone, so that it can be reloaded. */
const kept = 'siteaccess:window';
const beat = 1000;

interface Known { readonly handOver: HandOver; readonly origin: string }

const opener = window.opener as WindowProxy | null;
const life = new AbortController().signal;
let known: Known | undefined;

const tell = (word: WindowWord) => opener?.postMessage(word, known?.origin ?? '*');

async function begin(next: Known): Promise<void> {
  known = next;
  const { settings, speech, visitorKey } = next.handOver;
  const store = createStore(() => sessionStorage, settings.channel);
  const { panel: texts } = await brought[speech.language]();
  const { host, root } = createHost(settings, life);
  store.set(keys.visitor, visitorKey);
  host.dataset['window'] = '';
  document.documentElement.lang = speech.language;
  document.documentElement.dir = directionOf(speech.language);
  document.title = texts.title;
  document.body.append(host);

  const shell: Shell = {
    settings, speech, root,
    // There is nothing to press here but the window itself.
    launcher: { button: element('button'), badge: element('span') },
    unread: (count) => void (document.title = count ? `(${count}) ${texts.title}` : texts.title),
    setAccent: (colour) => setAccent(host, settings.accent ?? colour),
    leave: () => window.close(),
  };
  createPanel(shell, texts, life).open(true);
  tell({ siteaccess: 'window', kind: 'here' });
  setInterval(() => tell({ siteaccess: 'window', kind: 'here' }), beat);
  window.addEventListener('pagehide', () => tell({ siteaccess: 'window', kind: 'bye', draft: store.get(keys.draft) ?? '' }));
}

/** Opened by hand, or by a page that lets no window know it: there is nobody to be. */
async function sayAlone(): Promise<void> {
  const { panel: texts } = await brought[chooseSpeech(navigator.languages).language]();
  document.title = texts.title;
  document.body.append(element('p', { text: texts.alone }));
}

window.addEventListener('message', (event: MessageEvent<PageWord | null>) => {
  if (event.source !== opener || event.data?.siteaccess !== 'page') return;
  if (event.data.kind === 'visitor' && !known) {
    const next: Known = { handOver: event.data.handOver, origin: event.origin };
    sessionStorage.setItem(kept, JSON.stringify(next));
    const store = createStore(() => sessionStorage, next.handOver.settings.channel);
    store.set(keys.draft, next.handOver.draft || null);
    store.set(keys.muted, next.handOver.isMuted ? 'yes' : null);
    void begin(next);
  } else if (event.data.kind === 'back' && event.origin === known?.origin) {
    window.close();
  }
});

const saved = sessionStorage.getItem(kept);
if (saved) void begin(JSON.parse(saved) as Known);
else if (opener) tell({ siteaccess: 'window', kind: 'ready' });
else void sayAlone();
