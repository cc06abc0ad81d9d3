/** The files above the composer, and the ways in which they come: button, drag, paste. */
import { onAdded } from './elements.js';
import { addFiles, filesOf, onFiles, removeFile, retryFile } from './uploads.js';

const shown = /^image\/(png|jpeg|gif|webp)$/;
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
const pictures = new WeakMap();
let input; // held until its sheet is answered

export function startTray() {
  onAdded('[data-tray]', draw);
  onFiles((conversationId) => {
    const tray = trayNow();
    if (tray?.dataset.tray === conversationId) draw(tray);
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-attach]')) choose();
  });
  document.addEventListener('paste', (event) => {
    // What a text editor copies is text with a picture of it: then the text is meant.
    const { files, types } = event.clipboardData ?? {};
    if (!files?.length || types.includes('text/plain') || !event.target.closest?.('.composer')) return;
    event.preventDefault();
    take(files);
  });
  startDragging();
}

const trayNow = () => document.querySelector('[data-tray]');
const holdsFiles = (event) => event.dataTransfer?.types.includes('Files');

function take(files) {
  const tray = trayNow();
  if (!tray || !files.length) return;
  const { maxBytes, maxCount } = tray.dataset;
  addFiles(tray.dataset.tray, files, { maxBytes: Number(maxBytes), maxCount: Number(maxCount) });
  document.querySelector('[data-composer]')?.focus({ preventScroll: true });
}

function choose() {
  const tray = trayNow();
  if (!tray) return;
  input = document.createElement('input');
  Object.assign(input, { type: 'file', multiple: true, accept: tray.dataset.types });
  input.addEventListener('change', () => take(input.files));
  input.click();
}

// A file that misses its place must not replace the page.
function startDragging() {
  const zone = (event) => event.target.closest?.('.desk-main')?.querySelector('.thread-frame');
  const end = () => document.querySelectorAll('.thread-frame.dropping').forEach((frame) => frame.classList.remove('dropping'));
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const frame = trayNow() && zone(event);
    event.dataTransfer.dropEffect = frame ? 'copy' : 'none';
    if (!frame) return end();
    frame.dataset.drop = trayNow().dataset.textDrop;
    frame.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) end(); });
  document.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (trayNow() && zone(event)) take(event.dataTransfer.files);
    end();
  });
}

function draw(tray) {
  const items = filesOf(tray.dataset.tray);
  const list = tray.querySelector('ul') ?? tray.appendChild(make('ul', { 'aria-label': tray.dataset.textList }));
  const rows = new Map([...list.children].map((row) => [row.dataset.file, row]));
  for (const item of items) {
    const row = rows.get(item.key) ?? list.appendChild(make('li', { 'data-file': item.key }));
    rows.delete(item.key);
    const drawn = `${item.state} ${item.code}`;
    if (row.dataset.drawn !== drawn) drawRow(row, tray, item);
    row.dataset.drawn = drawn;
    const bar = row.querySelector('progress');
    if (bar) bar.value = item.progress;
  }
  for (const row of rows.values()) row.remove();
  tray.hidden = items.length === 0;
}

function drawRow(row, tray, item) {
  const { file: { name, size }, key, state, code, mayPass } = item;
  const words = tray.dataset;
  const action = (symbol, text, act) => {
    const button = make('button', { type: 'button', class: 'link', 'aria-label': text.replace('{name}', name), title: text.replace('{name}', name) }, symbol);
    button.addEventListener('click', () => act(words.tray, key));
    return button;
  };
  row.className = state;
  row.replaceChildren(
    pictureOf(item),
    make('span', { class: 'about' },
      make('bdi', { title: name }, name),
      code ? make('small', { role: 'alert' }, trouble(words, code)) : make('small', {}, sizeText(size)),
      ...(state === 'uploading' ? [make('progress', { max: 1, 'aria-label': words.textUploading.replace('{name}', name) })] : [])),
    ...(mayPass ? [action('↻', words.textRetry, retryFile)] : []),
    action('✕', words.textRemove, removeFile),
  );
}

// A picture is shown from the file itself, before any of it has gone.
function pictureOf({ file }) {
  const kind = make('span', { class: 'kind', 'aria-hidden': 'true' }, file.name.split('.').at(-1).slice(0, 4));
  if (!shown.test(file.type)) return kind;
  if (!pictures.has(file)) pictures.set(file, URL.createObjectURL(file));
  const picture = make('img', { src: pictures.get(file), alt: '' });
  picture.addEventListener('error', () => picture.replaceWith(kind), { once: true }); // what calls itself a picture may be none
  return picture;
}

function trouble(words, code) {
  if (code === 'attachment.too-large') return words.textTooLarge.replace('{size}', sizeText(Number(words.maxBytes)));
  if (code === 'attachment.too-many') return words.textTooMany;
  return code === 'attachment.type-not-allowed' ? words.textNotAllowed : words.textFailed;
}

function sizeText(bytes) {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const format = { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, format).format(bytes / 1024 ** step);
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
