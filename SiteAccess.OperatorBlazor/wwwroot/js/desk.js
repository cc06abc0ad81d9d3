/** The app's scripts: what has to live in the browser because the circuit may be away, or because a round trip is too slow. */
import { startComposer, restoreDrafts } from './composer.js';
import { startConnection, tell } from './connection.js';
import { forgetUnsent, setOwner, unsent } from './keep.js';
import { startList } from './list.js';
import { startMenus } from './menus.js';
import { hasAttention, keepPanel, panelIsOpen, startScreen } from './screen.js';
import { startThread, toNewest } from './thread.js';
import { startTray } from './tray.js';

// Called by Shell/Browser.cs.
window.siteaccess = {
  start(operatorId) {
    setOwner(operatorId);
    restoreDrafts();
    return {
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      hasAttention: hasAttention(),
      panelIsOpen: panelIsOpen(),
      unsent: unsent(),
    };
  },
  forgetUnsent,
  keepPanel,
  toNewest,
};

// Declared by Shell/DeskEvents.cs.
for (const name of ['deskstate', 'composersend', 'composertyping', 'threadscroll', 'listend']) {
  Blazor.registerCustomEventType(name, { createEventArgs: (event) => event.detail ?? {} });
}

const tellDesk = () =>
  tell(document.querySelector('[data-desk]'), 'deskstate', { hasAttention: hasAttention(), unsent: unsent() });

startScreen(tellDesk);
startMenus();
startComposer();
startTray();
startThread();
startList();
startConnection(tellDesk);
