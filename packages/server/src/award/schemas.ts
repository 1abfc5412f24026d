import { z } from 'zod';
import { paging } from '../http/paging.ts';
import type { AwardSearch } from './queries.ts';

const awardId = z.string().regex(/^[0-9]{2}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);
const text = z.string().trim().min(1).max(2000);
const status = z.enum(['live', 'suspended', 'superseded', 'withdrawn', 'revoked']);

export const idParams = z.object({ id: awardId });
export const achievementParams = z.object({ id: z.string().regex(/^[0-9]{1,16}$/u) });
export const importParams = z.object({ id: z.uuid() });
export const made = z.object({ id: z.string() });
export const reasonBody = z.object({ reason: text });
export const textBody = z.object({ text });
export const agreement = z.object({ agreed: z.boolean() });
export const awardSearch = z.object({
  status: status.optional(),
  major: z.string().max(64).optional(),
  policyVersion: z.string().max(20).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  id: awardId.optional(),
});
export const listQuery = awardSearch.extend(paging);

/** What was asked for, with null for what was not. */
export function searchOf({ status: asked, major, policyVersion, from, to, id }: z.infer<typeof awardSearch>): AwardSearch {
  return {
    status: asked ?? null,
    major: major ?? null,
    policyVersion: policyVersion ?? null,
    from: from ?? null,
    to: to ?? null,
    id: id ?? null,
  };
}

/** Of an award that is made of named parts nothing is selected: what it counts follows from what is held. */
const madeClaim = z.strictObject({
  framework: z.string().regex(/^[a-z]{2,8}$/u),
  award: z.string().max(40),
  definition: z.string().min(1).max(64),
  nameOnAward: z.string().max(300).nullable(),
  supersedes: awardId.optional(),
});

const stackClaim = z.object({
  award: z.literal('alq'),
  major: z.string().max(64).nullable(),
  select: z
    .array(z.string().regex(/^[0-9]{1,16}$/u))
    .min(1)
    .max(2000),
  nameOnAward: z.string().max(300).nullable(),
  supersedes: awardId.optional(),
});

export const claimBody = z.union([stackClaim, madeClaim]);

const bothLanguages = z.object({ en: z.string(), mi: z.string() });

/** The awards that a learner's record makes, or nearly: what is held of each, and why. */
export const claimableView = z.object({
  asOf: z.iso.date(),
  items: z.array(
    z.object({
      framework: z.string(),
      award: z.string(),
      kind: bothLanguages,
      definition: z.string(),
      title: bothLanguages,
      size: bothLanguages.nullable(),
      use: z.enum(['keeps', 'spends', 'debits']),
      note: bothLanguages,
      claimable: z.boolean(),
      held: z.string().nullable().meta({ description: 'The award of this definition that stands already.' }),
      missing: z
        .array(z.string())
        .meta({ description: 'Parts that are missing by the nearest way; of electives only as many as are still needed.' }),
      parts: z.array(
        z.object({
          ref: z.string(),
          role: z.string(),
          name: z.string(),
          held: z.boolean(),
          on: z.iso.date().nullable(),
          provider: z.string().nullable(),
        }),
      ),
      lines: z.object({ en: z.array(z.string()), mi: z.array(z.string()) }),
    }),
  ),
});

const summary = z.object({
  id: z.string(),
  award: z.string(),
  title: z.object({ en: z.string(), mi: z.string() }),
  major: z.string().nullable(),
  credits: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  issuedOn: z.iso.date(),
  status,
  version: z.int(),
  supersedes: z.string().nullable(),
  nameOnAward: z.string().nullable(),
  policy: z.object({ id: z.string(), version: z.string() }),
  reason: z.string().nullable(),
  reasonCode: z.enum(['no-longer-holds']).nullable(),
  answerBy: z.iso.date().nullable(),
  framework: z.string(),
  definition: z.string().nullable(),
  size: bothLanguages.nullable(),
  validUntil: z.iso.date().nullable(),
  note: bothLanguages,
  spends: z.boolean().meta({ description: 'Whether it uses up what it counts, which is free again once it ends.' }),
});

export const listView = z.object({ items: z.array(summary).readonly(), next: z.string().nullable() });

export const awardView = summary.extend({
  counted: z
    .array(
      z.object({
        achievement: z.string(),
        outcome: z.object({
          code: z.string(),
          version: z.int().nullable(),
          name: z.string(),
          credits: z.int(),
          level: z.int().nullable(),
          field: z.string().nullable(),
        }),
        provider: z.string(),
        date: z.iso.date(),
        result: z.string(),
        mode: z.string(),
      }),
    )
    .readonly(),
  fieldCredits: z.record(z.string(), z.int()),
  verifyUrl: z.string(),
  credentialUrl: z.string(),
  printUrl: z.string(),
});

export const withdrawalPreview = z.object({
  results: z.int(),
  learners: z.int(),
  awards: z.int(),
  request: z.object({ reason: z.string(), askedAt: z.iso.datetime(), mine: z.boolean() }).nullable(),
});
export const withdrawalSettled = z.object({ id: z.string(), withdrawn: z.int() });

export const traceView = z.object({
  input: z.unknown(),
  trace: z.unknown(),
  events: z.array(
    z.object({
      kind: z.string(),
      at: z.iso.datetime(),
      actor: z.string(),
      reason: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

export const decidedAgainView = z
  .object({
    policy: z.object({ id: z.string(), version: z.string() }),
    asOf: z.iso.date(),
    same: z.boolean(),
    selection: z.object({ kept: z.unknown(), now: z.unknown(), same: z.boolean() }),
    options: z.object({ same: z.boolean() }),
    evidence: z.object({ digest: z.string(), inCredential: z.boolean() }),
  })
  .meta({ id: 'DecidedAgain' });

/** The answer of contracts 4; credentials inside a presentation have the same form. */
export const verificationAnswer = z.object({
  answer: z.enum(['verified', 'not-verified', 'inconclusive']),
  checks: z
    .array(z.object({ check: z.string(), outcome: z.enum(['pass', 'fail', 'unknown', 'not-applicable']), detail: z.string() }))
    .readonly(),
  credentials: z.array(z.unknown()).readonly(),
});
