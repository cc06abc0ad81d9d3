/** Menus: a click elsewhere, a choice or Escape closes them; the arrows walk through them. */

export function startMenus() {
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('[data-menu][open]')) {
      const isInside = menu.contains(event.target);
      if (!isInside || event.target.closest('.menu-item:not(.keep-open)')) menu.open = false;
    }
  });
  // Not on the click: the browser may find something wrong with what was filled in.
  document.addEventListener('submit', (event) => {
    if (event.target.matches('[data-closes-menu]')) event.target.closest('[data-menu]').open = false;
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.target.closest?.('[data-menu][open]');
    if (!menu) return;
    if (event.key === 'Escape') {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (event.target.matches('input, select, textarea')) {
      return; // The arrows are the field's own.
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(menu, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
  // Tabbing out of it closes it too.
  document.addEventListener('focusout', (event) => {
    const menu = event.target.closest?.('[data-menu][open]');
    if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

function step(menu, by) {
  const items = [...menu.querySelectorAll('.menu-panel button, .menu-panel a')];
  const at = items.indexOf(document.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}
