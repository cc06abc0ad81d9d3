/** A piece of a message: plain text, or a link that is safe to offer. */
export type Piece = { readonly text: string; readonly href?: string };

const candidate = /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi;
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/** Marks that end a sentence rather than an address; a bracket stays when it was opened inside. */
function trim(address: string): string {
  for (;;) {
    const last = address.at(-1) ?? '';
    const opener = closers[last];
    const isStray = opener ? !address.slice(0, -1).includes(opener) : /[.,;:!?…»”’*_~]/.test(last);
    if (!isStray) return address;
    address = address.slice(0, -1);
  }
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
