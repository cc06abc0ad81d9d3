import type { Settings } from '../shell';

/** Reads the tag: `data-*` attributes, and the Api's origin from where the script came. */
export function settingsOf(tag: HTMLScriptElement): Settings | undefined {
  const { channel, api, locale, theme, side, offset, accent } = tag.dataset;
  if (!channel) return undefined;
  return { channel, api: api ? api.replace(/\/$/, '') : new URL(tag.src).origin, locale, theme, side, offset, accent };
}
