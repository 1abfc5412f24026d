import { randomUUID } from 'node:crypto';
import { addProof, buildEndorsement, CredentialError, statusEntry } from '@recognition/credentials';
import { z } from 'zod';
import { problem } from '../http/problem.ts';
import type { SignedIn } from '../http/route.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import {
  type EndorsedKind,
  endorsementsOf,
  insertEndorsement,
  isListed,
  type KeptEndorsement,
  providerName,
  withdrawEndorsementRow,
} from './endorsement-queries.ts';
import { currentSigner, issuerDid } from './issuer.ts';
import { setStatus, statusListUrl } from './status.ts';
import { drawPlace } from './status-queries.ts';
import { examineForPublic } from './verification.ts';

/** Places of what belongs to no learner. */
const NOBODY = 0;

/** The id by which credentials of ours name a provider. */
export const providerId = ({ settings }: Pick<Services, 'settings'>, id: string): string =>
  `${settings.url}/organisations/${encodeURIComponent(id)}`;
/** The same for a version of an outcome. */
export const outcomeId = ({ settings }: Pick<Services, 'settings'>, code: string, version: number): string =>
  `${settings.url}/api/v1/outcomes/${encodeURIComponent(code)}/${version}`;

/**
 * The authority endorses a provider: a signed EndorsementCredential (Open Badges 3.0) that can be revoked. Throws
 * `organisation-not-found` (404).
 */
export async function endorseProvider(
  services: Services,
  signedIn: SignedIn,
  provider: string,
  comment: string,
): Promise<KeptEndorsement> {
  const accountId = personOf(signedIn);
  const { url, authority } = services.settings;
  const at = services.clock.now().toISOString();
  const credentialId = `urn:uuid:${randomUUID()}`;
  return services.db.as(signedIn.acting, async (tx) => {
    const name = await providerName(tx, provider);
    if (name === null) throw problem('organisation-not-found', 404, 'There is no such organisation.');
    const { list, index, purpose } = await drawPlace(tx, 'revocation', NOBODY, credentialId);
    const unsigned = buildEndorsement({
      id: credentialId,
      issuer: { id: issuerDid(url), name: authority.name, url },
      subject: { id: providerId(services, provider), comment },
      name: `Endorsement of ${name}`,
      validFrom: at,
      status: statusEntry({ list: statusListUrl(services, list), index, purpose }),
    });
    const credential = await addProof(unsigned, { signer: await currentSigner(services), created: at, digest: serverDigest });
    const kept = { id: randomUUID(), credentialId, credential };
    await insertEndorsement(tx, { ...kept, kind: 'provider', subject: provider, accountId });
    return kept;
  });
}

const given = z.looseObject({
  id: z.string().max(500),
  type: z.union([z.literal('EndorsementCredential'), z.array(z.string())]),
  credentialSubject: z.looseObject({ id: z.string() }),
});

/**
 * An industry body endorses an outcome with a credential that it signed itself. It is taken only if nothing in it fails, its signature fits with
 * a key of its issuer, and it is about this outcome. Throws `outcome-not-found` (404), `endorsement-not-verified`,
 * `endorsement-of-another` (422), `endorsement-known` (409).
 */
export async function endorseOutcome(
  services: Services,
  signedIn: SignedIn,
  { code, version }: { readonly code: string; readonly version: number },
  credential: unknown,
): Promise<KeptEndorsement> {
  const accountId = personOf(signedIn);
  const read = given.safeParse(credential);
  if (!read.success || ![read.data.type].flat().includes('EndorsementCredential')) throw notVerified();
  if (read.data.credentialSubject.id !== outcomeId(services, code, version))
    throw problem('endorsement-of-another', 422, 'The endorsement is about something else than this outcome.');
  const fits = await examined(services, credential);
  if (!fits) throw notVerified();
  return services.db.as(signedIn.acting, async (tx) => {
    if (!(await isListed(tx, code, version))) throw problem('outcome-not-found', 404, 'There is no such outcome.');
    const kept = { id: randomUUID(), credentialId: read.data.id, credential };
    if (!(await insertEndorsement(tx, { ...kept, kind: 'outcome', subject: `${code}/${version}`, accountId })))
      throw problem('endorsement-known', 409, 'This endorsement is kept already.');
    return kept;
  });
}

async function examined(services: Services, credential: unknown): Promise<boolean> {
  try {
    const { answer, checks } = await examineForPublic(services, credential);
    const passes = (name: string): boolean => checks.some(({ check, outcome }) => check === name && outcome === 'pass');
    return answer !== 'not-verified' && passes('proof') && passes('issuer');
  } catch (error) {
    if (error instanceof CredentialError) return false;
    throw error;
  }
}

/** What stands, for anyone. */
export async function listEndorsements(
  services: Services,
  kind: EndorsedKind,
  subject: string,
): Promise<readonly KeptEndorsement[]> {
  return services.db.asPublic((tx) => endorsementsOf(tx, kind, subject));
}

/** A steward takes an endorsement back; one of ours is revoked too. Throws `endorsement-not-found` (404). */
export async function withdrawEndorsement(services: Services, signedIn: SignedIn, id: string): Promise<void> {
  await services.db.as(signedIn.acting, async (tx) => {
    const found = await withdrawEndorsementRow(tx, id);
    if (found === null) throw problem('endorsement-not-found', 404, 'No endorsement stands under this id.');
    await setStatus(tx, 'revocation', found.credentialId, true);
  });
}

function notVerified(): Error {
  return problem('endorsement-not-verified', 422, 'This is no endorsement that we can verify: send it as its issuer signed it.');
}

function personOf({ accountId }: SignedIn): number {
  if (accountId === null) throw problem('not-your-door', 403, 'Only a person can endorse.');
  return accountId;
}
