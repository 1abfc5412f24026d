import type { Query } from '../database/connection.ts';

/** For each question whose hash is known: its number, the learner, and whether name and birth date agree. Hashes come end to end. */
export const findByHash = (hashes: Uint8Array, folded: readonly string[], birthDates: readonly string[]): Query => ({
  name: 'identity-find-by-hash',
  text: `select q.n::integer - 1 as n, l.learner_id as id,
           l.birth_date is not null and l.birth_date = q.birth_date
             and exists (select from identity.learner_name x where x.learner_id = l.learner_id and x.folded = q.folded) as confirmed
      from (select n, substring($1::bytea from (n::integer - 1) * 32 + 1 for 32) as hash, folded, birth_date
              from unnest($2::text[], $3::date[]) with ordinality as asked (folded, birth_date, n)) q
      join identity.learner l on l.nsn_hash = q.hash`,
  values: [hashes, folded, birthDates],
});

/** The learner with this NSN who was born on this day. */
export const findByBirthDate = (hash: Uint8Array, birthDate: string): Query => ({
  text: 'select learner_id as id from identity.learner where nsn_hash = $1 and birth_date = $2::date',
  values: [hash, birthDate],
});

export interface FoundRow {
  readonly n: number;
  readonly id: number;
  readonly confirmed: boolean;
}

/** Ids that know their bucket: a sequence's number times 1024, and the hash's first bits as the bucket, so that buckets fill evenly. */
export const insertLearners = (learners: {
  readonly hashes: Uint8Array;
  readonly ciphers: readonly Uint8Array[];
  readonly hashKey: string;
  readonly cipherKey: string;
  readonly birthDates: readonly (string | null)[];
  readonly confirmed: boolean;
  readonly at: Date;
}): Query => ({
  name: 'identity-insert-learners',
  text: `insert into identity.learner (learner_id, nsn_hash, nsn_cipher, hash_key, cipher_key, birth_date, confirmed, created_at)
    select nextval('identity.learner_sequence') * 1024 + (get_byte(hash, 0) << 2 | get_byte(hash, 1) >> 6), hash, cipher, $4, $5, birth_date, $6, $7
      from (select substring($1::bytea from (n::integer - 1) * 32 + 1 for 32) as hash, cipher, birth_date
              from unnest($2::bytea[], $3::date[]) with ordinality as asked (cipher, birth_date, n)) q
     order by hash on conflict (nsn_hash) do nothing
    returning learner_id as id, nsn_hash as hash`,
  values: [
    learners.hashes,
    learners.ciphers,
    learners.birthDates,
    learners.hashKey,
    learners.cipherKey,
    learners.confirmed,
    learners.at,
  ],
});

/** The legal names of learners who were just made; column by column, so that nothing has to be joined. */
export const insertLegalNames = (names: {
  readonly ids: readonly number[];
  readonly familyNames: readonly string[];
  readonly givenNames: readonly string[];
  readonly folded: readonly string[];
  readonly at: Date;
}): Query => ({
  name: 'identity-insert-legal-names',
  text: `insert into identity.learner_name (learner_id, kind, family_name, given_names, folded, created_at)
    select id, 'legal', family_name, given_names, folded, $5
      from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) as q (id, family_name, given_names, folded)`,
  values: [names.ids, names.familyNames, names.givenNames, names.folded, names.at],
});

export const insertName = (
  learnerId: number,
  kind: string,
  familyName: string,
  givenNames: string,
  folded: string,
  at: Date,
): Query => ({
  text: `insert into identity.learner_name (learner_id, kind, family_name, given_names, folded, created_at) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing`,
  values: [learnerId, kind, familyName, givenNames, folded, at],
});

