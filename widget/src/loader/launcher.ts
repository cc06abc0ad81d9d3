import { chatIcon, icon } from '../dom/icons';
import type { Launcher } from '../shell';

/** The round button in the corner. What it looks like beside an open panel comes with the panel. */
export function createLauncher(root: ShadowRoot, name: string, pressed: () => void, signal: AbortSignal): Launcher {
  const button = document.createElement('button');
  const badge = document.createElement('span');

  button.className = 'launcher';
  button.ariaLabel = name;
  badge.className = 'badge';
  badge.ariaHidden = 'true';
  badge.hidden = true;
  button.append(icon(chatIcon), badge);
  button.addEventListener('click', pressed, { signal });
  root.append(button);
  return { button, badge };
}
