import { FIELDS } from '@recognition/recognition';
import { FRAMEWORK_IDS } from '@recognition/recognition/frameworks';
import { AIMS } from '@recognition/recognition/pathway';
import { z } from 'zod';
import { audience, delivery, offeringView, taughtIn, town } from '../offering/schemas.ts';

const day = z.iso.date();
const id = z.string().regex(/^[A-Za-z0-9._:-]{1,64}$/u);

/** What somebody wants to reach. */
export const goalBody = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('alq'), major: z.enum(FIELDS).nullable().default(null) }),
    z.object({ kind: z.literal('definition'), framework: z.enum(FRAMEWORK_IDS), definition: id }),
    z.object({ kind: z.literal('role'), framework: z.enum(FRAMEWORK_IDS), role: id }),
    z.object({ kind: z.literal('job'), source: z.string().max(40), code: z.string().min(1).max(200) }),
    z.object({ kind: z.literal('skills'), skills: z.array(z.url().max(500)).min(1).max(50) }),
  ])
  .meta({
    id: 'PathwayGoal',
    description:
      'An ALQ with a major or without, an award of named parts, a job role of a framework by its units, a job role of /api/v1/job-roles by the skills that its source says are essential, or a set of skills.',
  });
export type GoalBody = z.infer<typeof goalBody>;

export const askBody = z
  .object({
    goal: goalBody,
    start: day.optional().meta({ description: 'The first day on which anything may begin; today when it is left out.' }),
    finish: day
      .optional()
      .meta({ description: 'The last day by which all has ended; two years on when it is left out, and five at most.' }),
    hours: z.number().min(1).max(80).default(15).meta({ description: 'Hours of study in a week.' }),
    cents: z
      .int()
      .min(0)
      .max(100_000_000)
      .nullable()
      .default(null)
      .meta({ description: 'What there is to spend, in cents; null: whatever it costs.' }),
    audience: audience.default('adult'),
    town: town.nullable().default(null),
    km: z
      .int()
      .min(0)
      .max(2500)
      .nullable()
      .default(null)
      .meta({ description: 'How far to travel from the town; null: anywhere.' }),
    deliveries: z.array(delivery).min(1).max(4).nullable().default(null),
    languages: z.array(taughtIn).min(1).max(6).nullable().default(null).meta({
      description: 'Taught in one of these at least; what does not say its language is left out then. Null: any.',
    }),
    aims: z
      .array(z.enum(AIMS))
      .min(1)
      .max(4)
      .default([...AIMS]),
  })
  .refine(({ km, town: where }) => km === null || where !== null, {
    path: ['town'],
    message: 'is needed where travel is limited',
  })
  .meta({ id: 'PathwayAsked' });
export type Asked = z.infer<typeof askBody>;

const proof = z.object({
  aim: z.enum(AIMS),
  status: z
    .enum(['optimal', 'bounded'])
    .meta({ description: 'Proven to be the best; or the time was over, and `bound` is what no plan beats.' }),
  bound: z.union([z.number(), day]).nullable(),
});
const words = z.object({ code: z.string(), en: z.string(), mi: z.string() });
const unit = z.object({ id: z.string(), code: z.string(), version: z.int().nullable(), name: z.string() });
export const stepView = z.object({
  offering: offeringView,
  outcomes: z.array(unit),
  begins: day,
  ends: day,
  minutes: z.int(),
  hoursAWeek: z.number(),
  cents: z.int(),
  why: z.array(words),
});
export const planView = z
  .object({
    aims: z.array(proof),
    other: z.boolean().meta({ description: 'The best only among plans that teach something else than the first.' }),
    steps: z.array(stepView),
    finish: day,
    cents: z.int(),
    minutes: z.int(),
    busiestHours: z.number(),
    skills: z.array(z.object({ uri: z.string(), en: z.string(), mi: z.string().nullable() })),
    held: z.array(z.object({ achievement: z.string(), name: z.string() })),
    credits: z.int().nullable(),
  })
  .meta({ id: 'PathwayPlan', description: 'Courses with their days, what they come to, and why each is there.' });
