import { prefixOf } from './keys';

/** A small key-value store that never throws. */
export interface Store {
  get(key: string): string | null;
  /** Keeps a value; null removes it. */
  set(key: string, value: string | null): void;
  /** All keys that begin so. */
  keys(start: string): string[];
}

/**
 * A channel's entries in the browser's storage. Where storage is blocked or full, memory takes over
 * and the visit works until the page is left.
 */
export function createStore(open: () => Storage, channelKey: string): Store {
  const prefix = prefixOf(channelKey);
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(open());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key), null),
    set(key, value) {
      memory.delete(key);
      const kept = attempt((storage) => {
        if (value === null) storage.removeItem(prefix + key);
        else storage.setItem(prefix + key, value);
        return true;
      }, false);
      if (!kept && value !== null) memory.set(key, value);
    },
    keys(start) {
      const stored = attempt((storage) => Object.keys(storage), [])
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length));
      return [...new Set([...stored, ...[...memory.keys()].filter((key) => key.startsWith(start))])];
    },
  };
}
