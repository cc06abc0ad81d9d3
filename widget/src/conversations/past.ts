import type { Chat } from '../chat/chat';
import type { ConversationRow } from '../contracts';
import { avatar, element } from '../dom/element';
import { backIcon, icon } from '../dom/icons';
import { sheet } from '../dom/sheet';
import styles from '../styles/past.css?inline';
import type { Wording } from '../texts/wording';

export interface PastPorts {
  readonly root: ShadowRoot;
  readonly chat: () => Chat;
  readonly wording: Wording;
  /** The visitor has chosen where to go, or stays where they were. */
  done(): void;
}

/** The visitor's conversations: to look one up, to go on with one, or to begin another. */
export interface Past {
  readonly element: HTMLElement;
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

function renderRow({ conversation, lastActivityAt, preview, operatorName }: ConversationRow, { wording, chat }: PastPorts): HTMLButtonElement {
  const { texts } = wording;
  const isNews = conversation.unreadCount > 0 || chat().isNewsIn(conversation.id);
  const state = conversation.status === 'resolved' ? texts.closed : '';
  const button = element('button', { type: 'button', class: isNews ? 'talk news' : 'talk' },
    avatar(operatorName ?? chat().channel?.name ?? texts.title),
    element('span', { class: 'about' },
      element('span', { class: 'line' },
        element('b', { text: operatorName ?? chat().channel?.name ?? texts.title }),
        element('time', { datetime: lastActivityAt, text: `${wording.day(lastActivityAt)}, ${wording.time(lastActivityAt)}` })),
      element('span', { class: 'said', dir: 'auto', text: preview ?? '' }),
      ...(state ? [element('span', { class: 'closed', text: state })] : []),
      ...(isNews ? [element('span', { class: 'spoken', text: texts.newHere })] : [])));
  return button;
}

export function createPast(ports: PastPorts, signal: AbortSignal): Past {
  const { chat, root, wording: { texts } } = ports;
  const back = element('button', { type: 'button', class: 'plain', 'aria-label': texts.back }, icon(backIcon));
  const title = element('h3', { text: texts.past, tabindex: '-1' });
  const list = element('ul');
  const state = element('p', { role: 'status' });
  const more = element('button', { type: 'button', class: 'quiet' });
  const fresh = element('button', { type: 'button', class: 'strong', text: texts.begin });
  const whole = element('div', { class: 'past' }, element('div', { class: 'line' }, back, title),
    element('div', { class: 'area' }, list, state, more), element('div', { class: 'deed' }, fresh));
  let cursor: string | undefined;
  let turn = 0;

  const close = () => {
    turn++;
    whole.hidden = true;
    ports.done();
  };
  const add = (row: ConversationRow) => {
    const button = renderRow(row, ports);
    // The listener ends with its button, which goes when the list is opened anew.
    button.addEventListener('click', () => {
      chat().enter(row.conversation);
      close();
    });
    list.append(element('li', {}, button));
  };

  async function load(): Promise<void> {
    const own = turn;
    state.textContent = texts.loading;
    more.hidden = true;
    try {
      const page = await chat().past(cursor);
      if (own !== turn) return;
      page.items.forEach(add);
      cursor = page.nextCursor;
      state.textContent = list.childElementCount ? '' : texts.noPast;
      more.textContent = texts.earlierTalks;
      more.hidden = !cursor;
    } catch {
      // Said, and left to the visitor to try again: the conversation itself is not touched.
      if (own !== turn) return;
      state.textContent = texts.notLoaded;
      more.textContent = texts.retry;
      more.hidden = false;
    }
  }

  back.addEventListener('click', close, { signal });
  more.addEventListener('click', () => void load(), { signal });
  fresh.addEventListener('click', () => {
    chat().begin();
    close();
  }, { signal });
  whole.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }, { signal });

  whole.hidden = true;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet(styles)];
  return {
    element: whole,
    get isOpen() {
      return !whole.hidden;
    },
    open() {
      turn++;
      cursor = undefined;
      list.replaceChildren();
      whole.hidden = false;
      title.focus();
      void load();
    },
    close,
  };
}
