/** As much of the browser's CloseWatcher as is used; TypeScript's DOM does not know it yet. */
interface Watcher { onclose: (() => void) | null; destroy(): void }

/** What marks the history entry that stands for the open panel. */
const mark = 'siteaccess';
type Marked = Record<string, unknown> | null;

/**
 * Lets the gesture or button that goes back close the panel that covers a phone's screen, rather than leave the page.
 * Where browsers have no CloseWatcher, an entry of the history is what goes.
 */
export function createBack(close: () => void, signal: AbortSignal): { set(isCovering: boolean): void } {
  let watcher: Watcher | undefined;
  let isCovering = false;
  const isMarked = () => (history.state as Marked)?.[mark] === true;

  function watch(): void {
    const { CloseWatcher } = window as unknown as { CloseWatcher?: new () => Watcher };
    if (CloseWatcher) {
      watcher = new CloseWatcher();
      watcher.onclose = close;
    } else if (!isMarked()) {
      // What the page's own router keeps in the entry stays in it.
      history.pushState({ ...(history.state as Marked), [mark]: true }, '');
    }
  }

  function rest(): void {
    if (watcher) watcher.destroy();
    else if (isMarked()) history.back();
    watcher = undefined;
  }

  window.addEventListener('popstate', () => {
    if (isCovering && !watcher && !isMarked()) close();
  }, { signal });
  signal.addEventListener('abort', () => watcher?.destroy(), { once: true });
  return {
    set(covering) {
      if (covering === isCovering) return;
      isCovering = covering;
      if (covering) watch();
      else rest();
    },
  };
}
