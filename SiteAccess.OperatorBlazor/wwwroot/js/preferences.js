/** What an operator prefers on this browser: how news is told, and the time zone. Kept per operator beside the drafts. */
import { tell } from './connection.js';
import { hasOwner, preferences, keepPreferences } from './keep.js';

const defaults = { sound: true, title: true, dot: true, notification: true, zone: '' };
const changed = new EventTarget();

/** One preference, as kept or as it is for everybody. */
export const preference = (name) => preferences()[name] ?? defaults[name];

/** The zone of dates and times: the chosen one, else the browser's. */
export const zone = () => preference('zone') || ownZone();

/** Calls back with the name of a preference that was changed here. */
export const onPreference = (heard) => changed.addEventListener('change', ({ detail }) => heard(detail));

export function startPreferences() {
  document.addEventListener('dialogopen', ({ target }) => { if (target.dataset.dialog === 'preferences') draw(target); });
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-preference]')) keep(target.dataset.preference, target.checked);
    if (target.matches('[data-zone]')) {
      keep('zone', target.value);
      tell(target, 'zonechosen', { zone: zone() });
    }
  });
  document.addEventListener('click', async ({ target }) => {
    if (!target.closest?.('[data-ask-permission]')) return;
    await Notification.requestPermission();
    keep('notification', true);
    drawPermission();
  });
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function keep(name, value) {
  if (!hasOwner()) return;
  keepPreferences({ ...preferences(), [name]: value });
  changed.dispatchEvent(new CustomEvent('change', { detail: name }));
}

function draw(dialog) {
  for (const box of dialog.querySelectorAll('[data-preference]')) box.checked = preference(box.dataset.preference);
  const select = dialog.querySelector('[data-zone]');
  const zones = new Set([...(Intl.supportedValuesOf?.('timeZone') ?? []), ownZone(), 'UTC', zone()]);
  select.replaceChildren(
    new Option(`${select.dataset.own} (${nameOf(ownZone())})`, ''),
    ...[...zones].sort().map((name) => new Option(nameOf(name), name)),
  );
  select.value = preference('zone');
  drawPermission();
}

const nameOf = (name) => name.replaceAll('_', ' ');

// default (not asked yet), granted, denied; missing on plain http.
function drawPermission() {
  document.querySelector('[data-permission]').dataset.permission = 'Notification' in window && isSecureContext ? Notification.permission : 'missing';
}
