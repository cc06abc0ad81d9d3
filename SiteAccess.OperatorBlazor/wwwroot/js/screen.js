/** The screen: theme, the way past the rail, whether somebody looks at it, and whether the visitor panel is open. */

const year = 400 * 24 * 60 * 60;
const panelKey = 'siteaccess.panel';

export function startScreen(attentionChanged) {
  document.addEventListener('click', (event) => {
    const choice = event.target.closest?.('[data-theme-choice]');
    if (choice) choose(choice.dataset.themeChoice);
  });
  document.addEventListener('toggle', markTheme, true);
  document.addEventListener('dialogopen', markTheme);
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-skip]')) skip(event);
  }, true);
  document.addEventListener('visibilitychange', attentionChanged);
  addEventListener('focus', attentionChanged);
  addEventListener('blur', attentionChanged);
}

/** Whether somebody looks at this page. */
export const hasAttention = () => document.visibilityState === 'visible' && document.hasFocus();

/** Open by itself where there is room for it. */
export function panelIsOpen() {
  const wide = matchMedia('(min-width: 1100px)').matches;
  try {
    const kept = localStorage.getItem(panelKey);
    return wide && kept !== 'closed';
  } catch {
    return wide;
  }
}

export function keepPanel(isOpen) {
  try {
    localStorage.setItem(panelKey, isOpen ? 'open' : 'closed');
  } catch {
    return; // Then it is open again after a reload.
  }
}

function choose(theme) {
  document.documentElement.dataset.theme = theme;
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `siteaccess.theme=${theme}; path=/; max-age=${year}; samesite=lax${secure}`;
  markTheme();
  navigator.serviceWorker?.controller?.postMessage('refresh'); // The page that it shows without a network follows.
}

// By hand: with a base address "#page" would lead to another page.
function skip(event) {
  event.preventDefault();
  document.getElementById('page').focus();
}

function markTheme() {
  for (const choice of document.querySelectorAll('[data-theme-choice]')) {
    choice.setAttribute('aria-pressed', String(choice.dataset.themeChoice === document.documentElement.dataset.theme));
  }
}
