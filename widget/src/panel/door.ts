import { downIcon, icon } from '../dom/icons';
import type { Launcher } from '../shell';
import type { PanelTexts } from '../texts/texts';

/** The launcher since the panel is there: it opens and closes, and says what is unread. */
export interface Door {
  /** The badge and the words for it; both empty for nothing. */
  setUnread(count: string, label: string): void;
  setOpen(isOpen: boolean): void;
  focus(): void;
}

export function createDoor({ button, badge }: Launcher, texts: PanelTexts): Door {
  let isOpen = false;
  let unread = '';

  const name = () => {
    button.ariaLabel = isOpen ? texts.close : texts.open + (unread && `, ${unread}`);
    button.ariaExpanded = String(isOpen);
    button.classList.toggle('open', isOpen);
    badge.hidden = isOpen || !unread;
  };

  button.firstChild?.after(icon(downIcon));
  name();
  return {
    setUnread(count, label) {
      badge.textContent = count;
      unread = label;
      name();
    },
    setOpen(open) {
      isOpen = open;
      name();
    },
    focus: () => button.focus(),
  };
}
