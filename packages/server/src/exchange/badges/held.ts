import { answerOf, CredentialError, type Examination, type Recipient, type VerificationAnswer } from '@recognition/credentials';
import { z } from 'zod';
import { issuerDid } from '../../award/issuer.ts';
import { lockLearner } from '../../award/queries.ts';
import { examineForPublic } from '../../award/verification.ts';
import type { Tx } from '../../database/connection.ts';
import { whoseBadge } from '../../evidence/whose.ts';
import { problem } from '../../http/problem.ts';
import type { SignedIn } from '../../http/route.ts';
import { aliasSet } from '../../identity/index.ts';
import type { Services } from '../../services.ts';
import { heldLike, heldOf, type HeldRow, insertHeld, ownHeld, removeHeld, replaceHeld } from './held-queries.ts';
import { nextId } from './queries.ts';
import { API, type Standard, STANDARDS } from './standards.ts';

/** How many credentials of others one learner may hold here. */
const MOST = 500;

const named = z.looseObject({ id: z.string().optional(), name: z.unknown().optional() });
const list = <Of extends z.ZodType>(of: Of) => z.union([of.transform((one) => [one]), z.array(of)]);
const document = z.looseObject({
  id: z.string().max(2000).optional(),
  type: list(z.string()),
  name: z.unknown().optional(),
  issuer: z.union([z.string().transform((id) => ({ id, name: undefined })), named]),
  validFrom: z.string().optional(),
  issuanceDate: z.string().optional(),
  credentialSubject: list(z.looseObject({ achievement: named.optional() })).optional(),
});

/** A credential that was taken in: whether it was new, took the place of an older one, or was there already. */
export interface Kept {
  readonly came: 'new' | 'replaced' | 'unchanged';
  readonly id: string;
}

/**
 * Takes a credential of another issuer in, as it came: a JSON document, or a compact JWS. What is malformed or does not carry a signature that
 * fits is refused; what could not be checked now, has ended or is past its time is kept, and said so. An equal one (same issuer and id) is
 * replaced by a newer one only (Open Badges 3.0, section 10). Whose it is, is said and stops nothing: people have several addresses.
 * `within` writes it down, in the same transaction. Throws `badge-unusable` (400), `badge-older` (409), `badge-of-ours` (409), `badges-full` (409).
 */
export async function keepBadge(
  services: Services,
  learnerId: number,
  given: { readonly body: unknown; readonly standard: Standard | null; readonly source: string },
  within: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Kept> {
  const examined = await examine(services, given.body);
  const whose = await whoseBadge(services, learnerId, examined.document);
  const read = { ...readBadge(given.body, examined, given.standard), answer: { ...answerOf(examined), whose } };
  if (read.issuerId === issuerDid(services.settings.url))
    throw problem('badge-of-ours', 409, 'This credential was issued here, and is in the record of whoever earned it already.');
  const ids = await aliasSet(services, learnerId);
  const at = services.clock.now();
  return services.db.asBatch(async (tx) => {
    await lockLearner(tx, ids);
    const before = await heldLike(tx, ids, read.issuerId, read.credentialId);
    if (before !== null && before.body === read.body) return { came: 'unchanged', id: String(before.heldId) };
    if (before !== null && (read.validFrom ?? 0) <= (before.validFrom ?? 0))
      throw problem('badge-older', 409, 'A newer one, or one as new, of this issuer with this id is held already.');
    if (before === null && (await heldOf(tx, ids)).length >= MOST)
      throw problem('badges-full', 409, `At most ${MOST} credentials of other issuers are held. Remove some first.`);
    const heldId = before?.heldId ?? (await nextId(tx, learnerId));
    const row: HeldRow = { ...read, learnerId: before?.learnerId ?? learnerId, heldId, source: given.source, receivedAt: at };
    await (before === null ? insertHeld : replaceHeld)(tx, row);
    await within(tx);
    return { came: before === null ? 'new' : 'replaced', id: String(heldId) };
  });
}

/** Checks it. A text is a compact JWS here, and nothing else. */
async function examine(services: Services, body: unknown): Promise<Examination> {
  try {
    if (typeof body !== 'string' || /^[\w-]+\.[\w-]+\.[\w-]+$/u.test(body)) return await examineForPublic(services, body);
  } catch (error) {
    if (!(error instanceof CredentialError)) throw error;
    throw problem('badge-unusable', 400, `This is no credential that can be held: ${error.message}.`);
  }
  throw problem('badge-unusable', 400, 'This is no credential that can be held: a text is a compact JWS.');
}

type Badge = Omit<HeldRow, 'learnerId' | 'heldId' | 'source' | 'receivedAt' | 'answer'>;

function readBadge(body: unknown, examined: Examination, wanted: Standard | null): Badge {
  const failed = examined.checks.find(
    ({ check, outcome }) => (check === 'format' || check === 'proof' || check === 'issuer') && outcome === 'fail',
  );
  const read = document.safeParse(examined.document);
  if (failed !== undefined || examined.kind !== 'credential' || !read.success)
    throw problem('badge-unusable', 400, `This is no credential that can be held: ${failed?.detail ?? 'it is no credential'}.`);
  const { id, type, issuer, credentialSubject = [] } = read.data;
  const standard = STANDARDS.find((one) => API[one].types.some((name) => type.includes(name)));
  if (standard === undefined || (wanted !== null && wanted !== standard))
    throw problem('badge-unusable', 400, `This is no credential of ${API[wanted ?? 'ob'].title}.`);
  if (id === undefined || issuer.id === undefined)
    throw problem('badge-unusable', 400, 'A credential that is held has an id, and its issuer has one.');
  const dated = read.data.validFrom ?? read.data.issuanceDate;
  const validFrom = dated === undefined || Number.isNaN(Date.parse(dated)) ? null : new Date(dated);
  const form = typeof body === 'string' ? 'jws' : 'json';
  return {
    standard,
    issuerId: issuer.id,
    credentialId: id,
    form,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    name: words(credentialSubject[0]?.achievement?.name) ?? words(read.data.name) ?? API[standard].title,
    issuerName: words(issuer.name) ?? issuer.id,
    validFrom,
  };
}

/** A name as others write it: a text, or one of several in languages. */
function words(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const text = typeof first === 'object' && first !== null ? Reflect.get(first, '@value') : first;
  return typeof text === 'string' && text.trim() !== '' ? text.normalize('NFC').trim().slice(0, 300) : null;
}

const kept = z.custom<VerificationAnswer & { readonly whose?: Recipient }>(
  (value) => z.looseObject({ answer: z.string() }).safeParse(value).success,
);

/** What the learner holds of other issuers, with what the checks said when it came. */
export async function listHeld(services: Services, learner: SignedIn) {
  const rows = await services.db.as(learner.acting, ownHeld);
  const items = rows.map((row) => {
    const { whose = null, ...verification } = kept.parse(row.answer);
    return {
      id: String(row.heldId),
      kind: row.standard === 'ob' ? ('badge' as const) : ('record' as const),
      name: row.name,
      issuer: row.issuerName,
      issuerId: row.issuerId,
      from: row.validFrom?.toISOString() ?? null,
      source: row.source,
      receivedAt: row.receivedAt.toISOString(),
      verification,
      whose,
    };
  });
  return { items };
}

/** Removes one. Throws `badge-not-found` (404). */
export async function dropHeld(services: Services, learner: SignedIn, id: string): Promise<void> {
  if (!(await services.db.as(learner.acting, (tx) => removeHeld(tx, id))))
    throw problem('badge-not-found', 404, 'You hold no such credential.');
}
