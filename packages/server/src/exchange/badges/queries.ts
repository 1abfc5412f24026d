import type { Tx } from '../../database/connection.ts';
import type { KeptSecret } from '../../sharing/secret.ts';

export interface ClientRow {
  readonly clientId: string;
  readonly name: string;
  readonly home: string | null;
  readonly policy: string | null;
  readonly terms: string | null;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  /** Whether it must show a secret. */
  readonly confidential: boolean;
}

export async function insertClient(
  tx: Tx,
  client: Omit<ClientRow, 'confidential'> & { readonly secret: KeptSecret | null; readonly at: Date },
): Promise<void> {
  await tx.query({
    text: `insert into badges.client (client_id, secret_hash, name, home, policy, terms, redirect_uris, scopes, registered_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      client.clientId,
      client.secret?.hash ?? null,
      client.name,
      client.home,
      client.policy,
      client.terms,
      client.redirectUris,
      client.scopes,
      client.at,
    ],
  });
}

const CLIENT = `client_id as "clientId", name, home, policy, terms, redirect_uris as "redirectUris", scopes, secret_hash is not null as confidential`;

export async function findClient(tx: Tx, clientId: string): Promise<ClientRow | null> {
  const { rows } = await tx.query<ClientRow & Record<string, unknown>>({
    text: `select ${CLIENT} from badges.client where client_id = $1`,
    values: [clientId],
  });
  return rows[0] ?? null;
}

/** The client of this id, if one of these is its secret; one that has none shows none. */
export async function knownClient(tx: Tx, clientId: string, secrets: readonly Uint8Array[]): Promise<ClientRow | null> {
  const { rows } = await tx.query<ClientRow & Record<string, unknown>>({
    text: `select ${CLIENT} from badges.client where client_id = $1 and (secret_hash is null or secret_hash = any($2))`,
    values: [clientId, secrets],
  });
  return rows[0] ?? null;
}

export interface ConsentRow {
  readonly learnerId: number;
  readonly consentId: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly goesTo: string;
  readonly scopes: readonly string[];
  readonly grantedAt: Date;
  readonly grantedBy: string;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const CONSENT = `c.learner_id as "learnerId", c.consent_id as "consentId", c.client_id as "clientId", c.client_name as "clientName", c.goes_to as "goesTo",
  c.scopes, c.granted_at as "grantedAt", c.granted_by as "grantedBy", c.used_at as "usedAt", c.withdrawn_at as "withdrawnAt"`;

/** A number of the sequence with the learner's bucket in its low ten bits. */
export async function nextId(tx: Tx, learnerId: number): Promise<number> {
  const { rows } = await tx.query<{ id: number }>({
    name: 'badges-next-id',
    text: `select nextval('badges.id_sequence') * 1024 + $1::bigint % 1024 as id`,
    values: [learnerId],
  });
  return rows[0]!.id;
}

export async function insertConsent(tx: Tx, consent: Omit<ConsentRow, 'usedAt' | 'withdrawnAt'>): Promise<void> {
  await tx.query({
    text: `insert into badges.consent (learner_id, consent_id, client_id, client_name, goes_to, scopes, granted_at, granted_by)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      consent.learnerId,
      consent.consentId,
      consent.clientId,
      consent.clientName,
      consent.goesTo,
      consent.scopes,
      consent.grantedAt,
      consent.grantedBy,
    ],
  });
}

/** Every consent of the learner who is signed in, the newest first. */
export async function consentsOf(tx: Tx): Promise<readonly ConsentRow[]> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    text: `select ${CONSENT} from badges.consent c where c.learner_id = any((select access.own_learners())::bigint[]) order by c.consent_id desc`,
  });
  return rows;
}

export async function findConsent(tx: Tx, consentId: string): Promise<ConsentRow | null> {
  const { rows } = await tx.query<ConsentRow & Record<string, unknown>>({
    text: `select ${CONSENT} from badges.consent c where c.learner_id = any((select access.own_learners())::bigint[]) and c.consent_id = $1 for update`,
    values: [consentId],
  });
  return rows[0] ?? null;
}

export async function endConsent(tx: Tx, { learnerId, consentId }: Pick<ConsentRow, 'learnerId' | 'consentId'>, at: Date) {
  await tx.query({
    text: 'update badges.consent set withdrawn_at = $3 where learner_id = $1 and consent_id = $2 and withdrawn_at is null',
    values: [learnerId, consentId, at],
  });
}

export interface NewCode {
  readonly code: KeptSecret;
  readonly learnerId: number;
  readonly consentId: number;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly until: Date;
}

