import { GROUPINGS, RELATIONS } from '@recognition/recognition';
import { z } from 'zod';

export const relation = z.enum(RELATIONS);
const family = z.object({ uri: z.string(), en: z.string(), mi: z.string().nullable() }).nullable();

/** A skill as its scheme names it. */
export const namedSkill = {
  uri: z.string(),
  scheme: z.string(),
  slug: z.string().nullable(),
  label: z.string(),
  mi: z.string().nullable(),
  kind: z.string().nullable(),
  family: family.meta({ description: 'The broader skill that its scheme puts it under.' }),
};

const evidence = z.object({
  id: z.string(),
  outcome: z.string(),
  name: z.string(),
  level: z.int().nullable(),
  provider: z.string().nullable(),
  result: z.string().nullable(),
  mode: z.string().nullable(),
  date: z.iso.date().nullable(),
  confirmed: z.boolean(),
  relation,
  proficiency: z.string().nullable(),
});

export const heldSkill = z
  .object({
    ...namedSkill,
    relation,
    strongest: evidence,
    evidence: z.array(evidence).readonly().meta({ description: 'The strongest first.' }),
    outcomes: z.int(),
    latest: z.iso.date().nullable(),
    level: z.int().nullable(),
    proficiency: z.string().nullable(),
    attestedBy: z.array(z.string()).readonly(),
  })
  .meta({ id: 'HeldSkill' });

export const skillsOfRecord = z
  .object({
    asOf: z.iso.date(),
    by: z.enum(GROUPINGS),
    groups: z.array(z.object({ key: z.string().nullable(), family, skills: z.array(heldSkill).readonly() })).readonly(),
    silent: z.int().meta({ description: 'How many outcomes name no skill yet.' }),
  })
  .meta({ id: 'SkillsOfRecord' });
