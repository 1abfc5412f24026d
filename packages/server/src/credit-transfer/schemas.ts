import { z } from 'zod';
import { paging } from '../http/paging.ts';

const number = z.string().regex(/^[0-9]{1,15}$/u);
const name = z.string().trim().min(1).max(300);
export const params = z.object({ id: number });
export const made = z.object({ id: z.string() });

export const agreementBody = z
  .strictObject({
    reference: z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/u),
    /** The code of an outcome (any version), or the award of another place and who issues it. */
    from: z.union([
      z.strictObject({ outcome: z.string().min(1).max(128), provider: z.string().min(1).max(64).nullable().default(null) }),
      z.strictObject({ award: name, issuer: name }),
    ]),
    to: z.strictObject({ outcome: z.string().min(1).max(128), provider: z.string().min(1).max(64) }),
    begins: z.iso.date(),
    ends: z.iso.date().nullable().default(null),
    note: z.string().trim().max(1000).default(''),
  })
  .meta({
    id: 'TransferAgreement',
    description: 'Which learning a provider recognises for which outcome, and when. Ends are inclusive.',
  });
export const agreementsBody = z.strictObject({ items: z.array(z.unknown()).min(1).max(5000) }).meta({ id: 'TransferAgreements' });
export const loadedView = z
  .object({
    rows: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    rejected: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'TransferAgreementsLoaded' });
export const agreementsQuery = z.object({ ...paging, outcome: z.string().max(128).optional() });
export const agreementsView = z
  .object({
    items: z
      .array(
        z.object({
          reference: z.string(),
          from: z.object({ outcome: z.string().nullable(), award: z.string().nullable(), issuer: z.string().nullable() }),
          to: z.object({ outcome: z.string(), provider: z.string() }),
          begins: z.iso.date(),
          ends: z.iso.date().nullable(),
          note: z.string(),
        }),
      )
      .readonly(),
    next: z.string().nullable(),
  })
  .meta({ id: 'TransferAgreementPage' });

export const askBody = z
  .strictObject({
    from: z.union([
      z.strictObject({ result: number }),
      z.strictObject({ award: name, issuer: name, firstOn: z.iso.date(), evidence: number }),
    ]),
    outcome: z.string().min(1).max(64),
    provider: z.string().min(1).max(64),
    words: z.string().trim().max(2000).default(''),
    /** That this provider sees what is named here, to decide on this. */
    consent: z.literal(true),
  })
  .meta({ id: 'NewTransfer' });
export const decisionBody = z
  .strictObject({ decision: z.enum(['accepted', 'declined']), words: z.string().trim().max(2000).default('') })
  .meta({ id: 'TransferDecision' });

const view = {
  id: z.string(),
  status: z.enum(['asked', 'accepted', 'declined', 'withdrawn']),
  from: z.object({
    result: z.object({ id: z.string(), code: z.string(), name: z.string(), provider: z.string() }).nullable(),
    award: z.object({ name: z.string(), issuer: z.string(), evidence: z.string().nullable() }).nullable(),
  }),
  /** When it was first achieved: the date that the transfer keeps. */
  firstOn: z.iso.date(),
  outcome: z.object({ id: z.string(), code: z.string(), name: z.string(), credits: z.int() }),
  provider: z.object({ id: z.string(), name: z.string() }),
  agreement: z.string().nullable(),
  words: z.string(),
  askedAt: z.iso.datetime(),
  answer: z.string().nullable(),
  decidedOn: z.iso.date().nullable(),
};
export const ownView = z.object({ items: z.array(z.object(view)) }).meta({ id: 'Transfers' });
export const sentQuery = z.object({ ...paging, state: z.enum(['waiting', 'settled']).default('waiting') });
export const sentView = z
  .object({ items: z.array(z.object(view)).readonly(), next: z.string().nullable() })
  .meta({ id: 'TransferWorklist' });
export const sentDetail = z.object({ ...view, learner: z.string() }).meta({ id: 'TransferToDecide' });
