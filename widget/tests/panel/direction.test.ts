// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHost } from '../../src/loader/host';
import { createLauncher } from '../../src/loader/launcher';
import { createPanel } from '../../src/panel/panel';
import * as ar from '../../src/texts/languages/ar';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new TypeError('offline'))));
});
afterEach(() => life.abort());

test('in Arabic everything that is read runs from right to left, and says so', async () => {
  const settings = { channel: 'demo', api: 'https://chat.example' };
  const { host, root } = createHost(settings, life.signal);
  document.body.append(host);
  const launcher = createLauncher(root, ar.launcher.open, () => undefined, life.signal);
  const panel = createPanel({ settings, speech: { language: 'ar', locale: 'ar' }, root, launcher, setAccent: () => undefined }, ar.panel, life.signal);
  panel.open(true);
  const whole = root.querySelector<HTMLElement>('.panel')!;
  expect([whole.hidden, whole.lang]).toEqual([false, 'ar']);
  expect([...whole.children].map((part) => (part as HTMLElement).dir)).toEqual([...whole.children].map(() => 'rtl'));
  expect(root.querySelector<HTMLElement>('.teaser')!.dir).toBe('rtl');
  root.querySelector<HTMLButtonElement>('.more > button')!.click();
  root.querySelector<HTMLButtonElement>('[role="menuitem"]')!.click();
  await vi.waitFor(() => expect(root.querySelector('.past h3')!.textContent).toBe(ar.panel.past));
  // What people write has a direction of its own.
  expect(root.querySelector('textarea')!.dir).toBe('auto');
});
