/** Languages that have a file in `languages/`; the first serves whoever speaks none of them. */
export const languages = ['en', 'ru', 'de', 'fr', 'es', 'ar'] as const;

/** A language of the widget. */
export type LanguageName = (typeof languages)[number];

/** What is spoken here: our texts in `language`, dates and numbers as `locale` writes them. */
export interface Speech { readonly language: LanguageName; readonly locale: string }

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)$/.test(language) ? 'rtl' : 'ltr';
}

/** Chooses by the first wish that we speak: the tag's, the page's, the browser's. */
export function chooseSpeech(wishes: readonly (string | null | undefined)[]): Speech {
  for (const wish of wishes) {
    const language = languages.find((name) => name === wish?.toLowerCase().split(/[-_]/)[0]);
    if (wish && language) return { language, locale: wish.replace('_', '-') };
  }
  return { language: languages[0], locale: languages[0] };
}
