/** Which of an operator's tabs speaks: the one that was looked at last. If it is closed, or ends badly, the next one in line does. */

const name = 'siteaccess.voice';
let speaks = !navigator.locks;
let waits = false;

/** Whether this tab speaks. On plain http a browser has no locks; there each tab speaks for itself. */
export const isVoice = () => speaks;

export function startVoice() {
  if (!navigator.locks) return;
  addEventListener('focus', take);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') take(); });
  if (document.hasFocus()) take();
  else stand();
}

function take() {
  if (!speaks) hold({ steal: true });
}

// One place in the line is enough, however often the word is taken from this tab.
function stand() {
  if (waits) return;
  waits = true;
  hold({});
}

async function hold(options) {
  try {
    await navigator.locks.request(name, options, () => {
      speaks = true;
      waits &&= options.steal === true;
      return new Promise(() => {}); // Until the tab ends, or another one takes it.
    });
  } catch (taken) {
    if (taken.name !== 'AbortError') throw taken;
    speaks = false;
    stand();
  }
}
