/** The inbox's tools: which list was shown last, and taking back what was just done. */

const viewKey = (operatorId) => `siteaccess.view.${operatorId}`;

/** The list that this operator saw last, as the circuit wrote it; null when there is none. */
export function keptView(operatorId) {
  try {
    return localStorage.getItem(viewKey(operatorId));
  } catch {
    return null; // Storage may be forbidden: then every visit begins with the same list.
  }
}

export function keepView(operatorId, view) {
  try {
    localStorage.setItem(viewKey(operatorId), view);
  } catch {
    return; // Then it is forgotten with the page.
  }
}

/** Ctrl+Z presses the newest notice's Undo, unless somebody takes back what they typed. */
export function startInboxTools() {
  document.addEventListener('keydown', (event) => {
    if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.target.matches('input:not([type=checkbox]), textarea') && event.target.value) return;
    const undo = [...document.querySelectorAll('[data-undo]')].at(-1);
    if (!undo) return;
    event.preventDefault();
    undo.click();
  });
}
