import type { QuotedMessage } from '../contracts';
import { element } from '../dom/element';
import type { Wording } from '../texts/wording';

/** Who wrote a quoted message. */
export const quotedName = ({ senderType, senderName }: Pick<QuotedMessage, 'senderType' | 'senderName'>, { texts }: Wording): string => (
  senderType === 'visitor' ? texts.you : senderName ?? texts.operator);

/** What a message answers, above its text. */
export function renderQuote(quote: QuotedMessage, wording: Wording): HTMLElement {
  return element(
    'blockquote', { class: 'quote', dir: 'auto' },
    element('b', { text: quotedName(quote, wording) }), element('span', { text: quote.isDeleted ? wording.texts.deleted : quote.body }),
  );
}
