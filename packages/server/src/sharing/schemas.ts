import { z } from 'zod';
import { FIELDS } from '@recognition/recognition';
import { verificationAnswer } from '../award/schemas.ts';
import { namedSkill, relation } from '../skill/held-schemas.ts';

/** What a learner may show or keep back of what is chosen. */
export const SHARE_FIELDS = ['name', 'grades', 'dates', 'providers', 'codes'] as const;
export type ShareField = (typeof SHARE_FIELDS)[number];

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const numberText = z.string().regex(/^[0-9]{1,16}$/u);
const awardId = z.string().regex(/^[0-9]{2}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/u);

export const idParams = z.object({ id: numberText });
export const made = z.object({ id: z.string() });

const chosen = {
  achievements: z.array(numberText).max(2000),
  awards: z.array(awardId).max(200),
  fields: z.array(z.enum(SHARE_FIELDS)).max(SHARE_FIELDS.length),
};
const skills = {
  outcomesShown: z.boolean().meta({ description: 'False: the skills alone are shown, and not the outcomes behind them.' }),
  skillsLeftOut: z.array(z.string().max(500)).max(2000).meta({ description: 'Skills that are not shown, by address.' }),
};
const choice = { ...chosen, outcomesShown: skills.outcomesShown.default(true), skillsLeftOut: skills.skillsLeftOut.default([]) };
const terms = { audience: line(200), purpose: line(300), expiresOn: z.iso.date() };
/** Eight digits at most: a PIN can never be somebody's NSN. */
const pin = z.string().regex(/^[0-9]{4,8}$/u);

export const previewBody = z.object(choice);
export const shareBody = z.object({ ...choice, ...terms, pin: pin.nullable().default(null) });
export const changeBody = z.object({ ...choice, ...terms, revision: z.int(), pin: pin.nullable().optional() });
export const linkView = z.object({ id: z.string(), link: z.string() }).meta({ id: 'ShareLink' });
export const openingBody = z.object({ link: z.string().max(500), pin: z.string().max(20).optional() });

const state = z.enum(['open', 'expired', 'withdrawn', 'locked']);
export const shareView = z
  .object({
    id: z.string(),
    ...chosen,
    ...skills,
    audience: z.string(),
    purpose: z.string(),
    expiresOn: z.iso.date(),
    hasPin: z.boolean(),
    state,
    revision: z.int(),
    madeAt: z.iso.datetime(),
    madeBy: z.enum(['learner', 'delegate']),
    changedAt: z.iso.datetime(),
    withdrawnAt: z.iso.datetime().nullable(),
    restorable: z.boolean(),
    openings: z.int(),
    lastOpenedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Share' });

export const logView = z
  .object({
    kind: z.string(),
    at: z.iso.datetime(),
    who: z.object({
      kind: z.enum(['learner', 'delegate', 'link', 'organisation', 'steward', 'application']),
      name: z.string().nullable(),
    }),
    shown: z
      .object({ outcomes: z.array(z.string()), skills: z.int().nullable(), awards: z.int(), fields: z.array(z.string()) })
      .nullable(),
  })
  .meta({ id: 'SharingLogLine' });

export const shareList = z.object({ items: z.array(shareView).readonly() });
export const shareDetail = shareView.extend({ log: z.array(logView).readonly() }).meta({ id: 'ShareDetail' });

const shownSkill = z
  .object({
    ...namedSkill,
    relation,
    through: z.array(z.string()).meta({ description: 'The outcomes it comes from, by name; none where they are kept back.' }),
    outcomes: z.int().meta({ description: 'How many different outcomes stand behind it.' }),
    latest: z.iso.date().nullable(),
    level: z.int().nullable(),
    proficiency: z.string().nullable(),
    attestedBy: z.array(z.string()),
    strongest: z.object({
      name: z.string().nullable(),
      level: z.int().nullable(),
      result: z.string().nullable(),
      mode: z.string().nullable(),
      date: z.iso.date().nullable(),
      provider: z.string().nullable(),
      confirmed: z.boolean(),
    }),
  })
  .meta({ id: 'SharedSkill' });

export const sharedContent = z
  .object({
    holder: z.string().nullable(),
    fields: z.array(z.enum(SHARE_FIELDS)),
    asOf: z.iso.date(),
    checkedAt: z.iso.datetime(),
    outcomesShown: z.boolean().meta({ description: 'Whether the outcomes behind the skills are shown.' }),
    skills: z.array(shownSkill),
    outcomes: z.array(
      z.object({
        code: z.string(),
        version: z.int().nullable(),
        name: z.string(),
        credits: z.int(),
        standard: z.object({ id: z.string(), credits: z.int(), members: z.int() }).nullable(),
        level: z.int().nullable(),
        field: z.string().nullable(),
        confirmed: z.boolean(),
        date: z.iso.date().nullable(),
        provider: z.string().nullable(),
        result: z.string().nullable(),
        mode: z.string().nullable(),
        /** The learner's own words beside the line: who sees the line sees them (Privacy Act 2020, section 64). */
        statement: z.string().nullable(),
      }),
    ),
    awards: z.array(
      z.object({
        title: z.object({ en: z.string(), mi: z.string() }),
        size: z.object({ en: z.string(), mi: z.string() }).nullable(),
        major: z.string().nullable(),
        credits: z.int(),
        status: z.enum(['live', 'suspended']),
        from: z.iso.date().nullable(),
        to: z.iso.date().nullable(),
        issuedOn: z.iso.date().nullable(),
        id: z.string().nullable(),
        verification: verificationAnswer,
      }),
    ),
    /** Chosen once, and no longer standing: withdrawn, corrected or replaced. Nothing more is said of them. */
    ended: z.int(),
  })
  .meta({ id: 'SharedContent' });
export type SharedContent = z.infer<typeof sharedContent>;

export const openedView = z
  .object({ audience: z.string(), purpose: z.string(), expiresOn: z.iso.date(), content: sharedContent })
  .meta({ id: 'OpenedShare' });

const category = z.enum(['record', 'awards', 'skills', 'field']);
const mode = z.enum(['live', 'once', 'until']);
export const consentBody = z
  .object({
    organisation: z.string().max(64),
    category,
    field: z.enum(FIELDS).nullable().default(null),
    mode,
    until: z.iso.date().nullable().default(null),
    purpose: line(300),
  })
  .refine((body) => (body.category === 'field') === (body.field !== null), {
    path: ['field'],
    message: 'goes with the category field',
  })
  .refine((body) => (body.mode === 'until') === (body.until !== null), { path: ['until'], message: 'goes with the mode until' });

const consent = {
  id: z.string(),
  category,
  field: z.string().nullable(),
  mode,
  until: z.iso.date().nullable(),
  purpose: z.string(),
  state: z.enum(['open', 'used', 'past', 'withdrawn']),
  grantedAt: z.iso.datetime(),
  grantedBy: z.enum(['learner', 'delegate']),
  endedAt: z.iso.datetime().nullable(),
};
export const consentView = z
  .object({
    ...consent,
    organisation: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
    log: z.array(logView).readonly(),
  })
  .meta({ id: 'Consent' });
export const consentList = z.object({ items: z.array(consentView).readonly() });
export const receivedConsent = z.object({ ...consent, learner: z.string() }).meta({ id: 'ReceivedConsent' });
export const receivedConsents = z.object({ items: z.array(receivedConsent).readonly() });
export const readingBody = z.object({ purpose: line(300) });
export const readingView = z
  .object({ id: z.string(), learner: z.string(), content: sharedContent })
  .meta({ id: 'ConsentReading' });
