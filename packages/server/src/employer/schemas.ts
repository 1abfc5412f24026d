import { REGIONS } from '@recognition/recognition/places';
import { z } from 'zod';

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const id = z.string().regex(/^[0-9]{1,16}$/u);
const SLUGS = REGIONS.map(({ slug }) => slug);
const weight = z.enum(['essential', 'useful']);

export const idParams = z.object({ id });
export const made = z.object({ id: z.string() });

const role = {
  title: line(200),
  description: z.string().normalize('NFC').trim().max(4000).default(''),
  region: z.enum(SLUGS).nullable().default(null).meta({ description: 'Where it is; null for anywhere.' }),
  // A code may be made of three names of its source, of up to 300 letters each.
  beganAs: line(1000).nullable().default(null).meta({ description: 'The job role that it began as, `source/code`.' }),
  counted: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether it counts in the figures of demand, which never name an employer.' }),
  skills: z
    .array(z.object({ uri: z.string().max(500), weight }))
    .min(1)
    .max(100)
    .refine((skills) => new Set(skills.map(({ uri }) => uri)).size === skills.length, { message: 'names a skill twice' }),
};
export const roleBody = z.object(role);
export const roleChange = z.object({ ...role, revision: z.int() });
const skill = z.object({
  uri: z.string(),
  weight,
  en: z.string(),
  mi: z.string().nullable(),
  same: z
    .array(z.object({ uri: z.string(), scheme: z.string(), en: z.string() }))
    .readonly()
    .meta({ description: 'Skills of other schemes that a steward confirmed to be the very same.' }),
});
export const roleView = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    region: z.string().nullable(),
    beganAs: z.string().nullable(),
    counted: z.boolean(),
    skills: z.array(skill).readonly(),
    revision: z.int(),
    changedAt: z.iso.datetime(),
    archived: z.boolean(),
  })
  .meta({ id: 'EmployerRole' });
export type RoleView = z.infer<typeof roleView>;
export const roleList = z.object({ items: z.array(roleView).readonly() });

/** A PIN is eight digits at most, so that it can never be somebody's NSN. */
const pin = z.string().regex(/^[0-9]{4,8}$/u);
export const linkBody = z.object({
  link: z.string().min(1).max(500),
  pin: pin.nullable().default(null),
  label: line(200),
  role: id.nullable().default(null),
});
export const openingBody = z.object({ pin: pin.nullable().default(null) });
export const linkView = z
  .object({ id: z.string(), label: z.string(), role: z.string().nullable(), keptAt: z.iso.datetime() })
  .meta({ id: 'KeptLink' });
export type LinkView = z.infer<typeof linkView>;
export const linkList = z.object({ items: z.array(linkView).readonly() });

export const packageBody = z.object({
  provider: z.string().min(1).max(64),
  title: line(200),
  words: line(4000),
  skills: z.array(z.string().max(500)).max(100),
  people: z.int().min(1).max(100_000),
  place: z.string().normalize('NFC').trim().max(200).default(''),
  beginsBy: z.iso.date().nullable().default(null),
});
export const wordsBody = z.object({ words: line(4000) });
export const packageList = z.object({ state: z.enum(['open', 'ended', 'all']).default('all') });
const party = z.object({ id: z.string(), name: z.string() });
export const packageView = z
  .object({
    id: z.string(),
    employer: party,
    provider: party,
    title: z.string(),
    people: z.int(),
    place: z.string(),
    beginsBy: z.iso.date().nullable(),
    skills: z.array(z.object({ uri: z.string(), en: z.string(), mi: z.string().nullable() })).readonly(),
    status: z.enum(['open', 'offered', 'declined', 'taken-back']),
    package: z
      .object({ id: z.string(), status: z.enum(['draft', 'proposed', 'change-asked', 'agreed', 'declined', 'withdrawn']) })
      .nullable()
      .meta({ description: 'The package of courses that answers it, once there is one to see.' }),
    askedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    said: z
      .array(
        z.object({
          kind: z.enum(['asked', 'said', 'offered', 'declined', 'taken-back']),
          side: z.enum(['employer', 'provider']),
          words: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'PackageRequest' });
export type PackageView = z.infer<typeof packageView>;
export const packages = z.object({ items: z.array(packageView).readonly() });
