import type { AttachmentAddress } from '../contracts';

export interface AddressesPorts {
  ask(ids: readonly string[]): Promise<readonly AttachmentAddress[]>;
  now(): number;
}

/** The addresses of files, asked for together and kept while they are good. */
export interface Addresses {
  /** The address if it is known and good. */
  known(id: string): AttachmentAddress | undefined;
  /** The address; undefined when the file is gone. */
  get(id: string): Promise<AttachmentAddress | undefined>;
}

/** An address that ends this soon is not used any more, in ms. */
const margin = 30_000;
const most = 100;

export function createAddresses({ ask, now }: AddressesPorts): Addresses {
  const kept = new Map<string, AttachmentAddress>();
  let wanted = new Set<string>();
  let asking: Promise<void> | undefined;

  const known = (id: string) => {
    const address = kept.get(id);
    return address && Date.parse(address.expiresAt) - margin > now() ? address : undefined;
  };

  /** All that one drawing asks for goes in one request. */
  async function askTogether(): Promise<void> {
    await Promise.resolve();
    asking = undefined;
    const ids = [...wanted];
    wanted = new Set();
    for (let at = 0; at < ids.length; at += most) {
      for (const address of await ask(ids.slice(at, at + most))) kept.set(address.id, address);
    }
  }

  return {
    known,
    async get(id) {
      if (!known(id)) {
        wanted.add(id);
        await (asking ??= askTogether());
      }
      return known(id);
    },
  };
}
