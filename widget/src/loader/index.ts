/** The classic script behind the tag: `<script async src="…/widget/siteaccess.js" data-channel="KEY">`. */
import type { Panel, Shell } from '../shell';
import * as ar from '../texts/languages/ar';
import * as de from '../texts/languages/de';
import * as en from '../texts/languages/en';
import * as es from '../texts/languages/es';
import * as fr from '../texts/languages/fr';
import * as ru from '../texts/languages/ru';
import { settingsOf } from './settings';
import { createWidget, type Widget } from './widget';

/** File names of the panel and of each language, baked in by the build. */
declare const CHUNKS: { readonly panel: string } & Readonly<Record<string, string>>;

declare global {
  interface Window { SiteAccess?: Widget }
}

const texts = { ar: ar.launcher, de: de.launcher, en: en.launcher, es: es.launcher, fr: fr.launcher, ru: ru.launcher };
const tag = document.currentScript as HTMLScriptElement | null;
const settings = tag && settingsOf(tag);

function start(): void {
  if (!tag || !settings || window.SiteAccess) return;
  window.SiteAccess = createWidget({
    texts: (speech) => texts[speech.language],
    async load(shell: Shell, attempt: number): Promise<Panel> {
      // Browsers remember a module that failed to load; another address asks again.
      const address = (name: string) => new URL(CHUNKS[name] + (attempt ? `?${attempt}` : ''), tag.src).href;
      const [panel, language] = await Promise.all([
        import(/* @vite-ignore */ address('panel')),
        import(/* @vite-ignore */ address(shell.speech.language)),
      ]);
      return panel.createPanel(shell, language.panel, new AbortController().signal);
    },
  }, settings, new AbortController().signal);
}

if (document.body) start();
else document.addEventListener('DOMContentLoaded', start, { once: true });
