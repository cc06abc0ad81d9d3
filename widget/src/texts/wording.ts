import type { Speech } from './language';
import { count, fill, type PanelTexts, type Plural } from './texts';

/** Texts, numbers, dates and times as they are written here. */
export interface Wording {
  readonly texts: PanelTexts;
  count(text: Plural, number: number): string;
  fill(text: string, values: Record<string, string | number>): string;
  time(at: string): string;
  /** Bytes as people say them: 1.2 MB. */
  size(bytes: number): string;
  /** "Today", "Yesterday", or the date. */
  day(at: string): string;
}

/**
 * Times are written as where the visitor lives, if the page names a language only: `en` with a British browser is
 * `en-GB`. A page's `lang` may be anything; one that Intl does not take is replaced by our language's name.
 */
function localeOf({ locale, language }: Speech, browser: readonly string[]): string {
  const regional = locale.length === 2 ? browser.find((each) => each.startsWith(`${locale}-`)) : undefined;
  try {
    return Intl.getCanonicalLocales(regional ?? locale)[0] ?? language;
  } catch {
    return language;
  }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
function sizeOf(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  const unit = { style: 'unit', unit: units[step]!, unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, unit).format(bytes / 1024 ** step);
}

const dayLength = 86_400_000;
const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);

export function createWording(texts: PanelTexts, speech: Speech, now: () => number, browser: readonly string[] = []): Wording {
  const locale = localeOf(speech, browser);
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

  return {
    texts,
    count: (text, number) => count(text, number, locale),
    fill,
    time: (at) => clock.format(new Date(at)),
    size: (bytes) => sizeOf(bytes, locale),
    day(at) {
      const date = new Date(at);
      const days = Math.round((midnight(date.getTime()) - midnight(now())) / dayLength);
      if (days === 0 || days === -1) return capital(near.format(days, 'day'));
      const isThisYear = date.getFullYear() === new Date(now()).getFullYear();
      return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }) }).format(date);
    },
  };
}
