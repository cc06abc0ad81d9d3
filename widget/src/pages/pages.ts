/** Notices that the visitor has gone to another page of the site without a new load. */

/** The Navigation API, where the browser has it; what is missing there is heard by the older events. */
interface Navigation extends EventTarget { readonly currentEntry: unknown }

export interface PagesPorts {
  address(): string;
  /** The page is another than before. */
  moved(): void;
}

/** Only a new address counts, never the page's own history being rewritten to the same one. */
export function watchPages({ address, moved }: PagesPorts, signal: AbortSignal): void {
  let known = address();
  const look = () => {
    const now = address();
    if (now === known) return;
    known = now;
    moved();
  };
  const { navigation } = window as Window & { navigation?: Navigation };
  navigation?.addEventListener('navigatesuccess', look, { signal });
  window.addEventListener('popstate', look, { signal });
  window.addEventListener('hashchange', look, { signal });
}
