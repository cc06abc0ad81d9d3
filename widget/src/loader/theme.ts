import type { Settings } from '../shell';

/**
 * Light or dark as the tag says, as the page says (`data-color-scheme`, or the CSS property `color-scheme` when it names
 * one alone), or as the system has it; and again whenever the page changes its mind.
 */
export function followTheme(host: HTMLElement, { theme }: Settings, signal: AbortSignal): void {
  const page = document.documentElement;
  const system = matchMedia('(prefers-color-scheme:dark)');
  const paint = () => {
    const said = theme || page.dataset['colorScheme'] || getComputedStyle(page).colorScheme;
    host.dataset['theme'] = /^(only )?dark$/.test(said) || !/^(only )?light$/.test(said) && system.matches ? 'dark' : 'light';
  };
  const observer = new MutationObserver(paint);
  observer.observe(page, { attributes: true });
  system.addEventListener('change', paint, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  paint();
}
