/**
 * The keyboard's way to what can be done with a message: from the thread the arrows walk through the messages and along a message's
 * buttons, Escape leads back to the composer. The buttons are no stops of Tab: a thread has thousands of them.
 */

export function startMessageKeys() {
  document.addEventListener('keydown', (event) => {
    const thread = event.target.closest?.('[data-thread]');
    if (!thread || event.target.closest('input, textarea')) return;
    const group = event.target.closest('.message-actions');
    if (event.key === 'Escape' && group) {
      event.preventDefault();
      document.querySelector('[data-composer]')?.focus({ preventScroll: true });
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      walk(event, [...thread.querySelectorAll('.message-actions')], group, event.key === 'ArrowDown' ? 1 : -1);
    } else if (group && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const buttons = [...group.querySelectorAll('button')];
      const at = buttons.indexOf(document.activeElement) + (event.key === 'ArrowRight' ? 1 : -1);
      event.preventDefault();
      buttons[(at + buttons.length) % buttons.length].focus();
    }
  });
}

// From the thread itself: the last message first.
function walk(event, groups, group, by) {
  const at = group ? groups.indexOf(group) + by : groups.length - 1;
  const button = groups[at]?.querySelector('button');
  if (!button) return;
  event.preventDefault();
  button.focus();
}
