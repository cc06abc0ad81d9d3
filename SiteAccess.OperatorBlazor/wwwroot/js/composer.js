/** The composer: Enter sends, the field grows, the draft is kept, and what is sent is kept until the server has it. */
import { isConnected, tell } from './connection.js';
import { contextOf, isEditing, isNote, setMode } from './composer-mode.js';
import { mentionsIn } from './completions.js';
import { draft, hasOwner, keepDraft, keepUnsent } from './keep.js';
import { onAdded } from './elements.js';
import { isWalking } from './list.js';
import { toNewest } from './thread.js';
import { hasReady, isUploading, onFiles, takeFiles } from './uploads.js';

const lines = 5;
const typingPace = 2500;
const typingEnd = 4000;
let toldTypingAt = 0;
let silence = 0;

export function startComposer() {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isField(event.target) && contextOf(event.target)) return tell(event.target, 'composerleave');
    if (event.key === 'Escape' && isField(event.target)) document.querySelector('[data-list] .row.selected')?.focus();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !isField(event.target)) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-send]');
    if (button) send(button.closest('.composer').querySelector('[data-composer]'));
  });
  document.addEventListener('input', (event) => {
    if (!isField(event.target)) return;
    fit(event.target);
    if (isEditing(event.target)) return;
    keepDraft(event.target.dataset.composer, event.target.value);
    // What is written for colleagues is nothing that the visitor should wait for.
    if (!isNote(event.target)) tellTyping(event.target);
  });
  onFiles((conversationId) => {
    const field = document.querySelector(`[data-composer="${conversationId}"]`);
    if (field) fit(field);
  });
  onAdded('[data-composer]', (field) => {
    restore(field);
    if (matchMedia('(min-width: 721px)').matches && !isWalking()) field.focus({ preventScroll: true });
  });
}

/** Puts the drafts into the fields that are there already: called when it is known whose they are. */
export const restoreDrafts = () => document.querySelectorAll('[data-composer]').forEach(restore);

/** Puts the cursor into the field; an answer to a note is a note. */
export function focusComposer(asNote) {
  const field = document.querySelector('[data-composer]');
  if (!field) return;
  if (asNote) setMode(field, 'note');
  field.focus({ preventScroll: true });
}

/** Holds a message that is edited; the draft waits in storage. */
export function beginEdit(body) {
  const field = document.querySelector('[data-composer]');
  if (!field) return;
  stopTyping(field, true);
  field.value = body;
  fit(field);
  field.focus({ preventScroll: true });
}

/** Gives the field back to the draft. */
export function endEdit() {
  const field = document.querySelector('[data-composer]');
  if (!field) return;
  field.value = draft(field.dataset.composer);
  fit(field);
  field.focus({ preventScroll: true });
}

const isField = (element) => element instanceof HTMLTextAreaElement && 'composer' in element.dataset;

function restore(field) {
  if (hasOwner() && !field.value) field.value = draft(field.dataset.composer);
  fit(field);
}

function send(field) {
  const body = field.value.trim();
  // While the line is down the text stays where it is; the bar above says so.
  const conversationId = field.dataset.composer;
  if (!isConnected() || !canSend(field)) return;
  const note = isNote(field);
  const mentionIds = note ? mentionsIn(field, body) : undefined;
  if (isEditing(field)) return body ? tell(field, 'composeredit', { body, mentionIds }) : undefined;
  const replyTo = contextOf(field)?.dataset.replyTo;
  const message = {
    conversationId,
    clientMessageId: newId(),
    body,
    writtenAt: new Date().toISOString(),
    ...(note ? { kind: 'note', mentionIds } : {}),
    ...(replyTo ? { replyToSeq: Number(replyTo) } : {}),
    attachments: takeFiles(conversationId),
  };
  keepUnsent(message);
  field.value = '';
  keepDraft(field.dataset.composer, '');
  fit(field);
  stopTyping(field, false);
  toNewest();
  tell(field, 'composersend', message);
  field.focus({ preventScroll: true });
}

/** Makes the field as high as its text, up to five lines. */
export function fit(field) {
  const style = getComputedStyle(field);
  const most = parseFloat(style.lineHeight) * lines + parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, most)}px`;
  field.style.overflowY = field.scrollHeight > most ? 'auto' : 'hidden';
  const button = field.closest('.composer')?.querySelector('[data-send]');
  if (button) button.disabled = !canSend(field);
}

// Words, files, or both; but not before the files are up.
const canSend = ({ value, dataset: { composer } }) => !isUploading(composer) && (value.trim() !== '' || hasReady(composer));

function tellTyping(field) {
  if (!field.value.trim()) return stopTyping(field, true);
  clearTimeout(silence);
  silence = setTimeout(() => stopTyping(field, true), typingEnd);
  if (Date.now() - toldTypingAt < typingPace) return;
  toldTypingAt = Date.now();
  tell(field, 'composertyping', { isTyping: true });
}

// A message that arrives ends the notice by itself, so sending need not say it.
function stopTyping(field, say) {
  clearTimeout(silence);
  if (say && toldTypingAt) tell(field, 'composertyping', { isTyping: false });
  toldTypingAt = 0;
}

// crypto.randomUUID exists on https and localhost only; a house may run this on plain http inside.
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
