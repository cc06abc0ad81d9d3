/** Screens that the panel covers whole; the stylesheet says the same. */
const small = '(max-width: 480px), (max-height: 480px) and (pointer: coarse)';

/** Whether the panel covers the screen. */
export function covers(): boolean {
  return matchMedia(small).matches;
}

/** On a covered screen the page behind must not scroll along. */
function createLock(): { set(isOn: boolean): void } {
  const lock = new CSSStyleSheet();
  lock.replaceSync(`@media ${small} { html { overflow: hidden !important } }`);
  return {
    set(isOn) {
      const others = document.adoptedStyleSheets.filter((sheet) => sheet !== lock);
      document.adoptedStyleSheets = isOn ? [...others, lock] : others;
    },
  };
}

/** Fits the panel to what the on-screen keyboard leaves, for as long as it is open. */
export function createViewport(panel: HTMLElement, signal: AbortSignal): { set(isOpen: boolean): void } {
  const lock = createLock();
  const view = window.visualViewport;
  const fit = () => {
    if (!view) return;
    panel.style.setProperty('--sa-view-height', `${view.height}px`);
    panel.style.setProperty('--sa-view-top', `${view.offsetTop}px`);
  };
  view?.addEventListener('resize', fit, { signal });
  view?.addEventListener('scroll', fit, { signal });
  signal.addEventListener('abort', () => lock.set(false), { once: true });
  return {
    set(isOpen) {
      fit();
      lock.set(isOpen);
    },
  };
}
