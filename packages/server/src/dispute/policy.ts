import { z } from 'zod';
import json from '../../../../frameworks/nz/service.json' with { type: 'json' };

const parameter = z.strictObject({
  value: z.int().min(1).max(400),
  unit: z.enum(['working-days', 'people-or-results']),
  source: z.string().min(1),
  link: z.url().nullable(),
});

/** How long things may take and which numbers are too small to show: data of a country, each with its source. */
export const SERVICE_POLICY = z
  .strictObject({
    framework: z.string(),
    version: z.string(),
    from: z.iso.date(),
    parameters: z.strictObject({ disputeAnswer: parameter, appealAnswer: parameter, smallestNumber: parameter }),
  })
  .parse(json);
