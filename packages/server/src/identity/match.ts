import type { Tx } from '../database/connection.ts';
import type { Services } from '../services.ts';
import { allowance, noteAsked } from './limit.ts';
import { type FoundRow, findByHash, insertLearners, insertLegalNames } from './queries.ts';
import { comparable, type IdentityAnswer, type ReportedIdentity } from './question.ts';

/**
 * Who asks: `organisation:7` or `account:7`, whose misses are limited; `operator` sits at the machine that holds the keys and is not.
 */
export type Asker = string;

/**
 * Says for each reported identity, in order, which learner it is (contracts 6). NSN, one of the learner's names and the birth date must
 * agree. Unknown and mismatched have one answer and take one path. Thousands of rows a call.
 */
export async function matchLearners(
  services: Services,
  asker: Asker,
  identities: readonly ReportedIdentity[],
): Promise<readonly IdentityAnswer[]> {
  if (identities.length === 0) return [];
  return services.db.asIdentity(async (tx) => {
    const left = await allowance(tx, services, asker);
    const answers = await match(tx, services, identities);
    await noteAsked(tx, services, asker, answers);
    return limited(answers, left);
  });
}

/**
 * Matches, and creates the learners that are `new`, unconfirmed, where the setting lets a full identity create one. Two that report the
 * same new person at one moment get the same learner.
 */
export async function createLearners(
  services: Services,
  asker: Asker,
  identities: readonly ReportedIdentity[],
): Promise<readonly IdentityAnswer[]> {
  if (identities.length === 0) return [];
  return services.db.asIdentity(async (tx) => {
    const left = await allowance(tx, services, asker);
    const before = limited(await match(tx, services, identities), left);
    const fresh = identities.filter((_, n) => before[n] === 'new');
    let answers = before;
    if (fresh.length > 0) {
      const made = await insert(tx, services, fresh, false);
      // Whoever was not made by the first report of their NSN is asked about again: made by another, or reported twice here.
      const answersOf = new Map<ReportedIdentity, IdentityAnswer | null>(
        fresh.map((identity) => [identity, made.get(identity) ?? null]),
      );
      const again = fresh.filter((identity) => answersOf.get(identity) === null);
      for (const [n, answer] of (await match(tx, services, again)).entries()) {
        const identity = again[n];
        if (identity !== undefined) answersOf.set(identity, answer);
      }
      let next = 0;
      answers = before.map((answer) => {
        if (answer !== 'new') return answer;
        const identity = fresh[next++];
        return (identity === undefined ? null : answersOf.get(identity)) ?? 'identity-not-confirmed';
      });
    }
    await noteAsked(tx, services, asker, answers);
    return answers;
  });
}

async function match(tx: Tx, services: Services, identities: readonly ReportedIdentity[]): Promise<IdentityAnswer[]> {
  const { keys, settings } = services;
  const answers: IdentityAnswer[] = new Array<IdentityAnswer>(identities.length).fill('identity-not-confirmed');
  const whole = identities.flatMap((identity, n) => {
    const compared = comparable(identity);
    return compared === null ? [] : [{ n, nsn: identity.nsn, ...compared }];
  });
  let pending = whole;
  // While the index key is being changed, some learners are still found under the one before.
  for (const keyId of keys.indexKeys()) {
    if (pending.length === 0) break;
    const found = await find(
      tx,
      pending.map(({ nsn }) => keys.blindIndex(nsn, keyId).hash),
      pending,
    );
    const known = new Set<number>();
    for (const { n, id, confirmed } of found) {
      known.add(n);
      if (confirmed) answers[pending[n]?.n ?? -1] = id;
    }
    pending = pending.filter((_, n) => !known.has(n));
  }
  if (settings.newLearners === 'create') for (const { n } of pending) answers[n] = 'new';
  return answers;
}

async function find(
  tx: Tx,
  hashes: readonly Uint8Array[],
  asked: readonly { readonly folded: string; readonly birthDate: string }[],
): Promise<readonly FoundRow[]> {
  const { rows } = await tx.query<FoundRow & Record<string, unknown>>(
    findByHash(
      Buffer.concat(hashes),
      asked.map(({ folded }) => folded),
      asked.map(({ birthDate }) => birthDate),
    ),
  );
  return rows;
}

/** Makes learners, one for each NSN, and answers those that were made. */
async function insert(
  tx: Tx,
  services: Services,
  identities: readonly ReportedIdentity[],
  confirmed: boolean,
): Promise<ReadonlyMap<ReportedIdentity, number>> {
  const { keys, clock } = services;
  const first = [...new Map(identities.toReversed().map((identity) => [identity.nsn, identity])).values()];
  const rows = first.flatMap((identity) => {
    const compared = comparable(identity);
    if (compared === null) return [];
    return [
      {
        identity,
        compared,
        index: keys.blindIndex(identity.nsn),
        sealed: keys.encrypt('nsn-encryption', Buffer.from(identity.nsn)),
      },
    ];
  });
  const [one] = rows;
  if (one === undefined) return new Map();
  const { rows: made } = await tx.query<{ id: number; hash: Buffer }>(
    insertLearners({
      hashes: Buffer.concat(rows.map(({ index }) => index.hash)),
      ciphers: rows.map(({ sealed }) => sealed.cipher),
      hashKey: one.index.keyId,
      cipherKey: one.sealed.keyId,
      birthDates: rows.map(({ compared }) => compared.birthDate),
      confirmed,
      at: clock.now(),
    }),
  );
  const byHash = new Map(rows.map((row) => [Buffer.from(row.index.hash).toString('latin1'), row]));
  const named = made.flatMap(({ id, hash }) => {
    const row = byHash.get(hash.toString('latin1'));
    return row === undefined ? [] : [{ id, ...row }];
  });
  await tx.query(
    insertLegalNames({
      ids: named.map(({ id }) => id),
      familyNames: named.map(({ identity }) => identity.familyName.normalize('NFC').trim()),
      givenNames: named.map(({ identity }) => identity.givenNames.normalize('NFC').trim()),
      folded: named.map(({ compared }) => compared.folded),
      at: clock.now(),
    }),
  );
  return new Map(named.map(({ identity, id }) => [identity, id]));
}

function limited(answers: readonly IdentityAnswer[], misses: number): readonly IdentityAnswer[] {
  let left = misses;
  return answers.map((answer) => {
    // Once the limit is reached every question gets the same answer, right or wrong.
    if (left <= 0) return 'identity-probing';
    if (answer === 'identity-not-confirmed') left -= 1;
    return answer;
  });
}
