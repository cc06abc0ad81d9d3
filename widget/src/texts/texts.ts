/** A text that depends on a number: one form per plural category of the language. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** What the launcher says. The loader carries these for every language, so they are few. */
export interface LauncherTexts {
  readonly open: string;
  readonly failed: string;
}

/** What the panel says. `{name}` and `{count}` are filled in. */
export interface PanelTexts {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly available: string;
  readonly busy: string;
  readonly offline: string;
  readonly connecting: string;
  readonly greeting: string;
  readonly greetingAvailable: string;
  readonly greetingAway: string;
  readonly conversation: string;
  readonly placeholder: string;
  readonly send: string;
  readonly sending: string;
  readonly sent: string;
  readonly seen: string;
  readonly notSent: string;
  readonly retry: string;
  readonly tooLong: string;
  readonly attach: string;
  readonly files: string;
  readonly drop: string;
  readonly uploading: string;
  readonly removeFile: string;
  readonly retryFile: string;
  readonly fileNotSent: string;
  readonly fileTooLarge: string;
  readonly fileNotAllowed: string;
  readonly fileTooMany: Plural;
  readonly fileGone: string;
  readonly you: string;
  readonly operator: string;
  readonly typing: string;
  readonly typingUnnamed: string;
  readonly slow: string;
  readonly lost: string;
  readonly unavailable: string;
  readonly earlier: string;
  readonly more: string;
  readonly past: string;
  readonly back: string;
  readonly begin: string;
  readonly closed: string;
  readonly newHere: string;
  readonly loading: string;
  readonly noPast: string;
  readonly earlierTalks: string;
  readonly notLoaded: string;
  readonly over: string;
  readonly sound: string;
  readonly emoji: string;
  readonly find: string;
  readonly noEmoji: string;
  readonly popout: string;
  readonly away: string;
  readonly showWindow: string;
  readonly comeBack: string;
  readonly alone: string;
  readonly dismiss: string;
  readonly reply: string;
  readonly edit: string;
  readonly remove: string;
  readonly removeSure: string;
  readonly actions: string;
  readonly deleted: string;
  readonly edited: string;
  readonly editing: string;
  readonly cancel: string;
  readonly notChanged: string;
  readonly replyTo: string;
  readonly unread: Plural;
  readonly news: Plural;
}

/** One language: a file each, in `languages/`. */
export interface Language {
  readonly launcher: LauncherTexts;
  readonly panel: PanelTexts;
}

/** Puts values into the places of a text. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The form for a number, with the number in the language's own digits. */
export function count(text: Plural, number: number, locale: string): string {
  const form = text[new Intl.PluralRules(locale).select(number)] ?? text.other;
  return fill(form, { count: new Intl.NumberFormat(locale).format(number) });
}
