/** Keys inside the panel: Esc closes, Tab stays inside while the panel covers the page. */
export function keepKeys(panel: HTMLElement, ports: { close(): void; covers(): boolean }, signal: AbortSignal): void {
  const reachable = () => [...panel.querySelectorAll<HTMLElement>('button, textarea, input, a[href], [tabindex="0"]')]
    .filter((each) => !each.matches(':disabled') && each.getClientRects().length > 0);

  panel.addEventListener('keydown', (event) => {
    // The page's own shortcuts would take the visitor's letters: seen from there this is no text field.
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) return ports.close();
    if (event.key !== 'Tab' || !ports.covers()) return;
    const all = reachable();
    const current = (panel.getRootNode() as ShadowRoot).activeElement;
    const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
    if (current !== from) return;
    event.preventDefault();
    to?.focus();
  }, { signal });
  for (const name of ['keyup', 'keypress'] as const) {
    panel.addEventListener(name, (event) => event.stopPropagation(), { signal });
  }
}
