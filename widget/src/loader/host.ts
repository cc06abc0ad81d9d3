import { sheet } from '../dom/sheet';
import tokens from '../styles/tokens.css?inline';
import type { Settings } from '../shell';
import launcher from './launcher.css?inline';
import { followTheme } from './theme';

/** Black or white on a colour, whichever contrasts more (WCAG relative luminance). */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}

/** Paints with the channel's colour; anything but `#RRGGBB` is passed over. */
export function setAccent(host: HTMLElement, colour: string | null | undefined): void {
  if (!/^#[\da-f]{6}$/i.test(colour ?? '')) return;
  const set = (name: string, value: string) => host.style.setProperty(`--sa-${name}`, value);
  set('accent', colour!);
  set('on-accent', inkOn(colour!));
  // Any colour may be a ground, not every colour can be read on one: words and outlines stay ink.
  set('accent-soft', `color-mix(in srgb, ${colour} 14%, var(--sa-surface))`);
  set('accent-ink', 'var(--sa-ink)');
}

/** The widget's own element on the page, and its shadow root. */
export function createHost(settings: Settings, signal: AbortSignal): { host: HTMLElement; root: ShadowRoot } {
  const { side, offset } = settings;
  const host = document.createElement('siteaccess-chat');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet(launcher), sheet(tokens)];
  followTheme(host, settings, signal);
  if (side) host.dataset['side'] = side;
  if (Number(offset)) host.style.setProperty('--sa-offset', `${Number(offset)}px`);
  return { host, root };
}
