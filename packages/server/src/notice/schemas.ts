import { z } from 'zod';

const bilingual = z.object({ en: z.string(), mi: z.string() });

export const noticesQuery = z.object({ unseen: z.stringbool().default(false) });
export const noticesView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        text: bilingual,
        href: z.string().nullable(),
        at: z.string(),
        seen: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
    unseen: z.number().int(),
  })
  .meta({ id: 'Notices' });
export const seenBody = z.strictObject({
  ids: z
    .array(z.string().regex(/^[0-9]{1,15}$/u))
    .max(500)
    .optional(),
});
export const unseenView = z.object({ unseen: z.number().int() });