export type PlanView = z.infer<typeof planView>;

const nearest = z.object({
  limit: z.enum(['finish', 'hours', 'cents', 'km', 'deliveries', 'languages', 'major']),
  value: z.union([z.number(), z.string(), z.array(z.string())]).nullable(),
  en: z.string(),
  mi: z.string(),
});
export const madeFrom = z
  .object({
    achievements: z.int(),
    skills: z.int(),
    offerings: z.int(),
    asked: z.array(z.string()),
  })
  .meta({ id: 'PathwayMadeFrom', description: 'All that the plans were made from. Nothing of what somebody looked at enters.' });
export const answerView = z
  .object({
    state: z.enum(['met', 'plans', 'cannot', 'unproven']),
    title: z.object({ en: z.string(), mi: z.string() }),
    plans: z.array(planView),
    unproven: z.array(z.enum(AIMS)),
    nearest: z.array(nearest),
    notOffered: z.array(z.string()),
    madeFrom,
    asked: askBody,
  })
  .meta({ id: 'PathwayAnswer' });
export type AnswerView = z.infer<typeof answerView>;

/** What the learner's own page is answered: each plan with the seal under which it may be kept, in the same order. */
export const plannedView = answerView.extend({ seals: z.array(z.string()) }).meta({ id: 'PathwayPlanned' });

export const saveBody = z.object({
  title: z.string().normalize('NFC').trim().min(1).max(200),
  asked: askBody,
  plan: planView,
  seal: z.string().max(100).meta({ description: 'As the plan came with it.' }),
});
export const idParams = z.object({ id: z.string().regex(/^[0-9]{1,16}$/u) });
export const made = z.object({ id: z.string() });
const change = z.object({
  step: z.int().nullable(),
  code: z.enum(['gone', 'moved', 'price', 'done', 'begun', 'met', 'falls-short', 'better']),
  en: z.string(),
  mi: z.string(),
});
const saved = {
  id: z.string(),
  title: z.string(),
  finish: day,
  steps: z.int(),
  changedAt: z.iso.datetime(),
  sharedUntil: day.nullable(),
};
export const savedList = z.object({ items: z.array(z.object(saved)) });
/** What was planned anew, as it is kept. */
export const againKept = z.object({ state: z.enum(['met', 'plans', 'cannot', 'unproven', 'begun']), plan: planView.nullable() });
export type AgainKept = z.infer<typeof againKept>;
const again = againKept
  .extend({
    seal: z.string().nullable().meta({ description: 'By which it may be kept in the place of the other.' }),
    madeAt: z.iso.datetime(),
  })
  .nullable()
  .meta({
    description:
      'A new plan for the same goal, made because of these changes, or because it is better in its aim than the kept one, which still stands (`better`); `plan` is null where none keeps to it, or a course has begun.',
  });
export const savedView = z
  .object({
    ...saved,
    asked: askBody,
    plan: planView,
    changes: z.array(change),
    ask: z.boolean().meta({
      description: 'Something has changed and nothing was planned for it yet: POST …/again does it now, else an hourly job.',
    }),
    again,
  })
  .meta({ id: 'SavedPathway', description: 'A plan that was kept, and what has changed since.' });
export type SavedView = z.infer<typeof savedView>;
export const shareBody = z.object({ days: z.int().min(1).max(365).default(60) });
export const linkView = z.object({ link: z.string(), expiresOn: day });
export const openBody = z.object({ link: z.string().min(1).max(300) });
export const sharedView = z.object({ title: z.string(), expiresOn: day, plan: planView, changes: z.array(change) }).meta({
  id: 'SharedPathway',
  description: 'What an adviser sees: the plan and what has changed, without a name and without the record.',
});
