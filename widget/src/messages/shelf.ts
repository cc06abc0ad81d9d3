import { keys } from '../storage/keys';
import type { Store } from '../storage/store';
import type { OutboxPorts } from './outbox';
import type { Unsent } from './unsent';

/** Keeps unsent messages in the browser, one entry each, so that tabs never overwrite one another's. */
export function createShelf(store: Store, changed: () => void): Pick<OutboxPorts, 'load' | 'save' | 'drop'> {
  const read = (key: string): Unsent[] => {
    try {
      return [JSON.parse(store.get(key) ?? '') as Unsent];
    } catch {
      store.set(key, null);
      return [];
    }
  };
  return {
    load: () => store.keys(keys.outbox).flatMap(read).sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    save(message) {
      store.set(keys.outbox + message.clientMessageId, JSON.stringify(message));
      changed();
    },
    drop(id) {
      if (store.get(keys.outbox + id) === null) return;
      store.set(keys.outbox + id, null);
      changed();
    },
  };
}
