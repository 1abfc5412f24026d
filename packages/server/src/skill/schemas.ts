import type { Suggested } from '@recognition/recognition';
import { z } from 'zod';
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
export function suggestionView({ skill: one, score, why }: Suggested<SkillCandidate>, matcher: string): z.infer<typeof suggestion> {
  const { uri, scheme, slug, kind: of, en, lang, mi } = one;
  return { uri, scheme, slug, kind: of, en, lang, mi, score, why: { ...why, words: [...why.words] }, matcher };
}
