/** The app's scripts: what has to live in the browser because the circuit may be away, or because a round trip is too slow. */
import { announce, startAlerts } from './alerts.js';
import { showUnread, startBadge } from './badge.js';
import { startComposer, restoreDrafts } from './composer.js';
import { startConnection, tell } from './connection.js';
import { startDialogs } from './dialogs.js';
import { startInstall } from './install.js';
import { forgetUnsent, setOwner, unsent } from './keep.js';
import { startKeyboard } from './keyboard.js';
import { startList } from './list.js';
import { startMenus } from './menus.js';
import { offer, startPalette } from './palette.js';
import { startPreferences, zone } from './preferences.js';
import { hasAttention, keepPanel, panelIsOpen, startScreen } from './screen.js';
import { startThread, toNewest } from './thread.js';
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
  offer,
  toNewest,
};

// Declared by Shell/DeskEvents.cs.
for (const name of ['deskstate', 'composersend', 'composertyping', 'threadscroll', 'listend', 'paletteopen', 'zonechosen']) {
  Blazor.registerCustomEventType(name, { createEventArgs: (event) => event.detail ?? {} });
}

const tellDesk = () =>
  tell(document.querySelector('[data-desk]'), 'deskstate', { hasAttention: hasAttention(), unsent: unsent() });

startScreen(tellDesk);
startMenus();
startComposer();
startThread();
startList();
startDialogs();
startPalette();
startKeyboard();
startPreferences();
startAlerts();
startBadge();
startViewport();
startInstall();
startConnection(tellDesk);
