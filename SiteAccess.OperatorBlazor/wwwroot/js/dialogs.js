/** Dialogues: a button opens them by name; Escape, a click beside them and the cross close them. The browser gives the focus back. */

export function startDialogs() {
  document.addEventListener('click', (event) => {
    const opener = event.target.closest?.('[data-opens]');
    if (opener) openDialog(opener.dataset.opens);
    else if (event.target.matches?.('dialog[data-dialog]') || event.target.closest?.('[data-close]')) event.target.closest('dialog')?.close();
  });
}

/** Opens a dialogue, or closes it if it stands open; another one that is open gives way. */
export function openDialog(name) {
  const dialog = document.querySelector(`dialog[data-dialog="${name}"]`);
  if (!dialog) return;
  const wasOpen = dialog.open;
  document.querySelectorAll('dialog[data-dialog][open]').forEach((open) => open.close());
  if (wasOpen) return;
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent('dialogopen', { bubbles: true }));
}

/** Whether one stands open. */
export const hasDialog = () => document.querySelector('dialog[open]') !== null;
