/** The app's scripts: what has to live in the browser because the circuit may be away, or because a round trip is too slow. */
import { startCompletions } from './completions.js';
import { beginEdit, endEdit, focusComposer, restoreDrafts, startComposer } from './composer.js';
import { startComposerMode } from './composer-mode.js';
import { startConnection, tell } from './connection.js';
import { download } from './download.js';
import { startEmoji } from './emoji.js';
import { forgetUnsent, setOwner, unsent } from './keep.js';
import { startList } from './list.js';
import { startMenus } from './menus.js';
import { startMessageKeys } from './message-keys.js';
import { hasAttention, keepPanel, panelIsOpen, startScreen } from './screen.js';
import { startThread, toNewest } from './thread.js';

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
  focusComposer,
  beginEdit,
  endEdit,
  download,
};

// Declared by Shell/DeskEvents.cs.
for (const name of ['deskstate', 'composersend', 'composeredit', 'composerleave', 'composertyping', 'threadscroll', 'listend']) {
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
startThread();
startMessageKeys();
startList();
startConnection(tellDesk);