/** The name that a person is called by: the preferred one, else the legal one, the newest of each. */
export const namesOf = (learnerIds: readonly number[]): Query => ({
  name: 'identity-names-of',
  text: `select distinct on (learner_id) learner_id as id, family_name as "familyName", given_names as "givenNames"
      from identity.learner_name where learner_id = any($1) and kind in ('legal', 'preferred')
     order by learner_id, kind desc, created_at desc`,
  values: [learnerIds],
});

export const birthDateQuery = (learnerId: number): Query => ({
  name: 'identity-birth-date',
  text: 'select birth_date as "birthDate" from identity.learner where learner_id = $1',
  values: [learnerId],
});

export const nsnOf = (learnerId: number): Query => ({
  name: 'identity-nsn-of',
  text: 'select nsn_cipher as cipher, cipher_key as key from identity.learner where learner_id = $1',
  values: [learnerId],
});

export const aliasSetOf = (learnerId: number): Query => ({
  name: 'identity-alias-set',
  text: 'select identity.alias_set($1) as ids',
  values: [learnerId],
});

export const mergedIds: Query = {
  text: `select learner_id as id from identity.learner_alias where undone_at is null
    union select master_id from identity.learner_alias where undone_at is null`,
};

/** Each id that is merged with another, beside all that stand for the same person. */
export const mergedSets: Query = {
  text: `select m.id, identity.alias_set(m.id) as ids from (${mergedIds.text}) m`,
};

/** One at a time, so that two merges cannot close a ring. */
export const lockAliases: Query = { text: `select pg_advisory_xact_lock(hashtextextended('identity.alias', 0))` };

export const insertAlias = (learnerId: number, masterId: number, at: Date): Query => ({
  text: 'insert into identity.learner_alias (learner_id, master_id, merged_at) values ($1, $2, $3) on conflict do nothing returning alias_id',
  values: [learnerId, masterId, at],
});

export const endAlias = (learnerId: number, masterId: number, at: Date): Query => ({
  text: 'update identity.learner_alias set undone_at = $3 where learner_id = $1 and master_id = $2 and undone_at is null returning alias_id',
  values: [learnerId, masterId, at],
});

export const askedSince = (asker: string, since: Date): Query => ({
  name: 'identity-asked-since',
  text: 'select coalesce(sum(missed), 0)::integer as missed, coalesce(sum(matched), 0)::integer as matched from identity.asked where asker = $1 and at > $2',
  values: [asker, since],
});

export const countAsked = (asker: string, at: Date, missed: number, matched: number): Query => ({
  name: 'identity-count-asked',
  text: 'insert into identity.asked (asker, at, missed, matched) values ($1, $2, $3, $4)',
  values: [asker, at, missed, matched],
});

/** A page of learners whose NSN lies under another key than this one. */
export const underOldKey = (column: 'hash_key' | 'cipher_key', keyId: string, limit: number): Query => ({
  text: `select learner_id as id, nsn_cipher as cipher, cipher_key as key from identity.learner where ${column} <> $1 order by learner_id limit $2 for update`,
  values: [keyId, limit],
});

export const rewriteCiphers = (ids: readonly number[], ciphers: readonly Uint8Array[], keyId: string): Query => ({
  text: `update identity.learner l set nsn_cipher = q.cipher, cipher_key = $3
      from unnest($1::bigint[], $2::bytea[]) as q (id, cipher) where l.learner_id = q.id`,
  values: [ids, ciphers, keyId],
});

export const rewriteHashes = (ids: readonly number[], hashes: readonly Uint8Array[], keyId: string): Query => ({
  text: `update identity.learner l set nsn_hash = q.hash, hash_key = $3
      from unnest($1::bigint[], $2::bytea[]) as q (id, hash) where l.learner_id = q.id`,
  values: [ids, hashes, keyId],
});

/** A row when the first is taken as another of the second. */
export const aliasBetween = (learnerId: number, masterId: number): Query => ({
  text: 'select from identity.learner_alias where learner_id = $1 and master_id = $2 and undone_at is null',
  values: [learnerId, masterId],
});
