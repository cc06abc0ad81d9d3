import { expect, test, vi } from 'vitest';
import { createStep, type Step } from '../../src/tabs/step';

/** Tabs of one site, each with a panel and a field. */
function site() {
  const steps: Step[] = [];
  return () => {
    const tab = { isOpen: false, draft: '', sets: vi.fn() };
    const step: Step = createStep({
      tell: (news) => steps.filter((each) => each !== step).forEach((each) => each.heard(news)),
      isOpen: () => tab.isOpen,
      draft: () => tab.draft,
      setOpen: (isOpen) => tab.sets(tab.isOpen = isOpen),
      write: (draft) => void (tab.draft = draft),
    });
    steps.push(step);
    return Object.assign(tab, { step });
  };
}

test('what is opened, closed or written in one tab is so in all', () => {
  const open = site();
  const [one, other] = [open(), open()];
  one.isOpen = true;
  one.step.opened(true);
  one.step.opened(true);
  expect([other.isOpen, other.sets.mock.calls.length]).toEqual([true, 1]);
  other.draft = 'half a thought';
  other.step.wrote('half a thought');
  expect(one.draft).toBe('half a thought');
  other.isOpen = false;
  other.step.opened(false);
  expect(one.isOpen).toBe(false);
});

test('a tab that comes later finds out how the others stand', () => {
  const open = site();
  const one = open();
  Object.assign(one, { isOpen: true, draft: 'so far' });
  const late = open();
  late.step.join();
  expect([late.isOpen, late.draft, one.isOpen, one.draft]).toEqual([true, 'so far', true, 'so far']);
});
