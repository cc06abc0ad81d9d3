/** How much is unread, where a tab shows it: a number before its title, a dot on its icon, and a number on the installed app's. */
import { onPreference, preference } from './preferences.js';

const mark = /^\(\d+\) /;
let unread = 0;

export function startBadge() {
  // Pages name themselves; the number is put before whatever they say.
  new MutationObserver(drawTitle).observe(document.head, { childList: true, subtree: true, characterData: true });
  onPreference(draw);
}

/** Called by the circuit (Shell/Browser.cs). */
export function showUnread(count) {
  unread = count;
  draw();
}

function draw() {
  drawTitle();
  const icon = document.querySelector('link[rel="icon"]');
  const wanted = unread && preference('dot') ? icon.dataset.unread : icon.dataset.quiet;
  if (icon.getAttribute('href') !== wanted) icon.setAttribute('href', wanted);
  const told = preference('title') && unread ? navigator.setAppBadge?.(unread) : navigator.clearAppBadge?.();
  told?.catch(() => {}); // An app that is not installed has no badge.
}

// The text node is kept, for the circuit writes into it.
function drawTitle() {
  const text = document.querySelector('title')?.firstChild;
  if (!text) return;
  const plain = text.data.replace(mark, '');
  const wanted = unread && preference('title') ? `(${unread}) ${plain}` : plain;
  if (text.data !== wanted) text.data = wanted;
}
