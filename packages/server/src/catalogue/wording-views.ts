import { z } from 'zod';
import { outcome } from './schema.ts';
import { finding, listingRule } from './views.ts';

export const wordingRule = listingRule.extend({ weight: z.int() }).meta({
  id: 'WordingRule',
  description: 'What a rule of wording asks for, its source, and how many of the 100 points it stands for.',
});

const score = z.int().min(0).max(100);

export const wordingReport = z
  .object({
    score,
    grade: z.number().nullable().meta({ description: 'Flesch-Kincaid grade of its English; null where there is none.' }),
    parts: z.array(
      z.object({
        check: z.string(),
        weight: z.int(),
        points: z.number().nullable().meta({ description: 'Null where the rule does not apply to this definition.' }),
      }),
    ),
    findings: z.array(
      finding.extend({
        better: z
          .object({ path: z.string(), to: z.string() })
          .nullable()
          .meta({ description: 'Better words for what stands at the path, where a rule gives them.' }),
      }),
    ),
  })
  .meta({
    id: 'WordingReport',
    description: 'How readable a definition is: a score of 100, the parts that make it, and every finding.',
  });

export const wordingPage = z
  .object({
    total: z.int(),
    mean: score.nullable(),
    left: z.int().meta({ description: 'Left out: written for another country, or in a language that the rules do not know.' }),
    developers: z.array(
      z.object({
        developer: z.string().nullable(),
        name: z.string().nullable(),
        outcomes: z.int(),
        mean: score,
        found: z.array(z.object({ check: z.string(), outcomes: z.int() })),
      }),
    ),
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        version: z.int().nullable(),
        name: z.string(),
        status: outcome.shape.status.unwrap(),
        developer: z.string().nullable(),
        developerName: z.string().nullable(),
        score,
        found: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'WordingPage', description: 'How readable definitions are, lowest score first, and by developer.' });
