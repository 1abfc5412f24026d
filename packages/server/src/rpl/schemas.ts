import { JUDGEMENTS } from '@recognition/recognition/prior-learning';
import { z } from 'zod';
import { paging } from '../http/paging.ts';
import { EVENT_KINDS, STATUSES } from './steps.ts';

const words = z.string().trim().min(1).max(4000);
const number = z.string().regex(/^[0-9]{1,15}$/u);
export const params = z.object({ id: number });
export const evidenceParams = z.object({ id: number, item: number });
export const made = z.object({ id: z.string() });
export const wordsBody = z.strictObject({ words });
export const storyBody = z.strictObject({ story: z.string().trim().min(1).max(8000) });
export const consentBody = z.strictObject({
  /** That this provider reads this story and this evidence, to assess these outcomes. */
  consent: z.literal(true),
});
const outcomeId = z.string().min(1).max(64);

export const draftBody = z
  .strictObject({
    story: z.string().trim().max(8000),
    provider: z.string().min(1).max(64).nullable(),
    outcomes: z
      .array(
        z.strictObject({
          outcome: outcomeId,
          words: z.string().trim().max(4000).default(''),
          evidence: z.array(number).max(50).default([]),
        }),
      )
      .max(40),
  })
  .meta({ id: 'RplDraft' });
export const answerBody = z
  .strictObject({
    words,
    evidence: z
      .array(z.strictObject({ outcome: outcomeId, items: z.array(number).max(50) }))
      .max(40)
      .default([]),
  })
  .meta({ id: 'RplAnswer' });
export const appealBody = z.strictObject({ outcome: outcomeId, words: words.max(2000) }).meta({ id: 'RplAppeal' });

export const assessmentBody = z
  .strictObject({
    outcome: outcomeId,
    decision: z.enum(['granted', 'declined']),
    /** Of what is granted; `achieved` where it is not said. */
    result: z.enum(['achieved', 'merit', 'excellence']).nullable().default(null),
    reason: words,
    rubric: z
      .array(z.strictObject({ criterion: z.string().max(500), judgement: z.enum(JUDGEMENTS), reason: words.max(2000) }))
      .max(100),
  })
  .meta({ id: 'RplAssessment' });
export const assessmentsBody = z
  .strictObject({ outcomes: z.array(assessmentBody).min(1).max(40) })
  .meta({ id: 'RplAssessments' });
export const confirmationBody = z.strictObject({ agrees: z.boolean(), words }).meta({ id: 'RplConfirmation' });
export const settled = z.object({ id: z.string(), status: z.enum(['applied', 'assessed', 'decided', 'recorded']) });

const facts = {
  outcome: z.string(),
  code: z.string(),
  version: z.int().nullable(),
  name: z.string(),
  credits: z.int(),
  level: z.int().nullable(),
  field: z.string().nullable(),
};
const skill = z.object({ uri: z.string(), label: z.string() });
const provider = z.object({ id: z.string(), name: z.string() });

export const matchesView = z
  .object({
    items: z.array(
      z.object({
        ...facts,
        why: z.array(skill.extend({ sentence: z.string() })),
        lacking: z.array(skill),
        providers: z.array(provider),
      }),
    ),
  })
  .meta({
    id: 'RplMatches',
    description: 'Outcomes that a story speaks for, best first: why, what is lacking, and who may assess them.',
  });

const decision = z.enum(['granted', 'declined']).nullable();
const summary = {
  id: z.string(),
  status: z.enum(STATUSES),
  provider: provider.nullable(),
  startedAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  decidedOn: z.iso.date().nullable(),
  consent: z.enum(['none', 'given', 'ended']),
  outcomes: z.array(z.object({ ...facts, decision })),
  /** Whether an appeal waits for its review. */
  appealed: z.boolean(),
};
const criterion = z.object({
  id: z.string(),
  about: z.enum(['assessment', 'practice', 'skill']),
  words: z.string(),
  lang: z.string(),
});
const asked = z.object({
  ...facts,
  words: z.string(),
  evidence: z.array(
    z.object({
      item: z.string(),
      kind: z.enum(['file', 'link', 'credential']),
      title: z.string(),
      proof: z.boolean(),
      /** Removed by the learner since it was shown. */
      gone: z.boolean(),
      url: z.string().nullable(),
      mediaType: z.string().nullable(),
      issuer: z.string().nullable(),
      verification: z.string().nullable(),
    }),
  ),
  decision,
  result: z.enum(['achieved', 'merit', 'excellence']).nullable(),
  reason: z.string().nullable(),
  rubric: z.array(criterion.extend({ judgement: z.enum(JUDGEMENTS), reason: z.string() })),
  recordedOn: z.iso.date().nullable(),
  dispute: z.string().nullable(),
  reviewed: z.boolean(),
});
const history = z.array(
  z.object({
    kind: z.enum(EVENT_KINDS),
    at: z.iso.datetime(),
    by: z.enum(['learner', 'provider']),
    words: z.string().nullable(),
  }),
);

export const ownList = z.object({ items: z.array(z.object(summary)) }).meta({ id: 'RplApplications' });
export const ownDetail = z
  .object({ ...summary, story: z.string(), asked: z.array(asked), history })
  .meta({ id: 'RplApplication' });
export const sentQuery = z.object({
  ...paging,
  pile: z.enum(['waiting', 'second', 'appealed', 'settled', 'all']).default('waiting'),
});
export const sentList = z
  .object({
    items: z.array(z.object({ ...summary, learner: z.string().nullable(), assessedByYou: z.boolean() })).readonly(),
    next: z.string().nullable(),
  })
  .meta({ id: 'RplWorklist' });
export const sentDetail = z
  .object({
    ...summary,
    learner: z.string().nullable(),
    story: z.string().nullable(),
    secondNeeded: z.boolean(),
    assessedByYou: z.boolean(),
    confirmedByYou: z.boolean(),
    asked: z.array(asked.extend({ criteria: z.array(criterion), grades: z.array(z.string()) })),
    history,
  })
  .meta({
    id: 'RplToAssess',
    description: 'An application as an assessor sees it; each reading is written down for the learner.',
  });
