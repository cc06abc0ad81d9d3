/** What the composer writes: a reply that the visitor sees, or a note for colleagues. Known here, so that choosing takes no round trip. */
import { onAdded } from './elements.js';

export function startComposerMode() {
  document.addEventListener('click', (event) => {
    const tab = event.target.closest?.('.composer [data-mode]');
    if (!tab) return;
    const field = fieldOf(tab);
    setMode(field, tab.dataset.mode);
    field.focus({ preventScroll: true });
  });
  // Whoever opens another conversation begins with a reply.
  onAdded('[data-composer]', (field) => setMode(field, 'text'));
}

/** Chooses what is written. */
export function setMode(field, mode) {
  const composer = field.closest('.composer');
  composer.classList.toggle('writes-note', mode === 'note');
  for (const tab of composer.querySelectorAll('[data-mode]')) tab.setAttribute('aria-pressed', String(tab.dataset.mode === mode));
  const text = mode === 'note' ? field.dataset.note : field.dataset.text;
  field.placeholder = text;
  field.setAttribute('aria-label', text);
}

/** What is answered or edited, if anything is. */
export const contextOf = (field) => field.closest('.composer').querySelector('[data-context]');

/** Whether an own message is edited. */
export const isEditing = (field) => Boolean(contextOf(field)?.dataset.edits);

/** Whether what stands in the field is for colleagues. */
export const isNote = (field) => (isEditing(field)
  ? contextOf(field).dataset.kind === 'note'
  : field.closest('.composer').classList.contains('writes-note'));

const fieldOf = (element) => element.closest('.composer').querySelector('[data-composer]');
