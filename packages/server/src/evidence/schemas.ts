import { z } from 'zod';

export const title = z.string().trim().min(1).max(200);
export const itemParams = z.object({ id: z.string().regex(/^[0-9]{1,15}$/u) });

const check = z.object({ check: z.string(), outcome: z.string(), detail: z.string() });
const verification = z
  .object({
    answer: z.enum(['verified', 'not-verified', 'inconclusive']),
    checks: z.array(check).readonly(),
    /** Whom it names, against the learner's names and e-mail address; of what was kept before this was asked, nothing is said. */
    whose: z.enum(['named', 'another', 'unnamed']).optional(),
  })
  .meta({ id: 'EvidenceFinding', description: 'What our verifier said of a credential when it was kept.' });

export const evidenceItem = z
  .object({
    id: z.string(),
    kind: z.enum(['file', 'link', 'credential']),
    title: z.string(),
    url: z.string().nullable(),
    mediaType: z.string().nullable(),
    bytes: z.int().nullable(),
    issuer: z.string().nullable(),
    /** Only a credential whose checks all pass proves anything by itself. */
    proof: z.boolean(),
    verification: verification.nullable(),
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'EvidenceItem' });

export const portfolio = z
  .object({
    items: z.array(
      evidenceItem.extend({
        openings: z.array(z.object({ at: z.iso.datetime(), organisation: z.string().nullable(), purpose: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Portfolio', description: 'What a learner keeps to show what they can do, and who opened it.' });

export const keptItem = z.object({ id: z.string(), isNew: z.boolean() }).meta({ id: 'KeptEvidence' });
export const keptForeign = z
  .object({ id: z.string(), isNew: z.boolean(), proof: z.boolean(), verification })
  .meta({ id: 'KeptCredential' });

export const newLink = z.strictObject({ url: z.string().max(2000), title }).meta({ id: 'NewEvidenceLink' });
export const newForeign = z
  .strictObject({
    document: z.union([z.string().min(1).max(900_000), z.looseObject({})]),
    title: title.nullable().default(null),
    /** Keep it as a document, with what the checks said beside it, when it is no proof. */
    asDocument: z.boolean().default(false),
  })
  .meta({ id: 'NewForeignCredential' });
export const fileQuery = z.object({ title });
export const foreignQuery = z.object({ title: title.optional(), asDocument: z.stringbool().default(false) });
