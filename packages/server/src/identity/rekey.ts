import type { Services } from '../services.ts';
import { rewriteCiphers, rewriteHashes, underOldKey } from './queries.ts';

const PAGE = 1000;

/**
 * Encrypts, or hashes, every NSN that lies under an older key anew under the current one, a page in each transaction: it may be
 * stopped and run again. Answers how many were rewritten.
 */
export async function rekeyLearners(services: Services, what: 'nsn-encryption' | 'nsn-index'): Promise<number> {
  const { keys, db } = services;
  const current = what === 'nsn-index' ? keys.blindIndex('').keyId : keys.encrypt('nsn-encryption', Buffer.of()).keyId;
  let rewritten = 0;
  for (;;) {
    const count = await db.asIdentity(async (tx) => {
      const { rows } = await tx.query<{ id: number; cipher: Buffer; key: string }>(
        underOldKey(what === 'nsn-index' ? 'hash_key' : 'cipher_key', current, PAGE),
      );
      if (rows.length === 0) return 0;
      const plain = rows.map(({ key, cipher }) => keys.decrypt('nsn-encryption', key, cipher));
      const ids = rows.map(({ id }) => id);
      await tx.query(
        what === 'nsn-index'
          ? rewriteHashes(
              ids,
              plain.map((nsn) => keys.blindIndex(Buffer.from(nsn).toString(), current).hash),
              current,
            )
          : rewriteCiphers(
              ids,
              plain.map((nsn) => keys.encrypt('nsn-encryption', nsn).cipher),
              current,
            ),
      );
      return rows.length;
    });
    if (count === 0) return rewritten;
    rewritten += count;
  }
}
