/** A piece of a message: plain text, or a link that is safe to offer. */
export type Piece = { readonly text: string; readonly href?: string };

const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi;
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Without the marks that end a sentence rather than an address; a bracket stays when it was opened inside. */
function trim(address: string): string {
  const counts = new Map<string, number>();
  const count = (mark: string) => counts.get(mark) ?? 0;
  for (const mark of address) counts.set(mark, count(mark) + 1);
  for (let end = address.length; end > 0; end--) {
    const last = address.charAt(end - 1);
    const opener = closers[last];
    const isStray = opener ? count(last) > count(opener) : /[.,;:!?…»”’*_~]/.test(last);
    if (!isStray) return address.slice(0, end);
    counts.set(last, count(last) - 1);
  }
  return '';
}

/** Only whole http and https addresses without a user name become links (`https://bank@evil` reads as bank). */
function safe(address: string): string | undefined {
  try {
    const url = new URL(address.startsWith('www.') ? `https://${address}` : address);
    const isSafe = (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password;
    return isSafe && url.hostname.includes('.') ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Splits text into plain pieces and links; joined again the pieces are the text. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const address = trim(match[0]);
    const href = safe(address);
    if (!href) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
