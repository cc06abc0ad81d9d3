/** What an element is made with; `text` is always text, never markup. */
export interface Properties {
  readonly class?: string;
  readonly text?: string;
  readonly [attribute: string]: string | undefined;
}

/** An element with its attributes and children. Nothing here needs a page's leave for inline code or style. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, properties: Properties = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const { text, ...attributes } = properties;
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

/** A picture-like circle with the initials of a name. */
export function avatar(name: string): HTMLElement {
  const made = element('span', { class: 'avatar', 'aria-hidden': 'true' });
  setInitials(made, name);
  return made;
}

/** Up to two first letters, of the first and the last word. */
export function setInitials(target: HTMLElement, name: string): void {
  const words = name.split(/\s+/).map((word) => word.match(/[\p{L}\p{N}]/u)?.[0]).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  target.textContent = letters.join('').toUpperCase();
}
