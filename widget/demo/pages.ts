import type { Plugin } from 'vite';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

/** Serves one page in two languages: `/` in English, `/ru/` in Russian. `{{name}}` stands for a text. */
export function pages(): Plugin {
  const isRussian = (url = '') => /^\/ru(\/|$|\?)/.test(url);
  return {
    name: 'demo-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (isRussian(request.url)) request.url = '/index.html';
        next();
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, context) {
        const texts: Record<string, string> = isRussian(context.originalUrl) ? ru : en;
        return html.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => {
          const text = texts[name];
          if (text === undefined) throw new Error(`The demo page has no text "${name}"`);
          return text;
        });
      },
    },
  };
}
