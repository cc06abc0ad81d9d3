/** The emoji picker of the composer: search in both languages, those used last first, all by keyboard. Made when it is opened. */
import { emoji } from './emoji-data.js';

const recentKey = 'siteaccess.emoji';
const mostRecent = 16;
const columns = 8;
let picker;

export function startEmoji() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-emoji]');
    if (button) return picker ? close(true) : open(button);
    if (picker && !picker.panel.contains(event.target)) close(false);
  });
  document.addEventListener('focusout', (event) => {
    if (picker?.panel.contains(event.target) && event.relatedTarget && !picker.panel.contains(event.relatedTarget)) close(false);
  });
}

function open(button) {
  const composer = button.closest('.composer');
  const panel = make('div', 'emoji-picker');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', button.dataset.title);
  const search = make('input', 'emoji-search');
  search.type = 'search';
  search.placeholder = button.dataset.search;
  search.setAttribute('aria-label', button.dataset.search);
  const grid = make('div', 'emoji-grid');
  grid.setAttribute('role', 'group');
  grid.setAttribute('aria-label', button.dataset.title);
  const none = make('p', 'emoji-none');
  none.textContent = button.dataset.none;
  none.setAttribute('role', 'status');
  panel.append(search, grid, none);
  composer.append(panel);
  picker = { panel, search, grid, none, button, field: composer.querySelector('[data-composer]') };
  button.setAttribute('aria-expanded', 'true');
  show();
  search.addEventListener('input', show);
  panel.addEventListener('keydown', press);
  grid.addEventListener('click', (event) => {
    const chosen = event.target.closest('button');
    if (chosen) choose(chosen.textContent);
  });
  search.focus();
}

function show() {
  const words = picker.search.value.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length
    ? emoji.filter(({ en, ru }) => words.every((word) => [...en.split(' '), ...ru.split(' ')].some((name) => name.startsWith(word))))
    : [...recent(), ...emoji.filter(({ sign }) => !recentSigns().includes(sign))];
  picker.grid.replaceChildren(...found.map(cell));
  picker.none.hidden = found.length > 0;
}

function cell({ sign, en, ru }, index) {
  const button = make('button', 'emoji');
  button.type = 'button';
  button.textContent = sign;
  button.tabIndex = index === 0 ? 0 : -1;
  const name = document.documentElement.lang === 'ru' ? ru : en;
  button.setAttribute('aria-label', name);
  button.title = name;
  return button;
}

function press(event) {
  const cells = [...picker.grid.children];
  const at = cells.indexOf(document.activeElement);
  if (event.key === 'Escape') {
    event.stopPropagation();
    return close(true);
  }
  if (event.key === 'Enter' && at < 0) {
    event.preventDefault();
    return cells[0] && choose(cells[0].textContent);
  }
  if (at < 0) return event.key === 'ArrowDown' && move(event, cells, 0);
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
  if (!(event.key in steps)) return undefined;
  if (at + steps[event.key] < 0) {
    event.preventDefault();
    return picker.search.focus();
  }
  return move(event, cells, Math.min(at + steps[event.key], cells.length - 1));
}

function move(event, cells, to) {
  event.preventDefault();
  cells.forEach((each, index) => { each.tabIndex = index === to ? 0 : -1; });
  cells[to]?.focus();
}

function choose(sign) {
  const { field } = picker;
  keep([sign, ...recentSigns().filter((other) => other !== sign)].slice(0, mostRecent));
  close(false);
  field.focus({ preventScroll: true });
  field.setRangeText(sign, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function close(returnsFocus) {
  const { panel, button, field } = picker;
  picker = undefined;
  panel.remove();
  button.setAttribute('aria-expanded', 'false');
  if (returnsFocus) field.focus({ preventScroll: true });
}

const recent = () => recentSigns().flatMap((sign) => emoji.find((each) => each.sign === sign) ?? []);

function recentSigns() {
  try {
    const kept = JSON.parse(localStorage.getItem(recentKey) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return []; // Storage may be forbidden; then none was used before.
  }
}

function keep(signs) {
  try {
    localStorage.setItem(recentKey, JSON.stringify(signs));
  } catch {
    return; // Not remembered, no more.
  }
}

function make(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
