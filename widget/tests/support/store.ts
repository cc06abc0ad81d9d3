import { createStore, type Store } from '../../src/storage/store';

/** A `Storage` in memory, as two tabs of one browser would share it. */
export function createStorage(): Storage {
  const values = new Map<string, string>();
  const methods = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
  return new Proxy(methods as unknown as Storage, { ownKeys: () => [...values.keys()], getOwnPropertyDescriptor: (_, key) => (
    values.has(String(key)) ? { configurable: true, enumerable: true, value: values.get(String(key)) } : undefined) });
}

/** A store over its own storage. */
export function memoryStore(storage: Storage = createStorage()): Store {
  return createStore(() => storage, 'demo');
}
