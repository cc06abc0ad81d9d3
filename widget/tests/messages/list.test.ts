// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { element } from '../../src/dom/element';
import { createList } from '../../src/messages/list';
import { renderBody } from '../../src/messages/bubble';
import { layOut } from '../../src/messages/rows';
import { panel as texts } from '../../src/texts/languages/en';
import { createWording } from '../../src/texts/wording';
import { message } from '../support/messages';

const wording = createWording(texts, { language: 'en', locale: 'en-GB' }, () => Date.UTC(2026, 10, 20, 18));
const acts = { reply: vi.fn(), edit: vi.fn(), remove: vi.fn() };
const files = { show: ({ name }: { name: string }) => element('a', { text: name }) };
const create = (retry = vi.fn()) => ({ retry, list: createList({ wording, files, retry, ...acts }) });
const items = (list: ReturnType<typeof createList>) => [...list.element.children] as HTMLElement[];

test('what others write is text, never markup', () => {
  const body = document.createElement('div');
  body.append(...renderBody('<img src=x onerror=alert(1)> https://example.com/<b> javascript:alert(1)'));
  expect(body.querySelectorAll('img, b, script')).toHaveLength(0);
  expect(body.textContent).toBe('<img src=x onerror=alert(1)> https://example.com/<b> javascript:alert(1)');
  const anchors = [...body.querySelectorAll('a')];
  expect(anchors.map((a) => [a.getAttribute('href'), a.rel, a.target])).toEqual([['https://example.com/', 'noopener nofollow', '_blank']]);
});

test('a row keeps its element when the list changes around it', () => {
  const { list } = create();
  list.show(layOut([message(2), message(3)], [], 0));
  const [, second, third] = items(list);
  list.show(layOut([message(1), message(2), message(3), message(4)], [], 0));
  expect(items(list)[2]).toBe(second);
  expect(items(list)[3]).toBe(third);
  list.show(layOut([message(3)], [], 0));
  expect(items(list)).toHaveLength(2);
  expect(items(list)[1]).toBe(third);
});

test('an own message stays the same element from writing to sent', () => {
  const { list } = create();
  const at = message(1).createdAt;
  list.show(layOut([], [{ clientMessageId: 'u', body: 'hi', createdAt: at, delivery: 'sending' }], 0));
  const [, before] = items(list);
  expect(before?.className).toContain('sending');
  list.show(layOut([message(1, { senderType: 'visitor', clientMessageId: 'u', body: 'hi' })], [], 0));
  expect(items(list)[1]).toBe(before);
  expect(before?.querySelector('.state')?.textContent).toBe('Sent');
});

test('a message that was not sent says so and offers another try', () => {
  const { list, retry } = create();
  list.show(layOut([], [{ clientMessageId: 'u', body: 'hi', createdAt: message(1).createdAt, delivery: 'failed' }], 0));
  const foot = list.element.querySelector('.foot')!;
  expect(foot.textContent).toBe('Not sentRetry');
  foot.querySelector('button')!.click();
  expect(retry).toHaveBeenCalledWith('u');
});

test('who speaks is said once to the eye and each time to the ear', () => {
  const { list } = create();
  list.show(layOut([message(1), message(2), message(3, { senderType: 'visitor' })], [], 0));
  expect([...list.element.querySelectorAll('.sender')].map((each) => each.textContent)).toEqual(['Anna']);
  expect([...list.element.querySelectorAll('.column > .spoken')].map((each) => each.textContent)).toEqual(['Anna: ', 'You: ']);
  expect(list.element.querySelectorAll('time')).toHaveLength(2);
});

test('an answer shows what it answers, and a deleted message only that it was', () => {
  const { list } = create();
  const replyTo = { seq: 1, senderType: 'visitor', kind: 'text', body: 'Is it <b>free</b>?' } as const;
  list.show(layOut([message(2, { replyTo, editedAt: message(3).createdAt }), message(3, { body: '', deletedAt: message(3).createdAt })], [], 0));
  const [answer, deleted] = items(list).filter((item) => item.classList.contains('theirs'));
  expect(answer!.querySelector('.quote')!.textContent).toBe('YouIs it <b>free</b>?');
  expect(answer!.textContent).toContain('edited');
  expect(deleted!.querySelector('.bubble')!.textContent).toBe('Message deleted');
  expect(deleted!.querySelector('details')).toBeNull();
});

test('own messages may be changed for a quarter of an hour, and deleting asks once', () => {
  const { list } = create();
  const own = message(1, { senderType: 'visitor' });
  const at = Date.parse(own.createdAt);
  list.show(layOut([own], [], 0, at + 60_000));
  const buttons = () => [...list.element.querySelectorAll('button')].map(({ textContent }) => textContent);
  expect(buttons()).toEqual(['Reply', 'Edit', 'Delete']);
  const remove = list.element.querySelectorAll('button')[2]!;
  remove.click();
  expect([acts.remove.mock.calls.length, remove.textContent]).toEqual([0, 'Delete for everybody?']);
  remove.click();
  expect(acts.remove).toHaveBeenCalledWith(expect.objectContaining({ id: own.id }));
  list.show(layOut([own], [], 0, at + 16 * 60_000));
  expect(buttons()).toEqual(['Reply']);
});
