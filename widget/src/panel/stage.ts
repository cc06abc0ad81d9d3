import type { FileViews } from '../attachments/views';
import type { Chat } from '../chat/chat';
import type { Message } from '../contracts';
import { avatar, element, setInitials } from '../dom/element';
import { createList } from '../messages/list';
import { createScroll } from '../messages/scroll';
import type { Wording } from '../texts/wording';
import type { Composer } from './composer';
import { createGreeting } from './greeting';

/** Everything between header and composer: greeting, messages, who writes, what is new. */
export interface Stage {
  readonly element: HTMLElement;
  readonly isAtEnd: boolean;
  show(): void;
  arrived(messages: readonly Message[], isOlder: boolean): void;
  toEnd(): void;
}

export interface StagePorts {
  readonly chat: () => Chat;
  readonly wording: Wording;
  readonly files: FileViews;
  readonly composer: () => Composer;
}

export function createStage({ chat, wording, files, composer }: StagePorts, signal: AbortSignal): Stage {
  const { texts } = wording;
  const list = createList({
    wording,
    files,
    retry: (id) => chat().retry(id),
    reply: (row) => composer().reply(row),
    edit: (row) => composer().edit(row),
    // Not deleted: the message stands as it was, which says it.
    remove: (row) => void chat().remove(row.id ?? '').catch(() => undefined),
  });
  const greeting = createGreeting(texts);
  const earlier = element('p', { class: 'earlier', text: texts.earlier });
  const skeleton = element('div', { class: 'skeleton', 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
  const writerName = element('span', { class: 'spoken' });
  const writerPicture = avatar('');
  const dots = element('span', { class: 'bubble dots' }, element('i'), element('i'), element('i'));
  const writing = element('div', { class: 'row theirs last writing' }, writerPicture, element('div', { class: 'column' }, writerName, dots));
  const log = element('div', { role: 'log', 'aria-label': texts.conversation, 'aria-live': 'polite' }, list.element);
  const area = element('div', { class: 'area', tabindex: '0' }, greeting.element, skeleton, earlier, log, element('div', { role: 'status' }, writing));
  const pill = element('button', { type: 'button', class: 'pill' });
  const whole = element('div', { class: 'stage', 'data-drop': texts.drop }, area, pill);
  let news = 0;

  const scroll = createScroll(area, {
    moved() {
      if (scroll.isAtEnd) news = 0;
      showPill();
      chat().look();
    },
    nearTop: () => void (chat().hasOlder && chat().older()),
  }, signal);

  const showPill = () => {
    pill.hidden = !news;
    if (news) pill.textContent = wording.count(texts.news, news);
  };
  const showWriter = (writer: string | undefined) => {
    writing.hidden = writer === undefined;
    if (writer === undefined) return;
    writerName.textContent = writer ? wording.fill(texts.typing, { name: writer }) : texts.typingUnnamed;
    setInitials(writerPicture, writer || texts.operator);
  };

  pill.addEventListener('click', () => scroll.toEnd(true), { signal });
  return {
    element: whole,
    get isAtEnd() {
      return scroll.isAtEnd;
    },
    show() {
      const rows = chat().rows();
      scroll.around(() => {
        greeting.show(chat());
        skeleton.hidden = rows.length > 0 || chat().isNew || chat().refusal !== undefined;
        earlier.hidden = !rows.length || !chat().hasOlder;
        list.show(rows);
        showWriter(chat().writer);
      });
      showPill();
    },
    arrived(messages, isOlder) {
      if (!isOlder && !scroll.isAtEnd) news += messages.filter(({ senderType }) => senderType !== 'visitor').length;
      // History is not news: a reader must not hear fifty messages at once.
      log.ariaBusy = String(isOlder);
    },
    toEnd: () => scroll.toEnd(),
  };
}
