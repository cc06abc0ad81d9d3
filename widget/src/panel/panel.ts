import { receiveFiles } from '../attachments/receiving';
import { createTray } from '../attachments/tray';
import { createFileViews } from '../attachments/views';
import { createChat } from '../chat/chat';
import { createEarlier } from '../conversations/earlier';
import { element } from '../dom/element';
import { createAway } from '../popout/away';
import { createPopout } from '../popout/popout';
import type { Panel, Shell } from '../shell';
import { keys, prefixOf } from '../storage/keys';
import { createStore } from '../storage/store';
import { createStep } from '../tabs/step';
import { directionOf } from '../texts/language';
import type { PanelTexts } from '../texts/texts';
import { createWording } from '../texts/wording';
import { createBack } from './back';
import { watchPages } from '../pages/pages';
import { createBar } from './bar';
import { createComposer } from './composer';
import { createDoor } from './door';
import { createDrawing } from './drawing';
import { keepKeys } from './focus';
import { createHeader } from './header';
import { createMenu } from './menu';
import { createNotices } from './notices';
import { createStage } from './stage';
import { adoptStyles } from './styles';
import { covers, createViewport } from './viewport';
import { createWorld, onReturn } from './world';

/** The chat panel on the ground that the loader prepared. */
export function createPanel(shell: Shell, texts: PanelTexts, signal: AbortSignal): Panel {
  const { root, settings, speech: { language } } = shell;
  const world = createWorld(shell);
  const tab = createStore(() => sessionStorage, settings.channel);
  const wording = createWording(texts, shell.speech, world.now, navigator.languages);
  let isOpen = false;

  const chat = createChat({
    world,
    channelKey: settings.channel,
    isWatched: () => isOpen && !past.isOpen && !popout.isOut && world.isVisible() && stage.isAtEnd,
    changed: () => draw(),
    heard: (news) => step.heard(news),
    arrived: (messages, isOlder) => {
      stage.arrived(messages, isOlder);
      if (!isOlder && !popout.isOut) notices.came(messages);
      draw();
    },
  }, signal);

  const notices = createNotices({
    root, wording, speech: shell.speech, store: world.store, channel: settings.channel,
    isOpen: () => isOpen, unread: () => chat.unread, open: () => open(true),
  }, signal);
  const door = createDoor(shell.launcher, texts);
  const popout = createPopout({
    api: settings.api,
    name: prefixOf(settings.channel),
    open: (address, name, features) => window.open(address, name, features),
    handOver() {
      const visitorKey = world.store.get(keys.visitor);
      return visitorKey ? { settings, speech: shell.speech, visitorKey, isMuted: notices.isMuted, draft: tab.get(keys.draft) ?? '' } : undefined;
    },
    returned: (draft) => keepDraft(draft),
    changed() {
      if (popout.isOut) keepDraft('');
      draw();
    },
  }, signal);
  const keepDraft = (draft: string) => {
    tab.set(keys.draft, draft || null);
    composer.write(draft);
  };
  const step = createStep({
    tell: chat.tell,
    isOpen: () => isOpen,
    draft: () => tab.get(keys.draft) ?? '',
    write: keepDraft,
    // A covered phone screen opens by its own visitor's hand alone.
    setOpen(shallOpen) {
      if (!shallOpen) set(false);
      else if (!covers()) appear();
    },
  });
  const away = createAway(texts, popout, signal);
  const menu = createMenu(texts.more, [
    { text: () => texts.past, act: () => showPast() },
    { text: () => texts.begin, act: () => chat.begin() },
    { text: () => texts.sound, act: () => notices.mute(!notices.isMuted), isOn: () => !notices.isMuted },
    ...(shell.leave || covers() ? [] : [{ text: () => texts.popout, act: () => popout.open() }]),
  ], signal);
  const header = createHeader({ texts, menu, close: () => close() }, signal);
  const bar = createBar(texts);
  const views = createFileViews({ files: chat.files, wording, now: world.now }, signal);
  const stage = createStage({ chat: () => chat, wording, files: views, composer: () => composer }, signal);
  const tray = createTray({ files: chat.files, limits: () => chat.channel?.attachments, wording }, signal);
  const composer = createComposer({
    wording,
    language,
    files: tray,
    draft: tab.get(keys.draft) ?? '',
    send(body, attachments, replyToSeq) {
      chat.send(body, attachments, replyToSeq);
      stage.toEnd();
    },
    edit: chat.edit,
    wrote(text) {
      tab.set(keys.draft, text || null);
      step.wrote(text);
      chat.wrote(text);
    },
  }, signal);
  const past = createEarlier({
    chat: () => chat,
    wording,
    root,
    done() {
      show();
      stage.toEnd();
      composer.focus();
    },
  }, signal);
  const over = element('p', { class: 'over', role: 'status' });
  const panel = element('section', { class: 'panel', role: 'dialog', 'aria-labelledby': header.titleId, lang: language });
  const parts = [header.element, bar.element, past.element, away, stage.element, over, composer.element];
  // The place of the panel follows the page's direction, its content that of our language.
  for (const part of parts) part.dir = directionOf(language);
  panel.append(...parts);
  receiveFiles(panel, tray, signal);
  const viewport = createViewport(panel, signal);
  const back = createBack(() => close(), signal);

  const show = () => {
    header.show(chat);
    bar.show(chat);
    stage.show();
    panel.classList.toggle('new', chat.isNew && !past.isOpen);
    away.hidden = !popout.isOut;
    stage.element.hidden = past.isOpen || popout.isOut;
    composer.element.hidden = chat.refusal !== undefined || past.isOpen || popout.isOut;
    over.hidden = !chat.isResolved || past.isOpen || popout.isOut;
    over.textContent = chat.isResolved ? texts.over : '';
    menu.mark(chat.newsElsewhere ? wording.count(texts.news, chat.newsElsewhere) : '');
    tray.show();
    shell.setAccent(chat.channel?.accent);
    const unread = chat.unread + chat.newsElsewhere;
    const badge = unread > 99 ? '99+' : String(unread || '');
    notices.show(unread);
    shell.unread?.(badge);
    door.setUnread(badge, unread ? wording.count(texts.unread, unread) : '');
  };
  const draw = createDrawing(show);

  function showPast(): void {
    void past.open().then(show);
  }
  function set(open: boolean): void {
    isOpen = open;
    panel.hidden = !open;
    panel.ariaModal = String(open && covers());
    door.setOpen(open);
    viewport.set(open);
    back.set(open && covers() && !shell.leave);
    tab.set(keys.open, open ? 'yes' : null);
  }
  function appear(): void {
    set(true);
    stage.toEnd();
    chat.look();
  }
  function open(takesFocus: boolean): void {
    appear();
    step.opened(true);
    if (takesFocus) composer.focus();
  }
  function close(): void {
    if (shell.leave) return shell.leave();
    set(false);
    step.opened(false);
    door.focus();
  }

  // Esc closes a panel, not a window.
  keepKeys(panel, { close: shell.leave ? () => undefined : close, covers }, signal);
  onReturn(chat.wake, signal);
  watchPages({ address: () => location.href, moved: chat.moved }, signal);
  adoptStyles(root);
  panel.hidden = true;
  root.append(panel, notices.element);
  signal.addEventListener('abort', () => [panel, notices.element].forEach((part) => part.remove()), { once: true });
  draw();
  // From page to page an open panel stays open, but a covered phone screen would hide where one went.
  if (tab.get(keys.open) && !covers()) open(false);
  else step.join();

  return {
    get isOpen() {
      return isOpen;
    },
    open,
    close,
  };
}
