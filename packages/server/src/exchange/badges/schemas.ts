import { z } from 'zod';
import { verificationAnswer } from '../../award/schemas.ts';
import { logView } from '../../sharing/schemas.ts';

export const idParams = z.object({ id: z.string().regex(/^[0-9]{1,16}$/u) });
export const made = z.object({ id: z.string() });

export const applicationList = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          goesTo: z.string(),
          permissions: z.array(
            z.enum(['read-badges', 'read-records', 'read-record', 'write-badges', 'read-profile', 'write-profile', 'offline']),
          ),
          state: z.enum(['open', 'withdrawn']),
          grantedAt: z.iso.datetime(),
          grantedBy: z.enum(['learner', 'delegate']),
          endedAt: z.iso.datetime().nullable(),
          log: z.array(logView).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Applications' });

export const heldList = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['badge', 'record']),
          name: z.string(),
          issuer: z.string(),
          issuerId: z.string(),
          from: z.iso.datetime().nullable(),
          source: z.string(),
          receivedAt: z.iso.datetime(),
          verification: verificationAnswer,
          /** Whom it names, against the learner's names and e-mail address; null for what came before this was asked. */
          whose: z.enum(['named', 'another', 'unnamed']).nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'HeldBadges' });

export const visitBody = z.object({ host: z.string().trim().min(1).max(500) });
export const visitView = z.object({ location: z.string() });
