import { RELATIONS } from '@recognition/recognition';
import { z } from 'zod';
import { id, words } from '../catalogue/schema.ts';
import { KINDS, LANGUAGES } from './prompt.ts';

const statement = z.object({ statement: z.string(), relation: z.enum(RELATIONS), evidence: z.string() });

/** The drafts as they are kept. */
export const skillsBody = z.object({ skills: z.array(statement) });
export const summaryBody = z.object({ text: z.string() });

export const params = z.object({ id });
export const draftParams = z.object({ id, draft: z.string().regex(/^[0-9]{1,16}$/u) });
export const draftAsked = z.strictObject({ kind: z.enum(KINDS), lang: z.enum(LANGUAGES).default('en') });
export const decisionBody = z.strictObject({
  accepted: z.boolean(),
  text: words.max(1000).optional(),
  skills: z
    .array(z.strictObject({ statement: z.int().min(0).max(20), uri: words.max(1000) }))
    .max(20)
    .optional(),
});
export const summaryWritten = z.strictObject({ lang: z.enum(LANGUAGES), text: words.max(1000).nullable() });

export const modelView = z
  .object({ on: z.boolean(), model: z.string().nullable() })
  .meta({ id: 'LanguageModel', description: 'Whether a language model may draft here. It is off where nobody has set one up.' });

export const draftView = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    lang: z.enum(LANGUAGES),
    model: z.string().meta({ description: 'What wrote it. No person did.' }),
    status: z.enum(['open', 'accepted', 'refused']),
    madeAt: z.iso.datetime(),
    text: z.string().nullable(),
    skills: z.array(
      statement.extend({
        candidates: z.array(z.object({ uri: z.string(), scheme: z.string(), label: z.string() })).meta({
          description:
            'Skills of the schemes that fit the statement, by our own matcher: one of them may be taken. [] once it is decided.',
        }),
      }),
    ),
    accepted: z.array(z.object({ uri: z.string(), statement: z.string() })),
  })
  .meta({ id: 'ModelDraft', description: 'What a language model drafted. It counts for nothing until a person accepts it.' });

export const summariesView = z
  .object({
    items: z.array(
      z.object({
        lang: z.enum(LANGUAGES),
        text: z.string(),
        model: z
          .string()
          .nullable()
          .meta({ description: 'What drafted it before a person accepted it; null: a person wrote it.' }),
        keptAt: z.iso.datetime(),
      }),
    ),
    skills: z.array(z.object({ uri: z.string(), model: z.string() })).meta({ description: 'Skills that a model had drafted.' }),
  })
  .meta({ id: 'OutcomeSummaries' });
