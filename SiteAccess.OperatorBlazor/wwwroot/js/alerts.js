/** Tells of new messages: a tone, and a notification while nobody sees the page. One tab speaks for all of them. */
import { play, startSound } from './sound.js';
import { onPreference, preference } from './preferences.js';
import { hasAttention } from './screen.js';
import { isVoice, startVoice } from './voice.js';

export function startAlerts() {
  startSound();
  startVoice();
  onPreference((name) => { if (name === 'sound' && preference('sound')) play(); });
  // A click on a notification comes back through the service worker.
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (typeof data?.open === 'string') Blazor.navigateTo(data.open);
  });
}

/** Called by the circuit for each conversation with something new (Shell/Browser.cs). */
export function announce(news) {
  const path = `/conversations/${news.conversationId}`;
  if (!isVoice() || (hasAttention() && location.pathname.startsWith(path))) return;
  if (preference('sound')) play();
  if (preference('notification') && document.visibilityState === 'hidden') notify(news, path);
}

// Only with leave, which is asked for by a button in the preferences. One per conversation: the newest words replace the ones before.
async function notify({ conversationId, name, body }, path) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const worker = await navigator.serviceWorker?.ready;
  await worker?.showNotification(name, { body, tag: conversationId, renotify: true, silent: true, icon: '/icons/192.png', data: { path } });
}