export async function insertCode(tx: Tx, code: NewCode): Promise<void> {
  await tx.query({
    text: `insert into badges.code (code_hash, learner_id, consent_id, client_id, redirect_uri, code_challenge, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [code.code.hash, code.learnerId, code.consentId, code.clientId, code.redirectUri, code.codeChallenge, code.until],
  });
}

/** The code with its consent, locked, and taken: `fresh` says whether it was good until now. */
export async function takeCode(tx: Tx, codes: readonly Uint8Array[], at: Date) {
  const { rows } = await tx.query<
    Omit<NewCode, 'code' | 'until'> & { scopes: readonly string[]; used: boolean; past: boolean } & Record<string, unknown>
  >({
    text: `select d.learner_id as "learnerId", d.consent_id as "consentId", d.client_id as "clientId", d.redirect_uri as "redirectUri",
        d.code_challenge as "codeChallenge", c.scopes, d.used_at is not null as used, d.expires_at <= $2 or c.withdrawn_at is not null as past
        from badges.code d join badges.consent c using (learner_id, consent_id) where d.code_hash = any($1) for update of d`,
    values: [codes, at],
  });
  await tx.query({
    text: 'update badges.code set used_at = $2 where code_hash = any($1) and used_at is null',
    values: [codes, at],
  });
  return rows[0] ?? null;
}

export interface TokenOf {
  readonly learnerId: number;
  readonly consentId: number;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export async function insertToken(tx: Tx, token: KeptSecret, kind: 'access' | 'refresh', of: TokenOf, until: Date) {
  await tx.query({
    text: `insert into badges.token (token_hash, kind, learner_id, consent_id, client_id, scopes, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [token.hash, kind, of.learnerId, of.consentId, of.clientId, of.scopes, until],
  });
}

const TOKEN = 't.learner_id as "learnerId", t.consent_id as "consentId", t.client_id as "clientId", t.scopes';

/** What an access token opens while its consent stands, with the name that the application had then. */
export async function holderOfToken(tx: Tx, tokens: readonly Uint8Array[], at: Date) {
  const { rows } = await tx.query<
    TokenOf & { clientName: string; goesTo: string; usedAt: Date | null } & Record<string, unknown>
  >({
    name: 'badges-token',
    text: `select ${TOKEN}, c.client_name as "clientName", c.goes_to as "goesTo", c.used_at as "usedAt" from badges.token t join badges.consent c using (learner_id, consent_id)
      where t.token_hash = any($1) and t.kind = 'access' and t.ended_at is null and t.expires_at > $2 and c.withdrawn_at is null`,
    values: [tokens, at],
  });
  return rows[0] ?? null;
}

/** A refresh token, locked, whatever became of it. */
export async function refreshOf(tx: Tx, tokens: readonly Uint8Array[], at: Date) {
  const { rows } = await tx.query<TokenOf & { ended: boolean; past: boolean } & Record<string, unknown>>({
    text: `select ${TOKEN}, t.ended_at is not null as ended, t.expires_at <= $2 or c.withdrawn_at is not null as past
      from badges.token t join badges.consent c using (learner_id, consent_id) where t.token_hash = any($1) and t.kind = 'refresh' for update of t`,
    values: [tokens, at],
  });
  return rows[0] ?? null;
}

/** Ends one token of this client. */
export async function endToken(tx: Tx, tokens: readonly Uint8Array[], clientId: string, at: Date): Promise<void> {
  await tx.query({
    text: 'update badges.token set ended_at = $3 where token_hash = any($1) and client_id = $2 and ended_at is null',
    values: [tokens, clientId, at],
  });
}

/** Ends every token of a consent: a code or a refresh token was shown twice, so one of them is in wrong hands. */
export async function endTokensOf(tx: Tx, { learnerId, consentId }: Pick<TokenOf, 'learnerId' | 'consentId'>, at: Date) {
  await tx.query({
    text: 'update badges.token set ended_at = $3 where learner_id = $1 and consent_id = $2 and ended_at is null',
    values: [learnerId, consentId, at],
  });
}

export async function noteUse(tx: Tx, { learnerId, consentId }: Pick<TokenOf, 'learnerId' | 'consentId'>, at: Date) {
  await tx.query({
    text: 'update badges.consent set used_at = $3 where learner_id = $1 and consent_id = $2',
    values: [learnerId, consentId, at],
  });
}

/** Whether this learner ever let an application in. */
export async function everLetIn(tx: Tx, learnerId: number): Promise<boolean> {
  const { rowCount } = await tx.query({ text: 'select from badges.consent where learner_id = $1 limit 1', values: [learnerId] });
  return rowCount > 0;
}

/** Whether a refusal of this consent was written down since. */
export async function refusedSince(tx: Tx, { learnerId, consentId }: Pick<TokenOf, 'learnerId' | 'consentId'>, since: Date) {
  const { rowCount } = await tx.query({
    text: `select from sharing.log where learner_id = $1 and about = 'application' and about_id = $2 and kind = 'refused' and at > $3 limit 1`,
    values: [learnerId, consentId, since],
  });
  return rowCount > 0;
}
