import { z } from 'zod';
import { ACTS } from '../http/route.ts';
import { logView } from '../sharing/schemas.ts';

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);
const acts = z.array(z.enum(ACTS)).max(ACTS.length);

export const idParams = z.object({ id: z.string().regex(/^[0-9]{1,16}$/u) });
export const made = z.object({ id: z.string() });

const terms = { named: line(200), acts, until: z.iso.date().nullable().default(null) };
export const ownBody = z.strictObject({ authority: z.string().max(40).default('agent'), ...terms });
export const evidenceBody = z.strictObject({
  authority: z.string().max(40),
  ...terms,
  nsn: z.string().regex(/^[0-9]{9,10}$/),
  dateOfBirth: z.iso.date(),
  evidence: line(2000),
});
export const codeBody = z.strictObject({ code: z.string().trim().min(1).max(40) });
export const givenView = z
  .object({ id: z.string(), code: z.string(), codeUntil: z.iso.datetime(), until: z.iso.date().nullable() })
  .meta({ id: 'AuthorityGiven' });

const authority = {
  id: z.string(),
  authority: z.string(),
  named: z.string(),
  acts,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  state: z.enum(['waiting', 'late', 'open', 'past', 'ended']),
  byLearner: z.boolean(),
  madeAt: z.iso.datetime(),
  codeUntil: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
};
export const ownView = z
  .object({
    items: z.array(z.object({ ...authority, signedInAs: z.string().nullable(), log: z.array(logView).readonly() })).readonly(),
  })
  .meta({ id: 'OwnDelegates' });
export const heldView = z
  .object({ items: z.array(z.object({ ...authority, learner: z.string() })).readonly() })
  .meta({ id: 'HeldAuthorities' });
export const stewardView = z
  .object({
    items: z.array(z.object({ ...authority, learner: z.string(), evidence: z.string(), signedInAs: z.string().nullable() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'GivenAuthorities' });
export const policyView = z
  .object({
    age: z.int(),
    acts,
    agentDays: z.int(),
    authorities: z.array(
      z.object({ id: z.string(), grantedBy: z.enum(['learner', 'steward']), underAge: z.boolean(), source: z.string() }),
    ),
  })
  .meta({ id: 'AuthorityPolicy' });
