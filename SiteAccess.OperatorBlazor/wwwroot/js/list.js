/** The list of conversations: fetches more at its end, and is walked through by keys (keyboard.js). */
import { tell } from './connection.js';
import { onAdded } from './elements.js';

let walking = false;
let passing = false;

export function startList() {
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) tell(entry.target, 'listend');
  }, { rootMargin: '400px' });
  onAdded('[data-list-end]', (end) => {
    watcher.observe(end);
    // Still in view after more rows came: look again.
    new MutationObserver(() => {
      watcher.unobserve(end);
      watcher.observe(end);
    }).observe(end.parentElement, { childList: true, subtree: true });
  });
  document.addEventListener('pointerdown', () => { walking = false; }, true);
  document.addEventListener('keydown', (event) => { if (event.code === 'Enter') walking = false; }, true);
  document.addEventListener('keyup', () => {
    if (!passing) return;
    passing = false;
    const row = document.activeElement?.closest('[data-list] a.row');
    if (row && !isOpen(row)) row.click();
  });
}

/** Whether conversations are being opened one after the other by keys: then the focus stays in the list. */
export const isWalking = () => walking;

/**
 * Goes to the next row (1) or the one before (-1). "open" opens it; "pass" does so when the key is let go, so that a key held down
 * does not open everything on its way; "focus" leaves that to Enter. Returns whether there is a list.
 */
export function step(by, how) {
  const rows = [...document.querySelectorAll('[data-list] a.row')];
  if (!rows.length) return false;
  const focused = rows.indexOf(document.activeElement);
  const selected = rows.findIndex(isOpen);
  const from = focused < 0 && how === 'open' ? selected : focused;
  const to = from < 0 ? Math.max(0, selected) : Math.min(rows.length - 1, Math.max(0, from + by));
  passing = how === 'pass';
  walking = how !== 'focus';
  rows[to].focus();
  if (how === 'open' && to !== selected) rows[to].click();
  return true;
}

// By the address, which changes at once; the circuit marks the row a moment later.
const isOpen = (row) => location.pathname.startsWith(row.pathname);
