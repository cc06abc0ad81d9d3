/** Dialogues: a button opens them by name; Escape, a click beside them and the cross close them. The browser gives the focus back. */
import { onAdded } from './elements.js';

let wanted = '';

export function startDialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest?.('[data-opens]');
    if (opener) {
      // The focus comes back to what was left; a menu's own item will be out of sight by then.
      opener.closest('[data-menu]')?.querySelector('summary').focus();
      openDialog(opener.dataset.opens);
    } else if (event.target.matches?.('dialog[data-dialog]') || event.target.closest?.('[data-close]')) event.target.closest('dialog')?.close();
  });
  document.addEventListener('close', ({ target }) => { if (target.dataset.dialog === wanted) wanted = ''; }, true);
  // The circuit draws the page anew when it comes up: what was opened before that stays open.
  onAdded('dialog[data-dialog]', (dialog) => { if (dialog.dataset.dialog === wanted) show(dialog); });
}

/** Opens a dialogue, or closes it if it stands open; another one that is open gives way. */
export function openDialog(name) {
  const dialog = document.querySelector(`dialog[data-dialog="${name}"]`);
  if (!dialog) return;
  const wasOpen = dialog.open;
  document.querySelectorAll('dialog[data-dialog][open]').forEach((open) => open.close());
  if (!wasOpen) show(dialog);
}

/** Whether one stands open. */
export const hasDialog = () => document.querySelector('dialog[open]') !== null;

function show(dialog) {
  wanted = dialog.dataset.dialog;
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent('dialogopen', { bubbles: true }));
}
