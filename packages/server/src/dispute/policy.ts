import { z } from 'zod';
import { ACTS } from '../http/route.ts';
import json from '../../../../frameworks/nz/service.json' with { type: 'json' };

const parameter = z.strictObject({
  value: z.int().min(1).max(1000),
  unit: z.enum(['working-days', 'days', 'years', 'people-or-results', 'megabytes', 'files', 'credits']),
  source: z.string().min(1),
  link: z.url().nullable(),
});

/** How long things may take and which numbers are too small to show: data of a country, each with its source. */
export const SERVICE_POLICY = z
  .strictObject({
    framework: z.string(),
    version: z.string(),
    from: z.iso.date(),
    parameters: z.strictObject({
      disputeAnswer: parameter,
      disputeExtension: parameter,
      appealAnswer: parameter,
      smallestNumber: parameter,
      smallestGroup: parameter,
      guardianAge: parameter,
      agentDays: parameter,
      codeDays: parameter,
      evidenceFile: parameter,
      evidenceItems: parameter,
      rplSecondAssessor: parameter,
    }),
    guardianActs: z.strictObject({ acts: z.array(z.enum(ACTS)), source: z.string().min(1) }),
    authorities: z.array(
      z.strictObject({
        id: z.string(),
        grantedBy: z.enum(['learner', 'steward']),
        /** Only for a learner under `guardianAge`, until the day before they reach it. */
        underAge: z.boolean(),
        source: z.string().min(1),
      }),
    ),
  })
  .parse(json);
