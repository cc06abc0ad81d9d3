/** Keeps the reader's place: at the end while they are there, where they read otherwise. */
export interface Scroll {
  readonly isAtEnd: boolean;
  /** Changes the content; the place is kept, or the end is shown if it was shown before. */
  around(change: () => void): void;
  toEnd(isSmooth?: boolean): void;
}

export interface ScrollPorts {
  moved(): void;
  /** The reader comes near the top. */
  nearTop(): void;
}

/** Nearer than this counts as the end, in px: less than one bubble. */
const near = 40;
const topZone = 240;

export function createScroll(area: HTMLElement, ports: ScrollPorts, signal: AbortSignal): Scroll {
  const distance = () => area.scrollHeight - area.scrollTop - area.clientHeight;
  const isAtEnd = () => distance() < near;
  let wasAtEnd = true;
  let lastTop = 0;

  const toEnd = (isSmooth = false) => {
    wasAtEnd = true;
    area.scrollTo({ top: area.scrollHeight, behavior: isSmooth && !matchMedia('(prefers-reduced-motion: reduce)').matches ? 'smooth' : 'instant' });
  };
  const moved = () => {
    // Only a move upwards is the reader's wish to leave the end; a smaller area is not.
    if (isAtEnd()) wasAtEnd = true;
    else if (area.scrollTop < lastTop) wasAtEnd = false;
    lastTop = area.scrollTop;
    if (area.scrollTop < topZone) ports.nearTop();
    ports.moved();
  };

  area.addEventListener('scroll', moved, { signal, passive: true });
  if (typeof ResizeObserver !== 'undefined') {
    // The keyboard or a growing field takes room: who was at the end stays there.
    const observer = new ResizeObserver(() => wasAtEnd && toEnd());
    observer.observe(area);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  }

  return {
    get isAtEnd() {
      return wasAtEnd;
    },
    around(change) {
      const first = area.querySelector('.row:not(.day)');
      const fromEnd = area.scrollHeight - area.scrollTop;
      change();
      if (wasAtEnd) toEnd();
      // Earlier messages were put on top: the distance from the end is what stays.
      else if (first !== area.querySelector('.row:not(.day)')) area.scrollTop = area.scrollHeight - fromEnd;
    },
    toEnd,
  };
}
