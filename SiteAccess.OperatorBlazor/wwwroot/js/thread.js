/** A thread's scrolling: it follows the newest message, and holds still when somebody reads further up. */
import { tell } from './connection.js';
import { onAdded } from './elements.js';

const nearBottom = 40;
const nearTop = 240;
let open;

export function startThread() {
  onAdded('[data-thread]', (element) => {
    open = follow(element);
  });
}

/** Scrolls to the newest message. */
export const toNewest = () => open?.toNewest();

function follow(element) {
  let isAtBottom = true;
  let isAtTop = false;
  let anchor;

  // The first message in view, and where it stands: whatever comes above it must not move it.
  const takeAnchor = () => {
    const top = element.scrollTop;
    const first = [...element.querySelectorAll('[data-key]')].find((row) => row.offsetTop + row.offsetHeight > top);
    anchor = first && { first, top: first.offsetTop };
  };

  const report = (always) => {
    const atBottom = element.scrollHeight - element.scrollTop - element.clientHeight < nearBottom;
    const atTop = element.scrollTop < nearTop;
    const isNews = atBottom !== isAtBottom || atTop !== isAtTop;
    [isAtBottom, isAtTop] = [atBottom, atTop];
    if (isNews || (always && atTop)) tell(element, 'threadscroll', { isAtBottom, isAtTop });
  };

  const hold = () => {
    if (isAtBottom) element.scrollTop = element.scrollHeight;
    else if (anchor?.first.isConnected) element.scrollTop += anchor.first.offsetTop - anchor.top;
    takeAnchor();
    report(true);
  };

  element.addEventListener('scroll', () => {
    takeAnchor();
    report(false);
  }, { passive: true });
  new MutationObserver(hold).observe(element, { childList: true, subtree: true });
  new ResizeObserver(hold).observe(element);

  return {
    toNewest() {
      isAtBottom = true;
      element.scrollTop = element.scrollHeight;
      tell(element, 'threadscroll', { isAtBottom, isAtTop });
    },
  };
}
