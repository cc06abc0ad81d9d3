/** The page's own button opens the chat as soon as the widget is there. */
for (const button of document.querySelectorAll('[data-chat]')) {
  button.addEventListener('click', () => void window.SiteAccess?.open());
}

export {};
