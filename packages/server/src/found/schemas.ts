import { MOST_SEARCHED } from '@recognition/recognition';
import { REGIONS } from '@recognition/recognition/places';
import { z } from 'zod';
import { SHARE_FIELDS } from '../sharing/schemas.ts';
import { MOST_APPROACHED } from './limits.ts';

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const region = z.enum(REGIONS.map(({ slug }) => slug));
const uris = (most: number) =>
  z
    .array(z.string().max(500))
    .min(1)
    .max(most)
    .refine((all) => new Set(all).size === all.length, { message: 'names a skill twice' });
const number = z.string().regex(/^[0-9]{1,16}$/u);
export const idParams = z.object({ id: number });
const organisation = z.object({ id: z.string(), name: z.string() });
const band = z.object({ from: z.int(), to: z.int().nullable() }).meta({
  id: 'PeopleBand',
  description: 'How many people: from, and to where there is an end. Never fewer than five, never an exact number.',
});

/** What is no skill and no region is refused, and not passed over: nobody shall think that it was looked at. */
export const searchBody = z.strictObject({
  skills: uris(MOST_SEARCHED).meta({ description: 'What matters most first.' }),
  region: region.nullable().default(null),
});
export const foundGroups = z.object({
  groups: z
    .array(
      z
        .object({ skills: z.array(z.string()).readonly().meta({ description: 'Those that all of them hold.' }), people: band })
        .meta({ id: 'FoundGroup', description: 'People who look the same to this search.' }),
    )
    .readonly(),
});
export const approachBody = searchBody
  .extend({
    group: uris(MOST_SEARCHED).meta({ description: 'The skills of the group that is approached.' }),
    most: z.int().min(1).max(MOST_APPROACHED).default(20),
    title: line(200),
    words: line(2000),
    role: number.nullable().default(null),
  })
  .refine(({ skills, group }) => group.every((uri) => skills.includes(uri)), {
    path: ['group'],
    message: 'names a skill that is not looked for',
  });
export const made = z.object({ id: z.string() });
export const approachList = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        role: z.string().nullable(),
        title: z.string(),
        words: z.string(),
        region: z.string().nullable(),
        skills: z.array(z.string()),
        people: band,
        sentAt: z.iso.datetime(),
        until: z.iso.date(),
        open: z.boolean(),
        accepted: z
          .array(z.object({ id: z.string(), label: z.string() }))
          .meta({ description: 'The links of those who accepted.' }),
      })
      .meta({ id: 'EmployerApproach' }),
  ),
});

export const profileBody = z.object({
  region,
  skills: uris(60),
  hiddenFrom: z.array(z.string().max(64)).max(50).default([]),
  until: z.iso.date(),
});
export const previewBody = z.object({
  region,
  skills: uris(MOST_SEARCHED).meta({ description: 'What an employer would search for: skills of the learner’s own.' }),
});
export const preview = foundGroups.extend({
  among: band
    .nullable()
    .meta({ description: 'The group that the learner would be in; null where it would be too small to be shown.' }),
});
export const ownFound = z
  .object({
    profile: z
      .object({
        region: z.string(),
        skills: z.array(z.string()),
        hiddenFrom: z.array(organisation),
        since: z.iso.datetime(),
        until: z.iso.date(),
        open: z.boolean(),
      })
      .nullable(),
    approaches: z.array(
      z.object({
        id: z.string(),
        organisation,
        title: z.string(),
        words: z.string(),
        region: z.string().nullable(),
        skills: z.array(z.string()),
        status: z.enum(['waits', 'accepted', 'declined', 'withdrawn', 'expired']),
        sentAt: z.iso.datetime(),
        until: z.iso.date(),
        answeredAt: z.iso.datetime().nullable(),
        share: z.string().nullable(),
      }),
    ),
    searches: z
      .array(z.object({ organisation, at: z.iso.datetime(), region: z.string().nullable(), skills: z.array(z.string()) }))
      .meta({ description: 'Searches among whose people the learner was since the last change.' }),
  })
  .meta({ id: 'OwnFound' });
export const acceptanceBody = z.object({
  fields: z.array(z.enum(SHARE_FIELDS)).max(SHARE_FIELDS.length),
  outcomesShown: z.boolean().default(false),
  expiresOn: z.iso.date(),
});
export const accepted = z.object({ share: z.string() });
