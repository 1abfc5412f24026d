import { randomUUID } from 'node:crypto';
import { addProof, buildClrCredential, CredentialError, MAX_IN_RECORD } from '@recognition/credentials';
import { z } from 'zod';
import type { Tx } from '../database/connection.ts';
import { problem } from '../http/problem.ts';
import { serverDigest } from '../keys/digest.ts';
import type { Services } from '../services.ts';
import { countedOf } from './counted.ts';
import { currentSigner, issuerDid } from './issuer.ts';
import { credentialOf, type Holder, isCreditable } from './outcome-credential.ts';
import { awardsOf, lockLearner } from './queries.ts';
import { readForDecision } from './reading.ts';
import { DISCLAIMER } from './title.ts';
import { openAward } from './view.ts';

export interface RecordPart {
  /** Achievements by id, and awards by their code; null: all that the record holds. */
  readonly chosen: { readonly achievements: readonly string[]; readonly awards: readonly string[] } | null;
  /** The learner's name, where they want it there. */
  readonly name: string | null;
}

const credentials = z.array(z.looseObject({}));

/**
 * The whole record, or the part that was chosen, as one signed Comprehensive Learner Record (CLR 2.0): every confirmed achievement of an
 * accredited outcome and every award that stands, each with its own signature and status. Throws `achievement-not-found`,
 * `award-not-found` (404), `achievement-not-creditable`, `record-empty`, `record-too-large` (422).
 */
export async function learnerRecord(services: Services, tx: Tx, holder: Holder, { chosen, name }: RecordPart): Promise<unknown> {
  await lockLearner(tx, holder.learnerIds);
  const record = await readForDecision(tx, holder.learnerIds);
  const all = countedOf(
    record,
    record.achievements.map(({ id }) => id),
  );
  const picked =
    chosen === null ? all.filter(isCreditable) : all.filter(({ achievement }) => chosen.achievements.includes(achievement.id));
  if (chosen !== null && picked.length < new Set(chosen.achievements).size)
    throw problem('achievement-not-found', 404, 'Your record has no such achievement.');
  if (!picked.every(isCreditable))
    throw problem('achievement-not-creditable', 422, 'Only a confirmed achievement of an accredited outcome has a credential.');
  const standing = (await awardsOf(tx, holder.learnerIds)).filter(({ status }) => status === 'live' || status === 'suspended');
  const awards = chosen === null ? standing : standing.filter(({ publicId }) => chosen.awards.includes(publicId));
  if (chosen !== null && awards.length < new Set(chosen.awards).size)
    throw problem('award-not-found', 404, 'There is no such award.');
  const count = awards.length + picked.length;
  if (count === 0) throw problem('record-empty', 422, 'There is nothing in this record that has a credential.');
  if (count > MAX_IN_RECORD)
    throw problem('record-too-large', 422, `One record holds at most ${MAX_IN_RECORD} credentials; choose a part.`);
  const held: unknown[] = [];
  for (const { publicId } of awards) held.push((await openAward(tx, publicId)).credential);
  for (const counted of picked) held.push(await credentialOf(services, tx, holder, counted));
  return sign(services, held, chosen !== null, name);
}

async function sign(services: Services, held: readonly unknown[], partial: boolean, name: string | null): Promise<unknown> {
  const { url, authority } = services.settings;
  const at = services.clock.now().toISOString();
  try {
    const unsigned = buildClrCredential({
      id: `urn:uuid:${randomUUID()}`,
      issuer: { id: issuerDid(url), name: authority.name, url },
      subject: { id: `urn:uuid:${randomUUID()}`, name },
      validFrom: at,
      name: 'New Zealand Record of Achievement',
      notice: authority.invented ? `${DISCLAIMER.en} The authority, the people and the results are invented.` : DISCLAIMER.en,
      partial,
      credentials: credentials.parse(held),
    });
    return await addProof(unsigned, { signer: await currentSigner(services), created: at, digest: serverDigest });
  } catch (error) {
    // Some hundreds of long outcomes are more than a verifier takes in one document.
    if (error instanceof CredentialError && error.code === 'too-complex')
      throw problem('record-too-large', 422, 'This record is too large for one document; choose a part.');
    throw error;
  }
}
