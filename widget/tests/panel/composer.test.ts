// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Tray } from '../../src/attachments/tray';
import type { Attachment } from '../../src/contracts';
import { element } from '../../src/dom/element';
import { createComposer } from '../../src/panel/composer';
import { keepKeys } from '../../src/panel/focus';
import type { BubbleRow } from '../../src/messages/rows';
import { panel as texts } from '../../src/texts/languages/en';
import { attachment } from '../support/messages';
import { createWording } from '../../src/texts/wording';
import { settle } from '../support/settle';

const wording = createWording(texts, { language: 'en', locale: 'en-GB' }, () => 0);
const edit = vi.fn<(id: string, body: string) => Promise<void>>();
const send = vi.fn();
const wrote = vi.fn();
/** Files that wait, as the composer sees them. */
const waiting = { isBusy: false, taken: [] as Attachment[], changed: () => undefined as void };
const files: Tray = {
  element: element('div'), button: element('button'), isOpen: true, show: () => undefined, add: () => undefined,
  get isBusy() { return waiting.isBusy; },
  get isReady() { return waiting.taken.length > 0; },
  onChange: (act) => void (waiting.changed = act),
  take: () => waiting.taken.splice(0),
};
beforeEach(() => {
  document.body.replaceChildren();
  send.mockReset();
  edit.mockReset().mockResolvedValue();
  wrote.mockReset();
});

function start(draft = '') {
  const composer = createComposer({ wording, language: 'en', draft, send, edit, wrote, files }, new AbortController().signal);
  document.body.append(composer.element);
  const field = composer.element.querySelector('textarea')!;
  const button = composer.element.querySelector<HTMLButtonElement>('.send')!;
  const write = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    field.dispatchEvent(event);
    return event;
  };
  return { composer, field, button, write, press };
}

test('Enter sends and empties the field', () => {
  const it = start();
  it.write('  hello \n');
  expect(it.press('Enter').defaultPrevented).toBe(true);
  expect(send).toHaveBeenCalledExactlyOnceWith('hello', [], undefined);
  expect([it.field.value, wrote.mock.lastCall]).toEqual(['', ['']]);
});

test('Shift+Enter and the input method keep their Enter', () => {
  const it = start();
  it.write('hello');
  expect(it.press('Enter', { shiftKey: true }).defaultPrevented).toBe(false);
  expect(it.press('Enter', { isComposing: true }).defaultPrevented).toBe(false);
  expect(send).not.toHaveBeenCalled();
});

test('nothing is not sent', () => {
  const it = start();
  it.write(' \n ');
  it.press('Enter');
  expect(send).not.toHaveBeenCalled();
  expect(it.button.disabled).toBe(true);
});

test('a file goes without a word, and nothing goes before it is uploaded', () => {
  const it = start();
  const file = attachment({ name: 'a.txt', size: 1 });
  Object.assign(waiting, { isBusy: true, taken: [file] });
  it.write('look');
  it.press('Enter');
  expect([send.mock.calls, it.button.disabled]).toEqual([[], true]);
  waiting.isBusy = false;
  it.write('');
  waiting.changed();
  expect(it.button.disabled).toBe(false);
  it.press('Enter');
  expect(send).toHaveBeenCalledExactlyOnceWith('', [file], undefined);
  expect(it.button.disabled).toBe(true);
});

test('a draft is there again, ready to go', () => {
  const it = start('half a thought');
  expect([it.field.value, it.button.disabled]).toEqual(['half a thought', false]);
});

test('the page’s shortcuts do not see what is typed, and Esc closes', () => {
  const close = vi.fn();
  const page = vi.fn();
  const it = start();
  keepKeys(it.composer.element, { close, covers: () => false }, new AbortController().signal);
  document.addEventListener('keydown', page);
  it.press('s');
  it.press('Escape');
  document.removeEventListener('keydown', page);
  expect(page).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledTimes(1);
});

const row: BubbleRow = {
  kind: 'bubble', key: 'k', isOwn: true, sender: null, body: 'Helo', attachments: [], at: '', isFirst: true, isLast: true, id: 'm7', seq: 7, mayChange: true,
};

test('a reply names what it answers, once', () => {
  const { composer, write, press } = start();
  composer.reply({ ...row, isOwn: false, sender: 'Anna' });
  expect(composer.element.querySelector('.context')!.textContent).toBe('Reply to AnnaHelo');
  write('Yes');
  press('Enter');
  write('And more');
  press('Enter');
  expect(send.mock.calls).toEqual([['Yes', [], 7], ['And more', [], undefined]]);
});

test('editing takes the field and gives it back with what stood there', async () => {
  const { composer, field, write, press } = start('a draft');
  composer.edit(row);
  expect(field.value).toBe('Helo');
  write('Hello');
  expect(wrote).not.toHaveBeenCalled();
  press('Enter');
  await settle();
  expect(edit).toHaveBeenCalledWith('m7', 'Hello');
  expect([field.value, composer.element.querySelector<HTMLElement>('.context')!.hidden]).toEqual(['a draft', true]);
});

test('a change that is refused keeps the words, and Escape gives up', async () => {
  const { composer, field, write, press } = start();
  edit.mockRejectedValue(new TypeError('down'));
  composer.edit(row);
  write('Hello');
  press('Enter');
  await settle();
  expect(composer.element.querySelector('.context')!.textContent).toContain('could not be changed');
  expect(field.value).toBe('Hello');
  press('Escape');
  expect([field.value, send.mock.calls.length]).toEqual(['', 0]);
});
