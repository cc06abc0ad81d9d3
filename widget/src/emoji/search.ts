import { names } from './names';

/** A picture character and the words that find it, in every language that we have words in. */
export interface Emoji {
  readonly character: string;
  readonly english: readonly string[];
  readonly russian: readonly string[];
}

const fold = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** All that can be picked, as the list has them. */
export const all: readonly Emoji[] = names.trim().split('\n').map((line) => {
  const [character, words] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
  const [english, russian] = words.split('|').map((part) => part.split(' ')) as [string[], string[]];
  return { character, english, russian };
});

/** Those with a word, in either language, that begins as each of the words asked for does. */
export function find(asked: string): readonly Emoji[] {
  const starts = fold(asked).split(/\s+/).filter(Boolean);
  if (!starts.length) return all;
  return all.filter(({ character, english, russian }) => starts.every((start) => (
    start === character || [...english, ...russian].some((word) => fold(word).startsWith(start)))));
}

/** How one is called in a language; English where we have no words. */
export function nameOf({ english, russian }: Emoji, language: string): string {
  return (language === 'ru' ? russian : english).join(' ');
}
