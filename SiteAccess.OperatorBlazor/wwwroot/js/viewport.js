/** Keeps the app above a phone's keyboard: browsers that lay the keyboard over the page tell how much of it is left. */

export function startViewport() {
  const view = window.visualViewport;
  if (!view) return;
  const root = document.documentElement;
  const fit = () => {
    // Pinched open, the page is being read, not written on.
    const covered = view.scale > 1.01 ? 0 : Math.round(window.innerHeight - view.height);
    root.style.setProperty('--sa-view', covered > 1 ? `${Math.round(view.height)}px` : '100dvh');
    root.style.setProperty('--sa-view-top', covered > 1 ? `${Math.round(view.offsetTop)}px` : '0px');
    root.toggleAttribute('data-keyboard', covered > 120);
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
}
