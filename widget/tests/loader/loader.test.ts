// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settingsOf } from '../../src/loader/settings';
import { createWidget } from '../../src/loader/widget';
import type { Panel, Settings, Shell } from '../../src/shell';
import { launcher as texts } from '../../src/texts/languages/en';
import { settle } from '../support/settle';

let life: AbortController;
const panel = { isOpen: false, open: vi.fn(), close: vi.fn() };
const load = vi.fn<(shell: Shell, attempt: number) => Promise<Panel>>();
const settings: Settings = { channel: 'demo', api: 'https://api.example' };
const start = (more: Partial<Settings> = {}) => createWidget({ texts: () => texts, load }, { ...settings, ...more }, life.signal);
const host = () => document.querySelector<HTMLElement>('siteaccess-chat');
const button = () => host()!.shadowRoot!.querySelector<HTMLButtonElement>('.launcher')!;

beforeEach(() => {
  life = new AbortController();
  localStorage.clear();
  panel.isOpen = false;
  panel.open.mockReset();
  panel.close.mockReset();
  load.mockReset().mockResolvedValue(panel);
  vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new Error('the loader asked for something'))));
});
afterEach(() => life.abort());

test('it draws the launcher and asks for nothing', async () => {
  start();
  await settle();
  expect(button().ariaLabel).toBe('Open chat');
  expect(load).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

test('the first press brings the panel and opens it', async () => {
  start();
  button().click();
  await settle();
  expect(panel.open).toHaveBeenCalledWith(true);
  expect(load).toHaveBeenCalledTimes(1);
  panel.isOpen = true;
  button().click();
  expect(panel.close).toHaveBeenCalled();
});

test.each(['conversation', 'outbox.5b0f'])('with a kept %s it brings the panel, closed', async (key) => {
  localStorage.setItem(`siteaccess:demo:${key}`, 'x');
  start();
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
  expect(panel.open).not.toHaveBeenCalled();
});

test('another channel’s conversation wakes nobody', () => {
  localStorage.setItem('siteaccess:other:conversation', 'x');
  start();
  expect(load).not.toHaveBeenCalled();
});

test('a panel that did not come is asked for again at another address', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  load.mockRejectedValueOnce(new TypeError('offline'));
  start();
  button().click();
  await settle();
  expect(warn).toHaveBeenCalled();
  expect(button().ariaLabel).toBe('Open chat, error');
  button().click();
  await settle();
  expect(panel.open).toHaveBeenCalled();
  expect(load.mock.calls.map(([, attempt]) => attempt)).toEqual([0, 1]);
});

test('two presses at once bring one panel', async () => {
  start();
  button().click();
  button().click();
  await settle();
  expect(panel.open).toHaveBeenCalled();
  expect(load).toHaveBeenCalledTimes(1);
});

test.each([
  [{ theme: 'dark' }, 'light', '', 'dark'], [{}, 'dark', '', 'dark'], [{}, '', 'only dark', 'dark'], [{}, '', 'light dark', 'light'], [{}, '', '', 'light'],
])('the theme is the tag’s %o, the page’s “%s”, its “%s”, or the system’s', (more, attribute, scheme, theme) => {
  const page = document.documentElement;
  if (attribute) page.dataset['colorScheme'] = attribute;
  vi.spyOn(window, 'getComputedStyle').mockReturnValue({ colorScheme: scheme } as CSSStyleDeclaration);
  start(more);
  expect(host()!.dataset['theme']).toBe(theme);
  delete page.dataset['colorScheme'];
});

test('a page that changes its theme takes the launcher along', async () => {
  start();
  document.documentElement.dataset['colorScheme'] = 'dark';
  await vi.waitFor(() => expect(host()!.dataset['theme']).toBe('dark'));
  delete document.documentElement.dataset['colorScheme'];
  await vi.waitFor(() => expect(host()!.dataset['theme']).toBe('light'));
});

test('the tag’s accent wins over the channel’s, and nonsense over nothing', async () => {
  localStorage.setItem('siteaccess:demo:accent', '#ffcc00');
  start();
  expect(host()!.style.getPropertyValue('--sa-accent')).toBe('#ffcc00');
  expect(host()!.style.getPropertyValue('--sa-on-accent')).toBe('#000');
  life.abort();
  life = new AbortController();
  start({ accent: '#123456' });
  expect(host()!.style.getPropertyValue('--sa-accent')).toBe('#123456');
  expect(host()!.style.getPropertyValue('--sa-on-accent')).toBe('#fff');
  life.abort();
  life = new AbortController();
  localStorage.clear();
  start({ accent: 'red;}' });
  expect(host()!.style.getPropertyValue('--sa-accent')).toBe('');
});

test('everything leaves with the signal', () => {
  start();
  life.abort();
  expect(host()).toBeNull();
});

test('the tag says where the Api is, or the script’s own origin does', () => {
  const tag = document.createElement('script');
  tag.src = 'https://chat.example/widget/siteaccess.js';
  expect(settingsOf(tag)).toBeUndefined();
  tag.dataset['channel'] = 'demo';
  expect(settingsOf(tag)).toMatchObject({ channel: 'demo', api: 'https://chat.example' });
  tag.dataset['api'] = 'https://api.example/';
  expect(settingsOf(tag)?.api).toBe('https://api.example');
});
