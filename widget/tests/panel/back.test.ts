// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBack } from '../../src/panel/back';

let life: AbortController;
const close = vi.fn();
let states: unknown[];
beforeEach(() => {
  life = new AbortController();
  close.mockReset();
  // A history of which a test sees every entry.
  states = [{ router: 1 }];
  vi.spyOn(history, 'state', 'get').mockImplementation(() => states.at(-1));
  vi.spyOn(history, 'pushState').mockImplementation((state: unknown) => void states.push(state));
  vi.spyOn(history, 'back').mockImplementation(() => {
    states.pop();
    window.dispatchEvent(new Event('popstate'));
  });
});
afterEach(() => life.abort());

test('going back closes the panel and stays on the page', () => {
  const back = createBack(() => {
    close();
    back.set(false);
  }, life.signal);
  back.set(true);
  expect(states).toEqual([{ router: 1 }, { router: 1, siteaccess: true }]);
  history.back();
  expect([close.mock.calls.length, states]).toEqual([1, [{ router: 1 }]]);
});

test('closing by hand takes its entry along, and a page loaded anew adds no other', () => {
  const back = createBack(close, life.signal);
  back.set(true);
  back.set(true);
  createBack(close, life.signal).set(true);
  expect(states).toHaveLength(2);
  back.set(false);
  expect(states).toEqual([{ router: 1 }]);
});

test('where the browser watches for closing, the history is left alone', () => {
  const watchers: { onclose: (() => void) | null; destroy: () => void }[] = [];
  vi.stubGlobal('CloseWatcher', class {
    onclose: (() => void) | null = null;
    destroy = vi.fn();
    constructor() {
      watchers.push(this);
    }
  });
  const back = createBack(close, life.signal);
  back.set(true);
  watchers[0]!.onclose!();
  expect([close.mock.calls.length, states.length]).toEqual([1, 1]);
  back.set(false);
  expect(watchers[0]!.destroy).toHaveBeenCalledTimes(1);
});
