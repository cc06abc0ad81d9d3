// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createMenu } from '../../src/panel/menu';

function start() {
  const look = vi.fn();
  let isOn = true;
  const menu = createMenu('More', [
    { text: () => 'Look', act: look },
    { text: () => 'Sound', act: () => void (isOn = !isOn), isOn: () => isOn },
  ], new AbortController().signal);
  document.body.replaceChildren(menu.element);
  const button = menu.element.querySelector<HTMLButtonElement>('.plain')!;
  const list = menu.element.querySelector<HTMLElement>('[role=menu]')!;
  const items = [...list.querySelectorAll<HTMLButtonElement>('button')];
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  };
  return { menu, button, list, items, look, press };
}

test('it opens with the first thing to do, and goes by arrows', () => {
  const { button, list, items, press } = start();
  expect([list.hidden, button.ariaExpanded]).toEqual([true, 'false']);
  button.click();
  expect([list.hidden, button.ariaExpanded, document.activeElement]).toEqual([false, 'true', items[0]]);
  press('ArrowUp');
  expect(document.activeElement).toBe(items[1]);
  press('ArrowDown');
  expect(document.activeElement).toBe(items[0]);
  press('End');
  expect(document.activeElement).toBe(items[1]);
});

test('doing something closes it, and a switch says how it stands', () => {
  const { button, list, items, look } = start();
  button.click();
  items[0]!.click();
  expect([look.mock.calls.length, list.hidden]).toEqual([1, true]);
  button.click();
  expect([items[1]!.role ?? items[1]!.getAttribute('role'), items[1]!.ariaChecked]).toEqual(['menuitemcheckbox', 'true']);
  items[1]!.click();
  button.click();
  expect(items[1]!.ariaChecked).toBe('false');
});

test('Esc closes the menu alone, and a mark is said', () => {
  const { menu, button, list, press } = start();
  const outside = vi.fn();
  document.body.addEventListener('keydown', outside, { once: true });
  button.click();
  press('Escape');
  expect([list.hidden, outside.mock.calls.length, document.activeElement]).toEqual([true, 0, button]);
  menu.mark('2 new messages');
  expect([button.ariaLabel, button.classList.contains('marked')]).toEqual(['More, 2 new messages', true]);
  menu.mark('');
  expect(button.ariaLabel).toBe('More');
});
