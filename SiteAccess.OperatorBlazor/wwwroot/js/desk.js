/** The app's scripts: what has to live in the browser because the circuit may be away, or because a round trip is too slow. */
import { announce, startAlerts } from './alerts.js';
import { showUnread, startBadge } from './badge.js';
import { startCompletions } from './completions.js';
import { beginEdit, endEdit, focusComposer, restoreDrafts, startComposer } from './composer.js';
import { startComposerMode } from './composer-mode.js';
import { startConnection, tell } from './connection.js';
import { startDialogs } from './dialogs.js';
import { download } from './download.js';
import { startEmoji } from './emoji.js';
import { startInstall } from './install.js';
import { forgetUnsent, setOwner, unsent } from './keep.js';
import { keepView, keptView, startInboxTools } from './inbox.js';
import { startKeyboard } from './keyboard.js';
import { startList } from './list.js';
import { startMenus } from './menus.js';
import { startMessageKeys } from './message-keys.js';
import { offer, startPalette } from './palette.js';
import { startPreferences, zone } from './preferences.js';
import { hasAttention, keepPanel, panelIsOpen, startScreen } from './screen.js';
import { startThread, toNewest } from './thread.js';
import { startTray } from './tray.js';
import { startViewport } from './viewport.js';

// Called by Shell/Browser.cs.
window.siteaccess = {
  start(operatorId) {
    setOwner(operatorId);
    restoreDrafts();
    return {
      timeZone: zone(),
      hasAttention: hasAttention(),
      panelIsOpen: panelIsOpen(),
      unsent: unsent(),
    };
  },
  zone(operatorId) {
    setOwner(operatorId);
    return zone();
  },
  announce,
  showUnread,
  forgetUnsent,
  keepPanel,
  keepView,
  keptView,
  offer,
  toNewest,
  focusComposer,
  beginEdit,
  endEdit,
  download,
};

// Declared by Shell/DeskEvents.cs.
for (const name of [
  'deskstate', 'composersend', 'composeredit', 'composerleave', 'composertyping', 'threadscroll', 'listend', 'paletteopen', 'zonechosen',
]) {
  Blazor.registerCustomEventType(name, { createEventArgs: (event) => event.detail ?? {} });
}

const tellDesk = () =>
  tell(document.querySelector('[data-desk]'), 'deskstate', { hasAttention: hasAttention(), unsent: unsent() });

startScreen(tellDesk);
startMenus();
startComposerMode();
startCompletions();
startEmoji();
startComposer();
startTray();
startThread();
startMessageKeys();
startList();
startDialogs();
startPalette();
startKeyboard();
startPreferences();
startAlerts();
startBadge();
startViewport();
startInstall();
startInboxTools();
startConnection(tellDesk);
