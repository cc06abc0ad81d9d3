/** What the browser keeps, per operator: drafts by conversation, messages on their way, and what the operator prefers. */

const days = 24 * 60 * 60 * 1000;
const draftLife = 30 * days;
const memory = new Map();
let owner = '';

/** Whose drafts these are; known once the circuit is up. */
export function setOwner(operatorId) {
  owner = operatorId;
  prune();
}

export const hasOwner = () => owner !== '';

/** The draft of a conversation, or ''. */
export const draft = (conversationId) => read(draftKey(conversationId))?.text ?? '';

/** Keeps a draft; an empty one is forgotten. */
export function keepDraft(conversationId, text) {
  if (!owner) return;
  if (text.trim()) write(draftKey(conversationId), { text, at: Date.now() });
  else remove(draftKey(conversationId));
}

/** Messages that are not known to be stored, oldest first. */
export const unsent = () => (owner ? (read(unsentKey()) ?? []) : []);

/** Keeps a message until the server has it. */
export const keepUnsent = (message) => write(unsentKey(), [...unsent(), message]);

/** The server has it, or it was given up. */
export function forgetUnsent(clientMessageId) {
  const rest = unsent().filter((message) => message.clientMessageId !== clientMessageId);
  if (rest.length) write(unsentKey(), rest);
  else remove(unsentKey());
}

/** What the operator prefers on this browser (preferences.js). */
export const preferences = () => (owner ? (read(preferencesKey()) ?? {}) : {});

/** Keeps it. */
export const keepPreferences = (all) => write(preferencesKey(), all);

const preferencesKey = () => `siteaccess.preferences.${owner}`;
const draftKey = (conversationId) => `siteaccess.draft.${owner}.${conversationId}`;
const unsentKey = () => `siteaccess.unsent.${owner}`;

// Storage may be forbidden or full; then the page's own memory has to do.
function read(key) {
  try {
    const text = localStorage.getItem(key);
    return text ? JSON.parse(text) : memory.get(key);
  } catch {
    return memory.get(key);
  }
}

function write(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return; // Kept in memory above.
  }
}

function remove(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    return; // Nothing was kept there.
  }
}

function prune() {
  const start = `siteaccess.draft.${owner}.`;
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(start) && Date.now() - (read(key)?.at ?? 0) > draftLife) remove(key);
    }
  } catch {
    return; // No storage, nothing to prune.
  }
}
