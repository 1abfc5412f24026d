import type { Suggested } from '@recognition/recognition';
import { z } from 'zod';
import type { SkillDetail } from './detail-queries.ts';
import type { SkillCandidate } from './suggest-queries.ts';

export const kind = z.enum(['core-transferable', 'core-technical', 'industry-specific', 'body-of-knowledge']);

export const skill = z
  .object({
    uri: z.string(),
    scheme: z.string(),
    slug: z.string().meta({ description: 'Its page is `/skills/{scheme}/{slug}`.' }),
    kind: kind.nullable().meta({ description: 'New Zealand’s kind; null where its scheme does not say it.' }),
    en: z.string(),
    lang: z.string().meta({ description: 'The language of `en` where the scheme has no English.' }),
    mi: z.string().nullable(),
  })
  .meta({ id: 'SkillView' });

export const suggestion = skill
  .extend({
    score: z.number().meta({ description: 'From 0 to 1; only for comparing suggestions of one text.' }),
    why: z.object({
      by: z.enum(['beginning', 'words', 'spelling']),
      words: z.array(z.string()).meta({ description: 'What was written that the skill shares.' }),
      label: z.string(),
      other: z.boolean().meta({ description: 'The label is another one than that by which the skill is listed.' }),
    }),
    matcher: z.string(),
  })
  .meta({ id: 'SkillSuggestion' });

/** A suggestion as it is answered. */
export function suggestionView(
  { skill: one, score, why }: Suggested<SkillCandidate>,
  matcher: string,
): z.infer<typeof suggestion> {
  const { uri, scheme, slug, kind: of, en, lang, mi } = one;
  return { uri, scheme, slug, kind: of, en, lang, mi, score, why: { ...why, words: [...why.words] }, matcher };
}

const neighbour = z.object({
  uri: z.string(),
  scheme: z.string().nullable(),
  slug: z.string().nullable(),
  en: z.string().nullable(),
  mi: z.string().nullable(),
});

export const detail = skill
  .extend({
    schemeUri: z.string(),
    schemeVersion: z.string(),
    schemeName: z.string(),
    schemeNameMi: z.string(),
    notation: z.string().nullable(),
    labels: z.record(z.string(), z.string()),
    altLabels: z.array(z.string()),
    keywords: z.array(z.string()),
    description: z.string().nullable(),
    sourceKind: z.string().nullable(),
    level: z.string().nullable(),
    status: z.enum(['current', 'retired']),
    addedIn: z.string().nullable(),
    changedIn: z.string().nullable(),
    retiredIn: z.string().nullable(),
    broader: z.array(neighbour),
    narrower: z.array(neighbour),
    related: z.array(neighbour),
    exact: z.array(neighbour.extend({ by: z.enum(['scheme', 'steward']) })),
    replacedBy: neighbour.extend({ by: z.enum(['scheme', 'steward']) }).nullable(),
    replaces: z.array(neighbour),
    outcomes: z.array(z.object({ code: z.string(), version: z.int().nullable(), name: z.string(), relation: z.string() })),
  })
  .meta({ id: 'SkillDetail' });

/** A skill with all that is known of it, as it is answered. */
export const detailView = (one: SkillDetail): z.infer<typeof detail> => ({
  ...one,
  labels: { ...one.labels },
  altLabels: [...one.altLabels],
  keywords: [...one.keywords],
  broader: [...one.broader],
  narrower: [...one.narrower],
  related: [...one.related],
  exact: [...one.exact],
  replaces: [...one.replaces],
  outcomes: [...one.outcomes],
});
