/** Makes the app installable: a service worker that shows a page when there is no network, and shows notifications. */

export async function startInstall() {
  if (!navigator.serviceWorker) return; // Plain http: the app works, it cannot be installed.
  try {
    const { active } = await navigator.serviceWorker.register('/worker.js');
    active?.postMessage('refresh'); // The page that it keeps follows the language.
  } catch (failure) {
    console.warn(failure); // Forbidden by the browser's settings: nothing else depends on it.
  }
}
