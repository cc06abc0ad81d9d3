import { upload } from '../attachments/upload';
import type { World } from '../chat/world';
import type { Shell } from '../shell';
import { createStore } from '../storage/store';

/** The browser as the chat needs it. */
export function createWorld({ settings, speech, leave }: Shell): World {
  return {
    api: settings.api,
    store: createStore(() => (leave ? sessionStorage : localStorage), settings.channel),
    fetch: (url, init) => fetch(url, init),
    upload,
    openSocket: (url) => new WebSocket(url),
    openEvents: (url) => new EventSource(url),
    isVisible: () => document.visibilityState === 'visible',
    now: () => Date.now(),
    visit: () => ({
      channelKey: settings.channel,
      // In a window of its own the visitor is still where they were on the site.
      ...(leave ? {} : { page: { url: location.href, title: document.title, referrer: document.referrer } }),
      locale: speech.locale,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  };
}

/** Calls when there is reason to look again: the network is back, the page is shown again. */
export function onReturn(act: () => void, signal: AbortSignal): void {
  window.addEventListener('online', act, { signal });
  window.addEventListener('pageshow', act, { signal });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') act();
  }, { signal });
}
