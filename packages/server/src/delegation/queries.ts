import type { Tx } from '../database/connection.ts';
import type { Act } from '../http/route.ts';
import type { KeptSecret } from '../sharing/secret.ts';

/** An authority to act for a learner, as its row has it. */
export interface DelegationRow {
  readonly learnerId: number;
  readonly delegationId: number;
  readonly authority: string;
  readonly acts: readonly Act[];
  /** The person, as whoever gave the authority named them. */
  readonly named: string;
  readonly evidence: string | null;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly codeUntil: Date | null;
  readonly accountId: number | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

const COLUMNS = `d.learner_id as "learnerId", d.delegation_id as "delegationId", d.authority, d.acts, d.note as named, d.evidence, d.from_on as "fromOn",
  d.to_on as "toOn", d.made_at as "madeAt", d.made_by as "madeBy", d.code_until as "codeUntil", d.account_id as "accountId",
  d.accepted_at as "acceptedAt", d.ended_at as "endedAt", d.ended_by as "endedBy"`;

export interface NewDelegation {
  readonly learnerId: number;
  readonly delegationId: number;
  readonly authority: string;
  readonly acts: readonly Act[];
  readonly named: string;
  readonly evidence: string | null;
  readonly toOn: string | null;
  readonly at: Date;
  readonly actor: string;
  readonly code: KeptSecret;
  readonly codeUntil: Date;
}

/** It holds from the day of the database, which is the clock that every statement of a delegate is measured by. */
export async function insertDelegation(tx: Tx, one: NewDelegation): Promise<void> {
  await tx.query({
    text: `insert into sharing.delegation (learner_id, delegation_id, authority, acts, note, evidence, from_on, to_on, made_at, made_by, code_hash, code_key, code_until)
           values ($1, $2, $3, $4, $5, $6, (now() at time zone 'Pacific/Auckland')::date, $7, $8, $9, $10, $11, $12)`,
    values: [
      one.learnerId,
      one.delegationId,
      one.authority,
      one.acts,
      one.named,
      one.evidence,
      one.toOn,
      one.at,
      one.actor,
      one.code.hash,
      one.code.keyId,
      one.codeUntil,
    ],
  });
}

type Found = DelegationRow & Record<string, unknown>;

/** Every authority over the learner who is signed in, the newest first. */
export async function delegationsOfLearner(tx: Tx): Promise<readonly DelegationRow[]> {
  const { rows } = await tx.query<Found>({
    name: 'delegations-of-learner',
    text: `select ${COLUMNS} from sharing.delegation d where d.learner_id = any((select access.own_learners())::bigint[]) order by d.delegation_id desc`,
  });
  return rows;
}

/** Every authority that an account holds or held, the newest first. */
export async function delegationsOfAccount(tx: Tx, accountId: number): Promise<readonly DelegationRow[]> {
  const { rows } = await tx.query<Found>({
    text: `select ${COLUMNS} from sharing.delegation d where d.account_id = $1 order by d.delegation_id desc limit 200`,
    values: [accountId],
  });
  return rows;
}

/** A page of what stewards have given, the newest first. */
export async function delegationsByStewards(tx: Tx, before: number | null, limit: number): Promise<readonly DelegationRow[]> {
  const { rows } = await tx.query<Found>({
    text: `select ${COLUMNS} from sharing.delegation d where d.evidence is not null and ($1::bigint is null or d.delegation_id < $1)
            order by d.delegation_id desc limit $2`,
    values: [before, limit],
  });
  return rows;
}

/** One authority, as far as the actor may see it, locked until it is changed. */
export async function findDelegation(tx: Tx, delegationId: string): Promise<DelegationRow | null> {
  const { rows } = await tx.query<Found>({
    text: `select ${COLUMNS} from sharing.delegation d where d.delegation_id = $1 for update`,
    values: [delegationId],
  });
  return rows[0] ?? null;
}

/** The authority to which a code belongs that nobody has used, locked. */
export async function findByCode(tx: Tx, hashes: readonly Uint8Array[]): Promise<DelegationRow | null> {
  const { rows } = await tx.query<Found>({
    text: `select ${COLUMNS} from sharing.delegation d where d.code_hash = any($1::bytea[]) and d.accepted_at is null for update`,
    values: [hashes],
  });
  return rows[0] ?? null;
}

/** The code is used up: its hash goes. */
export async function acceptDelegation(tx: Tx, row: DelegationRow, accountId: number, at: Date): Promise<void> {
  await tx.query({
    text: `update sharing.delegation set account_id = $3, accepted_at = $4, code_hash = null, code_key = null
            where learner_id = $1 and delegation_id = $2`,
    values: [row.learnerId, row.delegationId, accountId, at],
  });
}

export async function endDelegation(
  tx: Tx,
  row: Pick<DelegationRow, 'learnerId' | 'delegationId'>,
  by: string,
  at: Date,
): Promise<void> {
  await tx.query({
    text: `update sharing.delegation set ended_at = $3, ended_by = $4, code_hash = null, code_key = null
            where learner_id = $1 and delegation_id = $2 and ended_at is null`,
    values: [row.learnerId, row.delegationId, at, by],
  });
}

/** Whom these authorities name, by number. */
export async function delegatesNamed(tx: Tx, delegationIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.query<{ id: number; name: string }>({
    text: 'select delegation_id as id, note as name from sharing.delegation where delegation_id = any($1)',
    values: [delegationIds],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What these accounts call themselves, as their sign-in says. */
export async function accountNames(tx: Tx, accountIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.query<{ id: number; name: string }>({
    text: 'select account_id as id, name from account.account where account_id = any($1)',
    values: [accountIds],
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
