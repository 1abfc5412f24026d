import { z } from 'zod';
import { problem } from '../http/problem.ts';
import { learnerName } from '../identity/index.ts';
import type { Services } from '../services.ts';
import { type Format, takeAs, type Taken } from './formats.ts';
import { learnerRecord } from './learner-record.ts';
import { credentialOfAchievement, holderOf } from './outcome-credential.ts';
import { readAwardId } from './public-id.ts';
import { openAward } from './view.ts';

/** Which credential an operator takes for the learner who asked for it. */
export type Wanted =
  | { readonly kind: 'award'; readonly award: string }
  | { readonly kind: 'achievement'; readonly learner: number; readonly achievement: string }
  /** The whole record, or these achievements and awards of it, as one Comprehensive Learner Record. */
  | { readonly kind: 'record'; readonly learner: number; readonly only: readonly string[] | null; readonly named: boolean };

const holderKey = z.strictObject({
  kty: z.enum(['EC', 'OKP']),
  crv: z.enum(['P-256', 'P-384', 'P-521', 'Ed25519']),
  x: z.string().regex(/^[\w-]{20,100}$/u),
  y: z
    .string()
    .regex(/^[\w-]{20,100}$/u)
    .optional(),
  kid: z.string().max(200).optional(),
  alg: z.string().max(20).optional(),
  use: z.literal('sig').optional(),
});

/**
 * A credential in the form asked for, with the product's own rights. `holder` is a public JWK that an SD-JWT is bound to. Throws
 * `award-not-found`, `achievement-not-found` (404), `achievement-not-creditable`, `record-empty`, `record-too-large`, `holder-key-unusable` (422).
 */
export async function takeForOperator(services: Services, wanted: Wanted, format: Format, holder?: unknown): Promise<Taken> {
  const key = holder === undefined ? undefined : holderKey.safeParse(holder);
  if (key?.success === false) throw problem('holder-key-unusable', 422, 'The key is not a public EC or Ed25519 key as a JWK.');
  const { url } = services.settings;
  const bound = key === undefined ? {} : { holder: key.data };
  if (wanted.kind === 'award') {
    const id = readAwardId(wanted.award);
    if (id === null) throw problem('award-not-found', 404, 'There is no such award.');
    return services.db.asBatch(async (tx) => {
      const { award, credential } = await openAward(tx, id);
      return takeAs(services, tx, credential, {
        format,
        learnerId: award.learnerId,
        page: `${url}/verify?award=${id}`,
        ...bound,
      });
    });
  }
  const learnerId = wanted.learner;
  const owner = await holderOf(services, learnerId);
  if (wanted.kind === 'achievement')
    return services.db.asBatch(async (tx) => {
      const credential = await credentialOfAchievement(services, tx, owner, wanted.achievement);
      return takeAs(services, tx, credential, { format, learnerId, page: `${url}/verify`, ...bound });
    });
  const name = wanted.named ? await learnerName(services, learnerId) : null;
  const only = wanted.only;
  const chosen =
    only === null
      ? null
      : {
          achievements: only.filter((id) => readAwardId(id) === null),
          awards: only.flatMap((id) => readAwardId(id) ?? []),
        };
  return services.db.asBatch(async (tx) => {
    const credential = await learnerRecord(services, tx, owner, { chosen, name });
    return takeAs(services, tx, credential, { format, learnerId, page: url });
  });
}
