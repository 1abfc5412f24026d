import { z } from 'zod';
import { recordView } from '../record/schemas.ts';
import { day } from '../reporting/schemas.ts';
import { REASONS } from './reasons.ts';

const purpose = {
  reason: z.enum(REASONS),
  /** In the reader's own words, beside the reason; needed where the reason is `other`. */
  purpose: z.string().trim().max(300).default(''),
};

export const readingBody = z.union([
  z.strictObject({
    nsn: z.string().regex(/^[0-9]{9,10}$/),
    dateOfBirth: day,
    familyName: z.string().max(200).default(''),
    givenNames: z.string().max(200).default(''),
    ...purpose,
  }),
  z.strictObject({ code: z.string().trim().min(4).max(20), ...purpose }),
]);

export const readingView = recordView.omit({ looked: true });

export const codeBody = z.strictObject({ uses: z.int().min(1).max(5).default(1) });
export const codeView = z.object({ code: z.string(), uses: z.int(), expiresAt: z.string() });
