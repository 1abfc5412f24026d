import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { AWARD_REASONS, LINE_REASONS } from './reasons.ts';

const words = z.string().trim().min(1).max(2000);
const said = z.object({ en: z.string(), mi: z.string() });

export const disputeParams = z.object({ id: z.string().regex(/^[0-9]{1,15}$/u) });
export const made = z.object({ id: z.string() });
export const wordsBody = z.object({ words });
export const newDispute = z
  .discriminatedUnion('subject', [
    z.object({
      subject: z.literal('achievement'),
      achievement: z.string().regex(/^[0-9]{1,15}$/u),
      reason: z.enum(LINE_REASONS),
      words,
    }),
    z.object({
      subject: z.literal('missing'),
      provider: z.string().min(1).max(64),
      outcome: z.string().min(1).max(128),
      on: z.iso.date().nullable().default(null),
      words,
    }),
    z.object({
      subject: z.literal('award'),
      award: z.string().regex(/^[0-9]{2}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u),
      reason: z.enum(AWARD_REASONS),
      words,
    }),
  ])
  .meta({ id: 'NewDispute' });
export const answerBody = z.object({ answer: z.enum(['corrected', 'declined']), words });
export const extensionBody = z.object({ until: z.iso.date(), words });
export const decisionBody = z.object({ decision: z.enum(['returned', 'upheld', 'dismissed']), words });
export const disputeList = z.object({
  ...paging,
  state: z.enum(['waiting', 'settled', 'all']).default('all'),
  subject: z.enum(['achievement', 'award', 'missing']).optional(),
});

const line = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  provider: z.string(),
  date: z.iso.date(),
  result: z.string(),
  mode: z.string(),
  status: z.string(),
  reference: z.string().nullable(),
});

export const disputeView = z
  .object({
    id: z.string(),
    subject: z.enum(['achievement', 'award', 'missing']),
    line: line.nullable(),
    /** What should be on the record, and is not. */
    missing: z.object({ code: z.string(), name: z.string(), provider: z.string(), on: z.iso.date().nullable() }).nullable(),
    award: z.object({ id: z.string(), title: said, status: z.string() }).nullable(),
    reason: z.string(),
    words: z.string(),
    status: z.enum(['open', 'corrected', 'declined', 'escalated', 'upheld', 'dismissed', 'taken-back']),
    openedAt: z.iso.datetime(),
    answerBy: z.iso.date(),
    late: z.boolean(),
    waitsFor: z.enum(['provider', 'steward']).nullable(),
    answerer: z.string().nullable(),
    answer: z.string().nullable(),
    answeredAt: z.iso.datetime().nullable(),
    escalatedWhy: z.string().nullable(),
    statement: z.string().nullable(),
    statedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DisputeView', description: 'What a learner says is wrong, and where it stands.' });

export const disputePage = z
  .object({ items: z.array(disputeView).readonly(), next: z.string().nullable() })
  .meta({ id: 'DisputePage' });

export const disputeDetail = disputeView
  .extend({
    /** Whose result is missing, for the provider and stewards, who have no reference to find them by. */
    learner: z.object({ name: z.string(), dateOfBirth: z.iso.date().nullable() }).nullable(),
    /** The latest day to which the answer may be put off; null where it cannot be. */
    extendableTo: z.iso.date().nullable(),
    history: z
      .array(
        z.object({
          kind: z.string(),
          at: z.iso.datetime(),
          by: z.enum(['learner', 'provider', 'steward', 'rules']),
          words: z.string().nullable(),
        }),
      )
      .readonly(),
    lineHistory: z
      .array(
        z.object({
          kind: z.enum(['recorded', 'corrected', 'withdrawn']),
          at: z.iso.datetime(),
          code: z.string(),
          date: z.iso.date(),
          result: z.string(),
          mode: z.string(),
          status: z.string(),
          since: z.boolean(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'DisputeDetail' });

export const statementsFileView = z
  .object({
    type: z.literal('StatementsOfCorrection'),
    version: z.literal(1),
    statements: z.array(z.object({ achievement: z.string(), statement: z.string(), on: z.iso.date() })).readonly(),
  })
  .meta({ id: 'StatementsOfCorrection' });
