// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createDoor } from '../../src/panel/door';
import { panel as texts } from '../../src/texts/languages/en';

test('what is unread is shown and said, and the open panel can be closed', () => {
  const button = document.createElement('button');
  const badge = document.createElement('span');
  button.append(badge);
  const door = createDoor({ button, badge }, texts);
  expect([badge.hidden, button.ariaLabel, button.ariaExpanded]).toEqual([true, 'Open chat', 'false']);
  door.setUnread('2', '2 unread messages');
  expect([badge.hidden, badge.textContent, button.ariaLabel]).toEqual([false, '2', 'Open chat, 2 unread messages']);
  door.setOpen(true);
  expect([badge.hidden, button.ariaLabel, button.ariaExpanded]).toEqual([true, 'Close chat', 'true']);
});
