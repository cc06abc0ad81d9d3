/** The tone for something new: two soft notes, made here so that no file has to be fetched. */

const notes = [[659.25, 0], [880, 0.12]];
const length = 0.28;
let context;

// A browser lets a page be heard only after somebody has touched it.
export function startSound() {
  const wake = () => {
    context ??= new AudioContext();
    if (context.state === 'suspended') context.resume();
  };
  for (const name of ['pointerdown', 'keydown']) document.addEventListener(name, wake, { capture: true, passive: true });
}

export function play() {
  if (context?.state !== 'running') return;
  for (const [pitch, delay] of notes) {
    const from = context.currentTime + delay;
    const loudness = context.createGain();
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.12, from + 0.015);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + length);
    const tone = context.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(loudness).connect(context.destination);
    tone.start(from);
    tone.stop(from + length);
  }
}
