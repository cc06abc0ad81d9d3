/** The list of conversations: fetches more at its end, and is walked through with the arrows, or J and K. */
import { tell } from './connection.js';
import { onAdded } from './elements.js';

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
  document.addEventListener('keydown', walk);
}

function walk(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, [data-menu][open], [data-thread]')) return;
  // By the key's place, so that it works on every layout.
  const step = { ArrowDown: 1, KeyJ: 1, ArrowUp: -1, KeyK: -1 }[event.code];
  if (!step) return;
  const rows = [...document.querySelectorAll('[data-list] a.row')];
  if (!rows.length) return;
  const from = rows.indexOf(document.activeElement);
  const at = from >= 0 ? from + step : Math.max(0, rows.findIndex((row) => row.classList.contains('selected')));
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, at))].focus();
}
