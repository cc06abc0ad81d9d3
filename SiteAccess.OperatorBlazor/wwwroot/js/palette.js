/** The palette: commands of this screen, pages and conversations, found by a few letters and chosen by keys (a combobox, as WAI-ARIA has it). */
import { tell } from './connection.js';
import { openDialog } from './dialogs.js';
import { isOffered, keysOf, press } from './keyboard.js';

const most = 60;
let conversations = [];
let offers = [];
let shown = [];
let at = 0;

export function startPalette() {
  document.addEventListener('dialogopen', ({ target }) => {
    if (target.dataset.dialog === 'palette') begin(target);
  });
  document.addEventListener('input', (event) => { if (isField(event.target)) draw(); });
  document.addEventListener('keydown', walk);
  document.addEventListener('click', (event) => {
    const option = event.target.closest?.('[data-palette-options] [role="option"]');
    if (option) choose(Number(option.dataset.index));
  });
}

/** Takes the conversations, told by the circuit after the palette was opened (Shell/Browser.cs). */
export function offer(items) {
  conversations = items.map(({ id, name, channel }) => ({
    group: 'conversations', name, detail: channel, keys: [], run: () => Blazor.navigateTo(`/conversations/${id}`),
  }));
  if (part('dialog').open) draw();
}

const isField = (element) => element.matches?.('[data-palette]') === true;

const parts = { dialog: 'dialog[data-dialog="palette"]', field: '[data-palette]', list: '[data-palette-options]', none: '[data-palette-none]' };
const part = (name) => document.querySelector(parts[name]);

function begin(dialog) {
  part('field').value = '';
  offers = [...commands(), ...pages()];
  draw();
  part('field').focus();
  tell(dialog, 'paletteopen');
}

// What stands within a dialogue belongs to it, and the palette does not offer itself.
const commands = () => [...document.querySelectorAll('[data-shortcut]')]
  .filter((element) => isOffered(element) && !element.closest('dialog') && element.dataset.opens !== 'palette')
  .map((element) => ({
    group: 'actions', name: nameOf(element), detail: '', keys: keysOf(element.dataset.shortcut), run: () => press(element),
  }));

const pages = () => [...document.querySelectorAll('.rail a.place')].map((place) => ({
  group: 'pages', name: place.querySelector('.place-name')?.textContent ?? nameOf(place), detail: '', keys: [], run: () => place.click(),
}));

function nameOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('svg, [aria-hidden="true"]').forEach((decoration) => decoration.remove());
  return element.getAttribute('aria-label') || copy.textContent.trim().replace(/\s+/g, ' ') || element.title;
}

function draw() {
  const words = plain(part('field').value).split(/\s+/).filter(Boolean);
  const fits = ({ name, detail }) => words.every((word) => plain(`${name} ${detail}`).includes(word));
  shown = [...offers, ...conversations].filter(fits).slice(0, most);
  const list = part('list');
  list.replaceChildren(...['actions', 'pages', 'conversations'].map((group) => groupOf(group, list.dataset[group])).filter(Boolean));
  list.hidden = !shown.length;
  part('none').textContent = shown.length ? '' : part('none').dataset.text;
  part('field').setAttribute('aria-expanded', String(shown.length > 0));
  select(0);
}

// Letters that people type for one another.
const plain = (text) => text.toLowerCase().replaceAll('ё', 'е');

function groupOf(group, title) {
  const items = shown.map((item, index) => ({ item, index })).filter(({ item }) => item.group === group);
  if (!items.length) return null;
  const heading = make('div', { className: 'palette-group', id: `palette-${group}`, role: 'presentation' }, title);
  const box = make('div', { role: 'group' });
  box.setAttribute('aria-labelledby', heading.id);
  box.append(heading, ...items.map(({ item, index }) => optionOf(item, index)));
  return box;
}

function optionOf({ name, detail, keys }, index) {
  const option = make('div', { className: 'palette-option', id: `palette-option-${index}`, role: 'option' });
  option.dataset.index = index;
  option.append(make('span', { className: 'palette-name' }, name));
  if (detail) option.append(make('span', { className: 'palette-detail' }, detail));
  if (keys.length) option.append(make('span', { className: 'palette-keys', ariaHidden: 'true' }));
  for (const key of keys) option.lastElementChild.append(make('kbd', {}, key));
  return option;
}

function make(tag, properties, text) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text) element.textContent = text;
  return element;
}

function select(index) {
  at = shown.length ? (index + shown.length) % shown.length : 0;
  part('list').querySelectorAll('[role="option"]').forEach((option) => option.setAttribute('aria-selected', String(Number(option.dataset.index) === at)));
  const option = document.getElementById(`palette-option-${at}`);
  option?.scrollIntoView({ block: 'nearest' });
  if (option) part('field').setAttribute('aria-activedescendant', option.id);
  else part('field').removeAttribute('aria-activedescendant');
}

function walk(event) {
  if (!isField(event.target) || event.isComposing) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, shown.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
  if (to !== undefined) select(to);
  else if (event.key === 'Enter') choose(at);
  else return;
  event.preventDefault();
}

// Closed first: what is chosen may open something itself, and the focus goes where that wants it.
function choose(index) {
  const chosen = shown[index];
  if (!chosen) return;
  openDialog('palette');
  chosen.run();
}
