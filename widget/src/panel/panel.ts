import { createChat } from '../chat/chat';
import { element } from '../dom/element';
import type { Panel, Shell } from '../shell';
import { keys } from '../storage/keys';
import { createStore } from '../storage/store';
import { directionOf } from '../texts/language';
import type { PanelTexts } from '../texts/texts';
import { createWording } from '../texts/wording';
import { watchPages } from '../pages/pages';
import { createBar } from './bar';
import { createComposer } from './composer';
import { createDrawing } from './drawing';
import { keepKeys } from './focus';
import { createHeader } from './header';
import { createStage } from './stage';
import { adoptStyles } from './styles';
import { covers, createViewport } from './viewport';
import { createWorld, onReturn } from './world';

/** The chat panel on the ground that the loader prepared. */
export function createPanel(shell: Shell, texts: PanelTexts, signal: AbortSignal): Panel {
  const { launcher, root, settings, speech: { language } } = shell;
  const world = createWorld(shell);
  const tab = createStore(() => sessionStorage, settings.channel);
  const wording = createWording(texts, shell.speech, world.now, navigator.languages);
  let isOpen = false;

  const chat = createChat({
    world,
    channelKey: settings.channel,
    isWatched: () => isOpen && world.isVisible() && stage.isAtEnd,
    changed: () => draw(),
    arrived: (messages, isOlder) => {
      stage.arrived(messages, isOlder);
      draw();
    },
  }, signal);

  const header = createHeader(texts, () => close(), signal);
  const bar = createBar(texts);
  const stage = createStage(() => chat, wording, signal);
  const composer = createComposer({
    texts,
    draft: tab.get(keys.draft) ?? '',
    send(body) {
      chat.send(body);
      stage.toEnd();
    },
    wrote(text) {
      tab.set(keys.draft, text || null);
      chat.wrote(text);
    },
  }, signal);
  const panel = element('section', { class: 'panel', role: 'dialog', 'aria-labelledby': header.titleId, lang: language });
  const parts = [header, bar, stage, composer].map((part) => part.element);
  // The place of the panel follows the page's direction, its content that of our language.
  for (const part of parts) part.dir = directionOf(language);
  panel.append(...parts);
  const viewport = createViewport(panel, signal);

  const draw = createDrawing(() => {
    header.show(chat);
    bar.show(chat);
    stage.show();
    panel.classList.toggle('new', chat.isNew);
    composer.element.hidden = chat.refusal !== undefined;
    shell.setAccent(chat.channel?.accent);
    const { unread } = chat;
    launcher.setUnread(unread > 99 ? '99+' : String(unread || ''), unread ? wording.count(texts.unread, unread) : '');
  });

  function set(open: boolean): void {
    isOpen = open;
    panel.hidden = !open;
    panel.ariaModal = String(open && covers());
    launcher.setOpen(open);
    viewport.set(open);
    tab.set(keys.open, open ? 'yes' : null);
  }
  function open(takesFocus: boolean): void {
    set(true);
    stage.toEnd();
    chat.look();
    if (takesFocus) composer.focus();
  }
  function close(): void {
    set(false);
    launcher.focus();
  }

  keepKeys(panel, { close, covers }, signal);
  onReturn(chat.wake, signal);
  watchPages({ address: () => location.href, moved: chat.moved }, signal);
  adoptStyles(root);
  panel.hidden = true;
  root.append(panel);
  signal.addEventListener('abort', () => panel.remove(), { once: true });
  draw();
  // From page to page an open panel stays open, but a covered phone screen would hide where one went.
  if (tab.get(keys.open) && !covers()) open(false);

  return {
    get isOpen() {
      return isOpen;
    },
    open,
    close,
  };
}
