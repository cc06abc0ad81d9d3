/** What `@` and `/` offer while something is written: colleagues in a note, canned responses at the beginning of a word. */
import { isNote } from './composer-mode.js';

const most = 8;
const listId = 'composer-completions';
let open;

export function startCompletions() {
  document.addEventListener('input', (event) => look(event.target));
  // Before the composer hears them: Enter chooses instead of sending.
  document.addEventListener('keydown', (event) => {
    if (open?.field !== event.target || event.isComposing || !press(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener('mousedown', (event) => {
    const option = event.target.closest?.(`#${listId} [role=option]`);
    if (option) event.preventDefault(); // The field keeps the cursor.
    else if (open && event.target !== open.field) close();
  });
  document.addEventListener('click', (event) => {
    const option = event.target.closest?.(`#${listId} [role=option]`);
    if (option) choose(Number(option.dataset.index));
  });
  document.addEventListener('focusout', (event) => {
    if (event.target === open?.field) close();
  });
}

/** The colleagues whom a text calls by their names; the longest name counts where one begins like another. */
export function mentionsIn(field, body) {
  let rest = body.toLocaleLowerCase();
  const called = [];
  for (const { id, name } of [...listOf(field, 'members')].sort((a, b) => b.name.length - a.name.length)) {
    const call = `@${name.toLocaleLowerCase()}`;
    if (!rest.includes(call)) continue;
    called.push(id);
    rest = rest.replaceAll(call, ' ');
  }
  return called;
}

const composerOf = (field) => field.closest('.composer');
const listOf = (field, name) => JSON.parse(composerOf(field).dataset[name] || '[]');

function look(field) {
  if (!(field instanceof HTMLTextAreaElement) || !('composer' in field.dataset)) return;
  const before = field.value.slice(0, field.selectionStart);
  const word = /(?:^|\s)([@/])([\p{L}\p{N}_.-]*)$/u.exec(before);
  const options = word && field.selectionStart === field.selectionEnd ? find(field, word[1], word[2].toLocaleLowerCase()) : [];
  if (options.length) show(field, options, before.length - word[2].length - 1);
  else close();
}

function find(field, sign, word) {
  if (sign === '@') {
    if (!isNote(field)) return [];
    return listOf(field, 'members')
      .filter(({ name }) => name.toLocaleLowerCase().split(/\s+/).some((part) => part.startsWith(word)))
      .map(({ name }) => ({ title: name, text: `@${name} ` }))
      .slice(0, most);
  }
  return listOf(field, 'canned')
    .filter(({ shortcut }) => shortcut.includes(word))
    .sort((a, b) => Number(b.shortcut.startsWith(word)) - Number(a.shortcut.startsWith(word)))
    .map(({ shortcut, body }) => ({ title: `/${shortcut}`, detail: filled(field, body), text: filled(field, body) }))
    .slice(0, most);
}

// Responses are written once for everybody; who speaks with whom is put in here.
function filled(field, body) {
  const { visitorName, operatorName } = composerOf(field).dataset;
  return body.replaceAll('{visitor.name}', visitorName ?? '').replaceAll('{operator.name}', operatorName ?? '');
}

function show(field, options, from) {
  close();
  const list = document.createElement('ul');
  list.id = listId;
  list.className = 'completions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.getAttribute('aria-label') ?? '');
  options.forEach((option, index) => list.append(itemOf(option, index)));
  composerOf(field).append(list);
  open = { field, list, options, from, at: 0 };
  field.setAttribute('aria-controls', listId);
  field.setAttribute('aria-autocomplete', 'list');
  mark(0);
}

function itemOf({ title, detail }, index) {
  const item = document.createElement('li');
  item.id = `${listId}-${index}`;
  item.dataset.index = index;
  item.setAttribute('role', 'option');
  const name = document.createElement('strong');
  name.textContent = title;
  item.append(name);
  if (detail) {
    const more = document.createElement('span');
    more.textContent = detail;
    item.append(more);
  }
  return item;
}

function mark(at) {
  open.at = (at + open.options.length) % open.options.length;
  [...open.list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === open.at)));
  open.list.children[open.at].scrollIntoView({ block: 'nearest' });
  open.field.setAttribute('aria-activedescendant', `${listId}-${open.at}`);
}

/** Whether the key was for the list. */
function press(key, isShifted) {
  if (key === 'ArrowDown') mark(open.at + 1);
  else if (key === 'ArrowUp') mark(open.at - 1);
  else if (key === 'Escape') close();
  else if ((key === 'Enter' || key === 'Tab') && !isShifted) choose(open.at);
  else return false;
  return true;
}

function choose(index) {
  const { field, options, from } = open;
  const to = field.selectionStart;
  close();
  field.setRangeText(options[index].text, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function close() {
  if (!open) return;
  open.list.remove();
  open.field.removeAttribute('aria-activedescendant');
  open.field.removeAttribute('aria-controls');
  open = undefined;
}
