/** Shortcuts: a key, known by its place on the keyboard, presses the element that bears its name (data-shortcut="resolve"). */
import { hasDialog, openDialog } from './dialogs.js';
import { onAdded } from './elements.js';
import { step } from './list.js';

const field = 'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="button"])';
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// The sheet is the table: what it lists is what is bound (Keyboard/Shortcuts.cs).
const bindings = new Map();

export function startKeyboard() {
  onAdded('[data-binding]', (row) => bindings.set(row.dataset.binding, row.dataset.does));
  if (isMac) onAdded('kbd[data-key="Mod"]', (key) => { key.textContent = '⌘'; });
  document.addEventListener('keydown', hear);
}

/** The element that a shortcut presses at present. */
export const elementOf = (name) => [...document.querySelectorAll(`[data-shortcut="${name}"]`)].find(isOffered);

/** Whether an element can be pressed now: it is in view, or in a menu whose button is. */
export function isOffered(element) {
  const menu = element.closest('[data-menu]:not([open])');
  const shown = menu && element !== menu.firstElementChild ? menu.firstElementChild : element;
  return !element.disabled && shown.checkVisibility({ visibilityProperty: true });
}

/** Presses an element as a pointer would. A menu gets the focus with it, a field gets it alone. */
export function press(element) {
  if (element.matches(field)) return element.focus();
  element.click();
  const menu = element.matches('summary') && element.closest('[data-menu][open]');
  if (menu) menu.querySelector('.menu-panel :is(button, a, input)')?.focus();
}

/** The keys that press an element, as the sheet prints them. */
export const keysOf = (name) =>
  [...document.querySelectorAll(`[data-does="${name}"] kbd`)].map((key) => key.textContent);

function hear(event) {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const name = bindings.get(`${hasModifier ? 'Mod+' : ''}${codeOf(event, hasModifier)}`);
  if (!name || (!hasModifier && isBusy(event.target))) return;
  if (hasDialog() && name !== 'palette' && name !== 'sheet') return;
  if (act(name, event)) event.preventDefault();
}

// By place. The two signs that people look for by their print are found there as well: "?" is Shift+7 on a Russian keyboard.
function codeOf(event, hasModifier) {
  if (!hasModifier && event.key === '?') return 'Shift+Slash';
  if (!hasModifier && event.key === '/') return 'Slash';
  return event.shiftKey ? `Shift+${event.code}` : event.code;
}

const isBusy = (target) => target.closest?.(`${field}, [data-menu][open]`) != null;

function act(name, event) {
  switch (name) {
    case 'next': return step(1, event.repeat ? 'pass' : 'open');
    case 'previous': return step(-1, event.repeat ? 'pass' : 'open');
    case 'row-down': return walks(event) && step(1, 'focus');
    case 'row-up': return walks(event) && step(-1, 'focus');
    case 'palette':
    case 'sheet': return event.repeat || (openDialog(name), true);
    default: return !event.repeat && perform(name);
  }
}

// The arrows scroll a thread and choose among radio buttons: there they are left alone.
const walks = (event) => !event.target.closest?.('[data-thread], input, [role="listbox"], [role="tablist"], [role="menu"]');

function perform(name) {
  const element = elementOf(name);
  if (element) press(element);
  // To reply is to write; a note needs the switch that makes it one.
  if (name === 'reply' || (name === 'note' && element)) return toComposer() || element !== undefined;
  // Where a screen has no search of its own the palette finds conversations by name.
  if (!element && name === 'search') openDialog('palette');
  return element !== undefined || name === 'search';
}

function toComposer() {
  const composer = document.querySelector('[data-composer]');
  composer?.focus();
  return composer !== null;
}
