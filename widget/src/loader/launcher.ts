import { chatIcon, downIcon, icon } from '../dom/icons';
import type { Launcher } from '../shell';
import type { LauncherTexts } from '../texts/texts';

/** The round button in the corner. */
export function createLauncher(root: ShadowRoot, texts: LauncherTexts, pressed: () => void, signal: AbortSignal): Launcher {
  const button = document.createElement('button');
  const badge = document.createElement('span');
  let isOpen = false;
  let unread = '';

  const name = () => {
    button.ariaLabel = isOpen ? texts.close : texts.open + (unread && `, ${unread}`);
    button.ariaExpanded = String(isOpen);
    button.classList.toggle('open', isOpen);
    badge.hidden = isOpen || !unread;
  };

  button.className = 'launcher';
  badge.className = 'badge';
  badge.ariaHidden = 'true';
  button.append(icon(chatIcon), icon(downIcon), badge);
  button.addEventListener('click', pressed, { signal });
  root.append(button);
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
    setBusy: (isBusy) => void (button.ariaBusy = String(isBusy)),
    focus: () => button.focus(),
  };
}
