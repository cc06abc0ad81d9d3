/** SiteAccess as a package: the same widget for pages that are built rather than tagged. */
import { createPanel } from './panel/panel';
import { createWidget, type Widget } from './loader/widget';
import type { Settings } from './shell';
import * as ar from './texts/languages/ar';
import * as de from './texts/languages/de';
import * as en from './texts/languages/en';
import * as es from './texts/languages/es';
import * as fr from './texts/languages/fr';
import * as ru from './texts/languages/ru';

export type { Settings, Widget };

const languages = { ar, de, en, es, fr, ru };

/** Puts the chat on this page; it leaves when the signal aborts. */
export function createSiteAccess(settings: Settings, signal: AbortSignal = new AbortController().signal): Widget {
  return createWidget({
    texts: ({ language }) => languages[language].launcher,
    load: async (shell) => createPanel(shell, languages[shell.speech.language].panel, signal),
  }, settings, signal);
}
