import { keys } from '../storage/keys';
import type { Store } from '../storage/store';
import { wait } from '../time/wait';

export interface SoundPorts {
  readonly store: Store;
  /** One of several tabs rings: resolves false in those that shall be still. */
  claim(): Promise<boolean>;
  /** Whether the message that rang is still unread: another tab may be showing it. */
  isUnread(): boolean;
  createContext(): AudioContext;
}

/** A short tone for a new message. Browsers let nobody be heard before a gesture, so nothing is made before one. */
export interface Sound {
  readonly isMuted: boolean;
  /** Kept for all pages of the site. */
  mute(isMuted: boolean): void;
  ring(): void;
}

/** Two soft notes: frequency in Hz, start in s. */
const notes = [[784, 0], [1047, 0.11]] as const;
const loudness = 0.08;
const length = 0.35;
/** A tab that shows the message says so within this, in ms. */
const patience = 300;

function play(context: AudioContext): void {
  for (const [frequency, start] of notes) {
    const at = context.currentTime + start;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudness, at + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + length);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + length);
  }
}

export function createSound(ports: SoundPorts, signal: AbortSignal): Sound {
  const { store } = ports;
  let context: AudioContext | undefined;
  let isWaiting = false;
  const isMuted = () => store.get(keys.muted) !== null;

  function awaken(): void {
    if (isMuted()) return;
    context ??= ports.createContext();
    if (context.state === 'suspended') context.resume().catch(() => undefined);
  }

  async function ring(): Promise<void> {
    if (isWaiting || isMuted() || context?.state !== 'running') return;
    isWaiting = true;
    await wait(patience, signal);
    isWaiting = false;
    if (!signal.aborted && ports.isUnread() && !isMuted() && await ports.claim()) play(context);
  }

  for (const gesture of ['pointerdown', 'keydown'] as const) {
    window.addEventListener(gesture, awaken, { signal, capture: true, passive: true });
  }
  signal.addEventListener('abort', () => void context?.close(), { once: true });
  return {
    get isMuted() {
      return isMuted();
    },
    mute(isOn) {
      store.set(keys.muted, isOn ? 'yes' : null);
      // The switch itself is a gesture.
      awaken();
    },
    ring: () => void ring(),
  };
}

/** One tab of a site rings, and holds the claim until the tone is over; where browsers have no locks, each rings. */
export function claimRinging(name: string, signal: AbortSignal): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) await wait(1000, signal);
    }).catch(() => resolve(true));
  });
}
